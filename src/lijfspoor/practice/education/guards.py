"""What this room keeps unchanged: every card that was given."""

from lijfspoor.practice.tenancy.guards import Guard

GUARDS = (Guard("education_sharedcard"),)
