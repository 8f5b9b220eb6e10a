"""Rows of treatment: planned sessions and the notes on them."""

from django.db import models

from lijfspoor.practice.tenancy.rows import PracticeRow


class Session(PracticeRow):
    """A planned session and its plan. Whether it was held is a fact, not a column.

    `series` is shared by sessions planned together as a weekly series.
    """

    treatment = models.ForeignKey("pathway.Treatment", on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    therapist = models.ForeignKey("access.Membership", on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=80, blank=True)
    form = models.CharField(max_length=20, default="individual")
    joined_by = models.JSONField(default=list)
    plan = models.JSONField(default=dict)
    series = models.UUIDField(null=True, blank=True)
    dropped = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(PracticeRow.Meta):
        indexes = [
            models.Index(fields=["practice", "therapist", "starts_at"]),
            models.Index(fields=["practice", "treatment", "starts_at"]),
            models.Index(fields=["practice", "starts_at"]),
        ]


class Note(PracticeRow):
    """The note of a session, evaluation or talk: a draft until signed, then only amended.

    `body` holds what was filled in by field name; an amendment holds `text` and `reason`.
    """

    treatment = models.ForeignKey("pathway.Treatment", on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    session = models.ForeignKey("treatment.Session", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    kind = models.CharField(max_length=30, default="session")
    subject = models.CharField(max_length=120, blank=True)
    body = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    author = models.ForeignKey("access.Membership", on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=120)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.CharField(max_length=120, blank=True)
    amends = models.ForeignKey("treatment.Note", on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(PracticeRow.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["session"],
                condition=models.Q(amends__isnull=True, session__isnull=False),
                name="one_note_per_session",
            ),
        ]
        indexes = [
            models.Index(fields=["practice", "author"], condition=models.Q(signed_at__isnull=True), name="drafts"),
            models.Index(fields=["practice", "treatment"]),
        ]
