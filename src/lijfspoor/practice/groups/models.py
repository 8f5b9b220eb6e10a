"""Rows of groups: the group, who takes part since when, its sessions, who has a seat there, and its own note."""

from django.db import models

from lijfspoor.practice.tenancy.rows import PracticeRow


class Group(PracticeRow):
    """A group along one module, on a fixed slot. `takes_in` when people may still join once it runs.

    `most` is the largest size as the practice chose it: the sources name none.
    """

    name = models.CharField(max_length=80)
    pin = models.CharField(max_length=120)
    therapist = models.ForeignKey("access.Membership", on_delete=models.PROTECT, related_name="+")
    co_therapist = models.ForeignKey(
        "access.Membership", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    place = models.CharField(max_length=80, blank=True)
    weekday = models.PositiveSmallIntegerField()
    at = models.TimeField()
    minutes = models.PositiveSmallIntegerField()
    takes_in = models.BooleanField(default=False)
    most = models.PositiveSmallIntegerField()
    begins_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "ends_on"])]


class RosterRow(PracticeRow):
    """Someone joined, left, or waits for a place. Rows are only added; the last one up to a day counts that day.

    `agreed` names who said yes to taking part in a group; `bound` the colleagues who came to treat by this joining.
    """

    group = models.ForeignKey("groups.Group", on_delete=models.PROTECT, related_name="+")
    treatment = models.ForeignKey("pathway.Treatment", on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    on = models.DateField()
    reason = models.CharField(max_length=300, blank=True)
    agreed = models.JSONField(default=list)
    bound = models.JSONField(default=list)
    order = models.PositiveIntegerField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)

    class Meta(PracticeRow.Meta):
        indexes = [
            models.Index(fields=["practice", "group", "order"]),
            models.Index(fields=["practice", "treatment"]),
        ]


class Meeting(PracticeRow):
    """One session of the group as a whole; what happened to each participant is in their own treatment."""

    group = models.ForeignKey("groups.Group", on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=80, blank=True)
    dropped = models.BooleanField(default=False)

    class Meta(PracticeRow.Meta):
        indexes = [
            models.Index(fields=["practice", "group", "starts_at"]),
            models.Index(fields=["practice", "starts_at"]),
        ]


class Seat(PracticeRow):
    """A participant's own session within a group session, and whether they came, until that is recorded there."""

    meeting = models.ForeignKey("groups.Meeting", on_delete=models.PROTECT, related_name="+")
    session = models.ForeignKey("treatment.Session", on_delete=models.PROTECT, related_name="+")
    treatment = models.ForeignKey("pathway.Treatment", on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    attendance = models.CharField(max_length=20, blank=True)

    class Meta(PracticeRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["session"], name="one_seat_per_session"),
            models.UniqueConstraint(fields=["meeting", "treatment"], name="one_seat_per_participant"),
        ]
        indexes = [models.Index(fields=["practice", "meeting"])]


class GroupNote(PracticeRow):
    """What the therapists write about a group session as a whole: a draft until signed, then only amended.

    `body` holds what was done with the group by field name; an amendment holds `text` and `reason`.
    """

    meeting = models.ForeignKey("groups.Meeting", on_delete=models.PROTECT, related_name="+")
    body = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=120)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.CharField(max_length=120, blank=True)
    amends = models.ForeignKey("groups.GroupNote", on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(PracticeRow.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"], condition=models.Q(amends__isnull=True), name="one_note_per_group_session"
            ),
        ]
