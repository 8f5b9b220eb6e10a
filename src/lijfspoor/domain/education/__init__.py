"""Cards that explain: for clients, parents and teachers, in plain words, with where they come from."""
