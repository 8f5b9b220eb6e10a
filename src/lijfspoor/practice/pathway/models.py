"""Rows of the course of treatment: the pinned module, the facts, and the outlook derived from them."""

from django.db import models

from lijfspoor.practice.tenancy.rows import PracticeRow


class Treatment(PracticeRow):
    """A client follows a module in the version pinned here; where they stand follows from the facts."""

    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    pin = models.CharField(max_length=120)
    opened_at = models.DateTimeField()

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "client"])]


class FactRow(PracticeRow):
    """One fact. `id` is the fact's own; rows are only added (triggers forbid change and removal)."""

    treatment = models.ForeignKey("pathway.Treatment", on_delete=models.PROTECT, related_name="+")
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    holds_on = models.DateField()
    recorded_at = models.DateTimeField()
    by = models.CharField(max_length=120)
    by_role = models.CharField(max_length=30)
    session_id = models.UUIDField(null=True, blank=True)
    body = models.JSONField(default=dict)

    class Meta(PracticeRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["treatment", "sequence"], name="one_fact_per_sequence"),
        ]
        indexes = [models.Index(fields=["practice", "session_id"])]


class Outlook(PracticeRow):
    """What a treatment's standing and advice came to when last derived.

    Only ever a copy: rebuilt when `stale_on` is reached or the client's revision moved on.
    """

    treatment = models.OneToOneField("pathway.Treatment", on_delete=models.CASCADE, related_name="+")
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    pin = models.CharField(max_length=120, blank=True, default="")
    stage = models.CharField(max_length=20)
    phase = models.CharField(max_length=60, blank=True)
    held = models.PositiveIntegerField(default=0)
    limit = models.PositiveIntegerField(null=True, blank=True)
    due_count = models.PositiveIntegerField(default=0)
    advice = models.JSONField(default=list)
    last_fact_on = models.DateField(null=True, blank=True)
    client_revision = models.PositiveIntegerField(default=0)
    stale_on = models.DateField(null=True, blank=True)
    derived_at = models.DateTimeField()

    class Meta(PracticeRow.Meta):
        indexes = [
            models.Index(fields=["practice", "stale_on"]),
            models.Index(fields=["practice", "client"]),
            models.Index(fields=["practice", "stage"]),
        ]
