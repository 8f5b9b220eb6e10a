"""The designs of a single-case study: the orders of phases that may be drawn, their number, and one drawn and sealed."""
