"""Rows of the public side: what a practice wrote in the place of our text."""

from django.db import models

from lijfspoor.practice.tenancy.rows import PracticeRow


class Edition(PracticeRow):
    """A practice's own text of a page to read. It never changes; the newest of a practice counts.

    `texts` holds {id of the statement: {nl, en}} where the practice wrote something else, `added` a list of
    {title: {nl, en}, text: {nl, en}}. Without either the text is ours again.
    """

    page = models.CharField(max_length=60)
    texts = models.JSONField(default=dict)
    added = models.JSONField(default=list)
    review_by = models.DateField()
    reviewed = models.BooleanField(default=False)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=120)

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["page", "published_at"])]
