"""What letters keep unchanged: letters as they were sent."""

from lijfspoor.practice.tenancy.guards import Guard

GUARDS = (Guard("letters_letterrow", when="OLD.sent_at IS NOT NULL"),)
