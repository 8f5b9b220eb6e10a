"""What is known and what is not: claims with their studies, one vocabulary for how strong the ground is."""
