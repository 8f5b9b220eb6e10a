"""The pages of the logbook: for one client in plain words, and for the practice as a whole."""
