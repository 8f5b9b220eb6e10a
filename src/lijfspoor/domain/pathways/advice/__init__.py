"""What is due, what is possible, and what is good to know: one family of advice per file."""

from lijfspoor.domain.pathways.advice.giving import advice

__all__ = ["advice"]
