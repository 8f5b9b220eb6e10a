"""What the pages of the desk are filled with: what flows read, made into the parts of the look."""
