"""What groups keep unchanged: who joined and left, and signed notes."""

from lijfspoor.practice.tenancy.guards import Guard

GUARDS = (Guard("groups_rosterrow"), Guard("groups_groupnote", when="OLD.signed_at IS NOT NULL"))
