"""Models of the scores of cases: what they say about a change, and what they must assume to say it."""
