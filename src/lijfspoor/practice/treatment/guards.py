"""What treatment keeps unchanged: signed notes."""

from lijfspoor.practice.tenancy.guards import Guard

GUARDS = (Guard("treatment_note", when="OLD.signed_at IS NOT NULL"),)
