"""The between-case standardised mean difference: by moments and by restricted maximum likelihood."""
