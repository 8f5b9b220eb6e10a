"""Rows of case questions: drafts, questions, answers, invitations of experts."""

from django.db import models

from lijfspoor.practice.tenancy.rows import PracticeRow


class CaseText(PracticeRow):
    """What a question says. `kept` holds, by hit, why something that was found in it was kept knowingly."""

    asker = models.ForeignKey("access.Membership", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    module = models.CharField(max_length=120, blank=True)
    area = models.CharField(max_length=30, blank=True)
    age_group = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=160)
    question = models.TextField()
    kept = models.JSONField(default=dict)

    class Meta(PracticeRow.Meta):
        abstract = True


class CaseDraft(CaseText):
    """A question that is not asked yet, for its asker alone. Only a draft knows whose case it is."""

    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()

    class Meta(CaseText.Meta):
        abstract = False
        indexes = [models.Index(fields=["practice", "asker", "-saved_at"])]


class CaseQuestion(CaseText):
    """A question as it was asked. Whose case it is was never kept with it. `found_by` is what a search looks in."""

    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    thanks = models.TextField(blank=True)
    found_by = models.TextField()

    class Meta(CaseText.Meta):
        abstract = False
        indexes = [models.Index(fields=["practice", "-asked_at"])]


class ExpertInvite(PracticeRow):
    """Someone from outside who may read and answer one question: a secret link, kept as hash only, that ends."""

    question = models.ForeignKey("counsel.CaseQuestion", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    field = models.CharField(max_length=120)
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "question"])]


class CaseAnswer(PracticeRow):
    """An answer of a colleague or of an invited expert, with what it rests on; it never changes."""

    question = models.ForeignKey("counsel.CaseQuestion", on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey("access.Membership", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    invite = models.ForeignKey(
        "counsel.ExpertInvite", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    name = models.CharField(max_length=120)
    field = models.CharField(max_length=120, blank=True)
    text = models.TextField()
    sources = models.TextField(blank=True)
    given_at = models.DateTimeField()

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "question", "given_at"])]
