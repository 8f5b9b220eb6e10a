"""The speed of the single-case engine: medians, and ratios against bare arithmetic of the same run."""
