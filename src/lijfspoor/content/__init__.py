"""What the field knows, as files that people can read, review and add to: content of the package, no code."""
