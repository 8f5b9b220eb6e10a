"""The benchmarks: each a ratio against a stated reference, measured in the same run."""
