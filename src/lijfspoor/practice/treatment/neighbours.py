"""What rooms above this one plug in: treatment cannot import them, so they come and say what they watch over."""

from collections.abc import Callable, Iterable
from uuid import UUID

BeforeSigning = Callable[[UUID, UUID, Iterable[tuple[str, str]]], None]

_before_signing: list[BeforeSigning] = []


def before_signing(check: BeforeSigning) -> None:
    """Have `check(practice_id, session_id, texts)` called before anything about a session is signed.

    `texts` are pairs of field name and words. It raises a refusal when they cannot be signed like this.
    """
    _before_signing.append(check)


def check_signing(practice_id: UUID, session_id: UUID, texts: Iterable[tuple[str, str]]) -> None:
    """Ask those who watch over what is signed; each may refuse."""
    said = tuple(texts)
    for check in _before_signing:
        check(practice_id, session_id, said)
