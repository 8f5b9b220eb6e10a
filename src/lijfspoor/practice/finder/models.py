"""Rows of the finder: the register that was read in, and everyone who can be found.

They are for everyone to see, so they belong to no practice; a profile names the practice and the colleague it is of.
"""

import uuid

from django.db import models


class RegisterFile(models.Model):
    """A register of therapists as it was read in: what it is called, the day it is of, and how much of it was used."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    origin = models.CharField(max_length=200)
    dated = models.DateField()
    checksum = models.CharField(max_length=64)
    read_at = models.DateTimeField()
    listed = models.PositiveIntegerField()
    left_out = models.PositiveIntegerField()


class Listed(models.Model):
    """Someone who can be found: a line of the register file, or the profile of a colleague (`practice`, `member`).

    `marks` holds every property between bars, to search in (`domain.finder.wish.mark`). A profile that is not `shown`,
    or whose `last_day` has passed, is found by nobody.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    register_file = models.ForeignKey(RegisterFile, on_delete=models.CASCADE, related_name="+", null=True)
    practice = models.ForeignKey("access.Practice", on_delete=models.CASCADE, related_name="+", null=True)
    member = models.OneToOneField("access.Membership", on_delete=models.CASCADE, related_name="+", null=True)
    shown = models.BooleanField(default=True)
    last_day = models.DateField(null=True)
    name = models.CharField(max_length=200)
    works_at = models.CharField(max_length=200, blank=True)
    discipline = models.CharField(max_length=30)
    pc4 = models.CharField(max_length=4)
    city = models.CharField(max_length=200, blank=True)
    north = models.FloatField()
    east = models.FloatField()
    marks = models.TextField(blank=True)
    details = models.JSONField(default=dict)
    registrations = models.JSONField(default=list)
    answers = models.JSONField(default=dict)
    waiting_weeks = models.PositiveSmallIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["north", "east"]), models.Index(fields=["name", "id"])]
