"""Rows of exercises. None of them is ever changed: what is otherwise now is a later row."""

from django.db import models

from lijfspoor.practice.tenancy.rows import PracticeRow


class OwnExercise(PracticeRow):
    """An exercise of the practice's own, as it was checked and published."""

    exercise = models.CharField(max_length=60)
    pin = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    source = models.TextField()
    checksum = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=120)

    class Meta(PracticeRow.Meta):
        constraints = [models.UniqueConstraint(fields=["practice", "pin"], name="one_own_exercise_per_pin")]


class Hiding(PracticeRow):
    """An exercise hidden in this practice, or shown again; the last row of an exercise counts."""

    exercise = models.CharField(max_length=60)
    hidden = models.BooleanField()
    reason = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    order = models.PositiveIntegerField()

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "order"], name="one_hiding_by_order")]


class ClientCaution(PracticeRow):
    """A contra-indication of exercises noted on a client, or that it is gone; the last row of a caution counts."""

    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    caution = models.CharField(max_length=60)
    present = models.BooleanField()
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    order = models.PositiveIntegerField()

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "client"], name="one_caution_by_order")]


class EffortCheck(PracticeRow):
    """Our own check on physical effort as it was answered; `doctor` says who agreed when that was needed."""

    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    answers = models.JSONField()
    doctor = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    order = models.PositiveIntegerField()

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "client"], name="one_check_by_order")]


class UsedExercise(PracticeRow):
    """An exercise that was done in a session whose note was signed, in the version that was used."""

    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    treatment = models.ForeignKey("pathway.Treatment", on_delete=models.PROTECT, related_name="+")
    session = models.UUIDField()
    exercise = models.CharField(max_length=60)
    version = models.CharField(max_length=20)
    went = models.CharField(max_length=12, blank=True)
    touched = models.BooleanField(default=False)
    used_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)

    class Meta(PracticeRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["practice", "session", "exercise", "version"], name="used_once_a_session")
        ]
        indexes = [
            models.Index(fields=["practice", "exercise"], name="used_by_exercise"),
            models.Index(fields=["practice", "client"], name="used_by_client"),
        ]
