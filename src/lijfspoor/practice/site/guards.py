"""What of this room never changes once it is there."""

from lijfspoor.practice.tenancy.guards import Guard

GUARDS = (Guard("site_edition"),)
