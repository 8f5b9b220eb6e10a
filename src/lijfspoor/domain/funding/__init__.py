"""Who pays what: which way of paying is open to someone, and what is left for themselves, to the cent and by year."""
