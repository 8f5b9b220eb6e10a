"""The base of every row that belongs to a practice."""

import uuid
from typing import Any, ClassVar

from django.db import models

from lijfspoor.practice.tenancy.scope import ScopedManager


class PracticeRow(models.Model):
    """A row of one practice, with an id of 128 random bits (trust G9)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practice = models.ForeignKey("access.Practice", on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[ScopedManager[Any]] = ScopedManager()

    class Meta:
        abstract = True
        # Django's own machinery (forward keys, cascades, refresh) follows rows already in hand.
        base_manager_name = "plain"

    plain: ClassVar[models.Manager[Any]] = models.Manager()
