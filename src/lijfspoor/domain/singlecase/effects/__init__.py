"""How large the change between two phases is, every index under its own name and each saying what it assumes."""
