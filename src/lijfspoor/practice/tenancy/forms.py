"""Reading the key that keeps one submit one act."""

from uuid import UUID

from django.http import HttpRequest


def key_of(request: HttpRequest) -> UUID | None:
    """Return the key the form carried, or None when it is missing or no key."""
    try:
        return UUID(request.POST.get("idempotency_key", ""))
    except ValueError:
        return None
