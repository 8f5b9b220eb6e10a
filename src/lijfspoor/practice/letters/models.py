"""Rows of letters: drafts, and letters as they were sent."""

from django.db import models

from lijfspoor.practice.tenancy.rows import PracticeRow


class LetterRow(PracticeRow):
    """A letter. A draft can be saved again under a new `version`; once sent, nothing of it ever changes.

    `text` is the letter as it was sent, `handed_over` how it was given, `released` that a clinician released it on
    purpose, `consents` who had said yes at that moment.
    """

    treatment = models.ForeignKey("pathway.Treatment", on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30)
    addressee = models.JSONField(default=dict)
    body = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    author = models.ForeignKey("access.Membership", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.CharField(max_length=120, blank=True)
    pdf = models.BinaryField(null=True, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    text = models.TextField(blank=True)
    handed_over = models.CharField(max_length=20, blank=True)
    released = models.BooleanField(default=False)
    consents = models.JSONField(default=list)

    class Meta(PracticeRow.Meta):
        indexes = [
            models.Index(fields=["practice", "treatment"]),
            models.Index(fields=["practice", "author"], condition=models.Q(sent_at__isnull=True), name="letter_drafts"),
        ]
