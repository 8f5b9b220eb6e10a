"""What the room of people keeps unchanged: every consent and every record of authority."""

from lijfspoor.practice.tenancy.guards import Guard

GUARDS = (Guard("people_consent"), Guard("people_authority"))
