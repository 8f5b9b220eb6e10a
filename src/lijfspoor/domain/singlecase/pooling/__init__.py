"""One answer from several clients, that says how much they differ and what a next client may expect."""
