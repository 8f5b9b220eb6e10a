"""Whose consent is needed: by age, authority and guardianship, on a given day."""

from lijfspoor.domain.consent.rules import AgeRules, Holder, Needed, consenters

__all__ = ["AgeRules", "Holder", "Needed", "consenters"]
