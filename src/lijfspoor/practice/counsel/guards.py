"""What this room keeps unchanged: answers as they were given."""

from lijfspoor.practice.tenancy.guards import Guard

GUARDS = (Guard("counsel_caseanswer"),)
