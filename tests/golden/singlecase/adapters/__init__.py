"""How each definition of the reference files is asked of the engine, one file per room."""
