"""The designs of a single-case study: which orders of phases are allowed, how many, and one of them drawn and sealed."""
