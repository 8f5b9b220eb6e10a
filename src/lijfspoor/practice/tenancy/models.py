"""Rows that keep one submit one act."""

import uuid

from django.db import models


class Once(models.Model):
    """The key of a form that was carried out, with where it led; the same form twice is one act (trust G18)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.UUIDField()
    member_id = models.UUIDField()
    at = models.DateTimeField()
    led_to = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member_id", "key"], name="one_act_per_key")]
