"""The slow obvious engine: each question goes through all facts again, so that one can see it is right."""
