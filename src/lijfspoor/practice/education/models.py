"""Rows of cards that were given."""

from django.db import models

from lijfspoor.practice.tenancy.rows import PracticeRow


class SharedCard(PracticeRow):
    """A card that someone of the practice gave to someone, in one version and language; it never changes.

    `recipient` holds key, part and name as they were. A row with `takes_back` says that the row it names was a mistake,
    and why (`reason`).
    """

    treatment = models.ForeignKey("pathway.Treatment", on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    session = models.ForeignKey("treatment.Session", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    card = models.CharField(max_length=120)
    language = models.CharField(max_length=2)
    recipient = models.JSONField(default=dict)
    how = models.CharField(max_length=20)
    shared_on = models.DateField()
    recorded_at = models.DateTimeField()
    shared_by = models.ForeignKey("access.Membership", on_delete=models.PROTECT, related_name="+")
    by = models.CharField(max_length=120)
    takes_back = models.OneToOneField(
        "education.SharedCard", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    reason = models.CharField(max_length=400, blank=True)

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "client"])]
