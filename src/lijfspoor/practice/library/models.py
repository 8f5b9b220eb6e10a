"""Rows of the library: modules a practice added itself."""

from django.db import models

from lijfspoor.practice.tenancy.rows import PracticeRow


class OwnModule(PracticeRow):
    """A module file of the practice's own, as it was checked and published; it never changes."""

    pin = models.CharField(max_length=120)
    title = models.CharField(max_length=200)
    source = models.TextField()
    checksum = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=120)
    changed = models.CharField(max_length=300, blank=True, default="")

    class Meta(PracticeRow.Meta):
        constraints = [models.UniqueConstraint(fields=["practice", "pin"], name="one_own_module_per_pin")]
