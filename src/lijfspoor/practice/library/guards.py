"""What the library keeps unchanged: published modules of a practice's own."""

from lijfspoor.practice.tenancy.guards import Guard

GUARDS = (Guard("library_ownmodule"),)
