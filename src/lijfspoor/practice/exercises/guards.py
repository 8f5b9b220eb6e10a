"""What this room keeps unchanged: all its rows."""

from lijfspoor.practice.tenancy.guards import Guard

GUARDS = (
    Guard("exercises_ownexercise"),
    Guard("exercises_hiding"),
    Guard("exercises_clientcaution"),
    Guard("exercises_effortcheck"),
    Guard("exercises_usedexercise"),
)
