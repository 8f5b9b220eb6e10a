"""The kinds of entries, each with its NEN 7513 action letter and the words a client reads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A registered kind. `action`: C create, R read, U change, D remove, E carry out. `words` continue 'X heeft …'."""

    name: str
    action: str
    words: str


_KINDS: dict[str, Kind] = {}


def register(name: str, action: str, words: str) -> str:
    """Register a kind and return its name. Raises ValueError when the name is taken or the action unknown."""
    if action not in "CRUDE" or len(action) != 1:
        msg = f"{action} is no NEN 7513 action"
        raise ValueError(msg)
    if name in _KINDS:
        msg = f"log kind {name} is registered twice"
        raise ValueError(msg)
    _KINDS[name] = Kind(name, action, words)
    return name


def kind(name: str) -> Kind:
    """Return a registered kind. Raises KeyError for an unknown one: nothing is logged under a guess."""
    return _KINDS[name]


def all_kinds() -> tuple[Kind, ...]:
    """Return every registered kind by name."""
    return tuple(_KINDS[name] for name in sorted(_KINDS))
