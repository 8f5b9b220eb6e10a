"""What the course of treatment keeps unchanged."""

from lijfspoor.practice.tenancy.guards import Guard

GUARDS = (Guard("pathway_factrow"),)
