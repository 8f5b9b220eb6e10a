"""Rows of people: clients, those around them, authority, care relations, consents."""

from django.db import models

from lijfspoor.practice.tenancy.rows import PracticeRow


class Client(PracticeRow):
    """A client. `revision` counts every change to the client or the people around them."""

    given = models.CharField(max_length=80, blank=True)
    infix = models.CharField(max_length=30, blank=True)
    family = models.CharField(max_length=120, blank=True)
    called = models.CharField(max_length=80, blank=True)
    search_name = models.CharField(max_length=260)
    born = models.DateField(null=True, blank=True)
    gender = models.CharField(max_length=10, blank=True)
    bsn = models.CharField(max_length=9, blank=True)
    street = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=12, blank=True)
    city = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=60, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    allergies = models.TextField(blank=True, max_length=1000)
    interests = models.TextField(blank=True, max_length=2000)
    earlier_help = models.TextField(blank=True, max_length=4000)
    version = models.PositiveIntegerField(default=1)
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "search_name"]), models.Index(fields=["practice", "born"])]


class Contact(PracticeRow):
    """Someone around a client. `joins` says they are willing to take part in treatment."""

    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30)
    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=80, blank=True)
    organisation = models.CharField(max_length=120, blank=True)
    street = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=12, blank=True)
    city = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    attachment_figure = models.BooleanField(default=False)
    joins = models.BooleanField(default=False)
    note = models.TextField(blank=True, max_length=1000)
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "client"])]


class Authority(PracticeRow):
    """Authority of a contact over the client, as parent or guardian, from a day and maybe until one."""

    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey("people.Contact", on_delete=models.PROTECT, related_name="+")
    guardian = models.BooleanField(default=False)
    holds_from = models.DateField()
    until = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "client"])]


class Consent(PracticeRow):
    """One consent given, refused or taken back. Rows are only added; the last one for a person and scope counts.

    `contact` is empty when the client decides.
    """

    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey("people.Contact", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    scope = models.CharField(max_length=20)
    given = models.BooleanField()
    holds_from = models.DateField()
    until = models.DateField(null=True, blank=True)
    how = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)
    order = models.PositiveIntegerField(default=0)

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "client", "order"])]


class CareRelation(PracticeRow):
    """A colleague has to do with a client: treats, stands in, or is lead clinician; from a day and maybe until one."""

    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey("access.Membership", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    holds_from = models.DateField()
    until = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "member", "client"]), models.Index(fields=["practice", "client"])]
