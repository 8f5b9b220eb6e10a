"""The form with which a visitor asks for a first talk, and what keeps machines from filling it in."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core import signing

from lijfspoor.practice.finder.details import FirstTalk
from lijfspoor.practice.site.forms import PublicForm

SALT = "lijfspoor.site.first-talk"
QUICKEST, LONGEST_OPEN = 3, 86_400
"""Seconds between opening and sending: a machine is quicker, a page left open for a day is old."""


class FirstTalkForm(PublicForm):
    """A few things, no account. `seal` says when the form was opened and makes sending it twice one request.

    `leave_empty` is hidden from people and filled in by machines.
    """

    given = forms.CharField(max_length=80)
    family = forms.CharField(max_length=120)
    asker = forms.CharField(max_length=120, required=False)
    relation = forms.CharField(max_length=80, required=False)
    phone = forms.CharField(max_length=40, required=False, widget=forms.TextInput(attrs={"inputmode": "tel"}))
    email = forms.EmailField(max_length=254, required=False)
    about = forms.CharField(max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 4}))
    when = forms.CharField(max_length=120, required=False)
    agrees = forms.BooleanField()
    leave_empty = forms.CharField(required=False)

    def clean(self) -> dict[str, Any]:
        """Ask a way to reach someone, and the name of who asks for another."""
        told: dict[str, Any] = super().clean() or {}
        if not told.get("phone") and not told.get("email") and "email" not in self.errors:
            self.add_error("phone", self.words["error-reach"])
        if told.get("relation") and not told.get("asker"):
            self.add_error("asker", self.words["error-asker"])
        return told

    @property
    def is_by_machine(self) -> bool:
        """Whether the box that people do not see was filled in."""
        return bool(self.cleaned_data.get("leave_empty"))

    def talk(self, key: UUID) -> FirstTalk:
        """Return what was asked. The form must be valid."""
        told = {name: self.cleaned_data[name] for name in FirstTalk.__dataclass_fields__ if name != "key"}
        return FirstTalk(**told, key=key)


def new_seal(at: datetime) -> str:
    """Return a seal for a form that is opened at a moment."""
    return signing.dumps([str(uuid4()), int(at.timestamp())], salt=SALT)


def opened(seal: str, at: datetime) -> UUID | str:
    """Return the key of a form that was sent in time; else the id of the words that say why not."""
    try:
        key, since = signing.loads(seal, salt=SALT)
    except signing.BadSignature:
        return "error-late"
    open_for = int(at.timestamp()) - since
    if open_for < QUICKEST:
        return "error-quick"
    return UUID(key) if open_for <= LONGEST_OPEN else "error-late"
