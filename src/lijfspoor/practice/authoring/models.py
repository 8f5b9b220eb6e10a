"""Rows of authoring: drafts of modules."""

from django.db import models

from lijfspoor.practice.tenancy.rows import PracticeRow


class ModuleDraft(PracticeRow):
    """A module that is being written. `text` is the whole file, also while it still has mistakes.

    `base` is the pin of the version it was copied from; `version` counts the times it was saved.
    """

    base = models.CharField(max_length=120)
    title = models.CharField(max_length=200)
    text = models.TextField()
    version = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey("access.Membership", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=120)

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "-saved_at"])]
