"""Groups: several clients treated side by side; who takes part, the sessions, and what was seen of each of them."""
