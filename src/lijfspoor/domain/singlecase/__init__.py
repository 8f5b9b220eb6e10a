"""Single-case statistics: designs, randomisation, effect sizes, models, pooling and pictures of one person's series."""
