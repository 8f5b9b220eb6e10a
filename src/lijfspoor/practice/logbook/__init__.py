"""Who saw or changed what: append-only and hash-chained (NEN 7513)."""
