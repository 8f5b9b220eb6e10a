"""What psychomotor practice knows and decides, in plain Python: no database, no clock, no network."""
