"""A made-up practice of any size, and a bare page beside it, to measure pages with."""
