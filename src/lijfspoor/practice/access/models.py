"""Rows of access: people who sign in, practices, who works where and in which roles, credentials."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from lijfspoor.practice.tenancy.rows import PracticeRow


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **more: Any) -> "User":
        """Create an active user; the address is kept in lower case."""
        user = self.model(email=email.strip().lower(), **more)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find a user by address, whatever its case."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """Someone who can sign in. Counting `sign_ins_ended` up signs them out wherever they are signed in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField("e-mailadres", unique=True)
    name = models.CharField("naam", max_length=120)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    sign_ins_ended = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    seats_today: "tuple[Membership, ...]"
    """Where they work today, when they were read along with the session (`seated`)."""

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        # Django holds this against every session at every request: counting up ends all of them at once.
        salt = "lijfspoor.practice.access.models.User"
        return salted_hmac(
            salt, f"{self.password}:{self.sign_ins_ended}", secret=secret, algorithm="sha256"
        ).hexdigest()

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name


class Practice(models.Model):
    """A practice: the tenant. Its settings hold what the sources leave to the practice."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=7, blank=True)
    city = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    website = models.CharField(max_length=120, blank=True)
    agb = models.CharField(max_length=8, blank=True)
    requires_second_factor = models.BooleanField(default=True)
    evaluation_after = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Membership(PracticeRow):
    """Someone works at a practice, in one or more roles, from a day and maybe until a day."""

    user = models.ForeignKey("access.User", on_delete=models.PROTECT, related_name="+")
    profession = models.CharField(max_length=120, blank=True)
    is_owner = models.BooleanField(default=False)
    is_therapist = models.BooleanField(default=False)
    is_lead_clinician = models.BooleanField(default=False)
    is_assistant = models.BooleanField(default=False)
    holds_from = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(PracticeRow.Meta):
        constraints = [models.UniqueConstraint(fields=["practice", "user"], name="one_membership_per_practice")]
        indexes = [models.Index(fields=["user"])]

    @property
    def display_name(self) -> str:
        """The colleague's name, for the frame of the page."""
        return self.user.name

    @property
    def role(self) -> str:
        """`owner` when the colleague runs the practice, for the frame of the page."""
        return "owner" if self.is_owner else "colleague"


class Credential(PracticeRow):
    """A training, registration or membership of a colleague, with its number and end."""

    member = models.ForeignKey("access.Membership", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    number = models.CharField(max_length=60, blank=True)
    holds_from = models.DateField()
    until = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta(PracticeRow.Meta):
        indexes = [models.Index(fields=["practice", "member"])]


class Invitation(PracticeRow):
    """An invitation to join a practice: a secret link, kept as hash only, that ends by itself."""

    email = models.EmailField()
    name = models.CharField(max_length=120)
    profession = models.CharField(max_length=120, blank=True)
    roles = models.JSONField(default=list)
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey("access.Membership", on_delete=models.PROTECT, related_name="+")
