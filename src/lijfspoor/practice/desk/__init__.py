"""Pages that combine rooms: the day, the client's file, the week."""
