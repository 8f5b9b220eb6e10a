"""What intake keeps unchanged: signed papers."""

from lijfspoor.practice.tenancy.guards import Guard

GUARDS = (Guard("intake_paper", when="OLD.signed_at IS NOT NULL"),)
