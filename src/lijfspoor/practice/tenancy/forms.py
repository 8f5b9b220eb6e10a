"""Reading from a submit what every form carries: its fields, its version, the key that keeps it one act."""

from uuid import UUID

from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was sent to fill a form with, or None when nothing was sent yet."""
    return request.POST if request.method == "POST" else None


def version_of(request: HttpRequest) -> int:
    """Return the version the form was filled from; 0, which never fits, when it is missing or no number."""
    given = request.POST.get("version", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0


def key_of(request: HttpRequest) -> UUID | None:
    """Return the key the form carried, or None when it is missing or no key."""
    try:
        return UUID(request.POST.get("idempotency_key", ""))
    except ValueError:
        return None
