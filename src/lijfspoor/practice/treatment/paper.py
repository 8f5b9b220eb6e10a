"""The paper of a session: the plan before it and the note after it, as named texts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

YES = "ja"
MOST = 20_000
ROOM = 400
ROWS = 40
"""A repeated row counts up to here."""

TELLING = ("check_in", "exercises", "reflection", "observation", "in_group", "own_words")
"""What alone is enough to sign a note on."""

ROLES = {"guides": "begeleidt", "observes": "observeert", "assigns": "geeft opdrachten", "plays": "speelt mee"}
ZONES = {"above": "boven het venster", "within": "binnen het venster", "below": "onder het venster", "moves": "wisselt"}

_ID = r"[a-z0-9][a-z0-9-]{0,99}"
_PLAN = re.compile(rf"plan|pick-{_ID}")
_NOTE = re.compile(
    "check_in|exercises|observation|reflection|daily_life|played|home|success|self_check|touch|window_(in|out)"
    "|can-(aware|understand|tolerate)|in_group|own_words|late"
    rf"|(channel|how|role|touched|went|attitude|came)-{_ID}"
    r"|(own|ownhow|ownrole|owntouched)-\d{1,2}"
    r"|sensation-\d{1,2}-(what|where|emotion|conviction)"
    r"|participant-\d{1,2}-(who|seen)"
)


class TooMuch(ValueError):
    """A text is longer than fits; `name` says which (empty when there are too many texts)."""

    def __init__(self, name: str) -> None:
        super().__init__(f"too much text in {name or 'all'}")
        self.name = name


@dataclass(frozen=True, slots=True)
class Paper:
    """What was filled in, by field name; empty texts are left out, a tick reads `ja`."""

    plan: Mapping[str, str] = field(default_factory=dict)
    note: Mapping[str, str] = field(default_factory=dict)

    @property
    def all(self) -> dict[str, str]:
        """Plan and note together."""
        return {**self.plan, **self.note}

    @property
    def picked(self) -> tuple[str, ...]:
        """The ids of what was picked into the plan."""
        return tuple(name.removeprefix("pick-") for name in self.plan if name.startswith("pick-"))

    @property
    def done(self) -> tuple[str, ...]:
        """What was done: ids of picks and the words of exercises of one's own, each with a mark of which it is."""
        own = sorted(name for name in self.note if name.startswith("own-"))
        return (*(f"pick:{id_}" for id_ in self.picked), *(f"own:{self.note[name]}" for name in own))

    @property
    def came(self) -> tuple[str, ...]:
        """The ids of the people around the client who really came."""
        return tuple(name.removeprefix("came-") for name in self.note if name.startswith("came-"))

    @property
    def touched(self) -> bool:
        """Whether touch was used, in an exercise or otherwise."""
        return any(name == "touch" or name.startswith(("touched-", "owntouched-")) for name in self.note)

    @property
    def says_what_happened(self) -> bool:
        """Whether the note tells something of what happened or was seen, so that it can be signed."""
        return any(name in TELLING or name.startswith(("how-", "ownhow-", "channel-")) for name in self.note)


@dataclass(frozen=True, slots=True)
class Version:
    """Which plan and note a form was filled from; `0` when there was no note yet."""

    plan: int = 0
    note: int = 0

    def __str__(self) -> str:
        return f"{self.plan}.{self.note}"


def read_version(words: str) -> Version:
    """Return the version a form carried; anything else counts as older than everything."""
    found = re.fullmatch(r"(\d{1,9})\.(\d{1,9})", words)
    return Version(int(found[1]), int(found[2])) if found else Version(-1, -1)


def read(filled_in: Iterable[tuple[str, str]]) -> Paper:
    """Return what a form brought, in one line ending and without what is not ours. Raises TooMuch."""
    plan: dict[str, str] = {}
    note: dict[str, str] = {}
    for name, given in filled_in:
        words = given.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
        if len(words) > MOST:
            raise TooMuch(name)
        if not words.strip():
            continue
        if _PLAN.fullmatch(name):
            plan[name] = YES if name.startswith("pick-") else words
        elif _NOTE.fullmatch(name) and (words == YES or not _is_tick(name)):
            note[name] = words
    if len(plan) + len(note) > ROOM:
        raise TooMuch("")
    return Paper(plan, note)


def _is_tick(name: str) -> bool:
    return name in ("touch", "late") or name.startswith(("touched-", "owntouched-", "came-", "can-"))


def rows(note: Mapping[str, str], kind: str, least: int) -> int:
    """Return how many rows of a kind to show: those filled in and an empty one, at least `least`, at most ROWS."""
    used = [int(found[1]) for name in note if (found := re.match(rf"{kind}[a-z]*-(\d+)", name))]
    return min(ROWS, max([least, *(number + 2 for number in used)]))
