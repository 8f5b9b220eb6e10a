"""What the logbook keeps unchanged."""

from lijfspoor.practice.tenancy.guards import Guard

GUARDS = (Guard("logbook_logentry"), Guard("logbook_logsubject"))
