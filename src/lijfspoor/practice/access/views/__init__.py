"""Pages of access: at the door, of the practice, of its colleagues, of one's own account."""
