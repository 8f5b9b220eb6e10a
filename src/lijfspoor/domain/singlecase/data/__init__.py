"""What every statistic of a single case is computed from, and what it answers with."""
