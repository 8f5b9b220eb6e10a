"""Rows of intake: referrals as they came in, and the papers written before treatment."""

from django.db import models

from lijfspoor.practice.tenancy.rows import PracticeRow


class Referral(PracticeRow):
    """A referral or registration as it came in. `identity` recognises the same message twice.

    Without `treatment` it waits to be taken up, unless it was set aside.
    """

    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    treatment = models.ForeignKey(
        "pathway.Treatment", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    identity = models.CharField(max_length=200)
    came_by = models.CharField(max_length=20)
    route = models.CharField(max_length=30, blank=True)
    referrer_name = models.CharField(max_length=120, blank=True)
    referrer_role = models.CharField(max_length=120, blank=True)
    referrer_organisation = models.CharField(max_length=120, blank=True)
    referrer_phone = models.CharField(max_length=40, blank=True)
    referrer_email = models.EmailField(blank=True)
    referrer_address = models.CharField(max_length=300, blank=True)
    referred_by_member = models.ForeignKey(
        "access.Membership", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    reason = models.TextField(blank=True, max_length=8000)
    conditions = models.JSONField(default=list)
    still_to_ask = models.JSONField(default=list)
    unused = models.JSONField(default=list)
    asked_for = models.TextField(blank=True, max_length=2000)
    urgency = models.CharField(max_length=20, blank=True)
    cautions = models.JSONField(default=list)
    document = models.TextField(blank=True)
    set_aside_at = models.DateTimeField(null=True, blank=True)
    set_aside_by = models.CharField(max_length=120, blank=True)
    set_aside_why = models.CharField(max_length=300, blank=True)
    received_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)

    class Meta(PracticeRow.Meta):
        constraints = [models.UniqueConstraint(fields=["practice", "identity"], name="one_referral_per_identity")]
        indexes = [models.Index(fields=["practice", "client"])]


class Paper(PracticeRow):
    """Something written during intake: minutes of a meeting, a part of the examination, a profile, the plan.

    A draft can be saved again under a new `version`; once signed it never changes and a new paper amends it.
    `kind` names the part of the module it belongs to, such as `examination:file-analysis`. `body` holds what was
    filled in by field name, `text` the signed words with their headings, as they read on the day of signing.
    """

    treatment = models.ForeignKey("pathway.Treatment", on_delete=models.PROTECT, related_name="+")
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=80)
    body = models.JSONField(default=dict)
    text = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    written_by = models.CharField(max_length=120)
    saved_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.CharField(max_length=120, blank=True)
    amends = models.ForeignKey("intake.Paper", on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(PracticeRow.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["treatment", "kind"], condition=models.Q(signed_at__isnull=True), name="one_draft_per_paper"
            )
        ]
        indexes = [models.Index(fields=["practice", "treatment", "kind"])]
