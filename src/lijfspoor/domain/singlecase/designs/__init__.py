"""The designs of a single-case study: which orders of phases may be drawn, how many, and one drawn and sealed."""
