"""Rows of the logbook: entries in one chain per practice, and whom they are about."""

from django.db import models

from lijfspoor.practice.tenancy.rows import PracticeRow


class LogEntry(PracticeRow):
    """One event. `hash` covers every field of the entry and the hash before it; triggers forbid change and removal."""

    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    kind = models.CharField(max_length=60)
    action = models.CharField(max_length=1)
    outcome = models.CharField(max_length=10, default="done")
    member_id = models.UUIDField(null=True)
    user_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=120)
    actor_role = models.CharField(max_length=30)
    client_id = models.UUIDField(null=True)
    clients = models.JSONField(default=list)
    subject = models.CharField(max_length=120, blank=True)
    why = models.CharField(max_length=300, blank=True)
    address = models.CharField(max_length=60, blank=True)
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta(PracticeRow.Meta):
        constraints = [models.UniqueConstraint(fields=["practice", "number"], name="one_entry_per_number")]
        indexes = [models.Index(fields=["practice", "client_id", "-number"])]


class LogSubject(PracticeRow):
    """A client that an entry on several clients is about, so that each client's own log can be read quickly."""

    entry = models.ForeignKey("logbook.LogEntry", on_delete=models.PROTECT, related_name="+")
    client_id = models.UUIDField()
    number = models.PositiveBigIntegerField()

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "client_id", "-number"])]
