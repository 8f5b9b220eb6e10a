"""Words for the pages of the logbook."""
