"""How often a design would find an effect that is there: simulated in chunks that give the same numbers anywhere."""
