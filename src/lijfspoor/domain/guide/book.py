"""What the guide knows, as data: questions, where help is now, kinds of help, rules, next steps."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, TypeVar

from lijfspoor.domain.evidence.status import EvidenceStatus
from lijfspoor.domain.guide.conditions import Case
from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Statement, Text


@content
class Option:
    """One answer to choose; one that is `alone` cannot be chosen with others (none of these, unknown)."""

    id: str
    text: Text
    alone: bool = False


@content
class Chapter:
    """Questions that belong together."""

    id: str
    title: Text


@content
class Question:
    """A question, shown only when `shown_in` holds. `open_says` is what stays unsaid while it is not answered."""

    id: str
    chapter: str
    kind: Literal["one", "several", "number"]
    text: Text
    hint: Text | None = None
    options: tuple[Option, ...] = ()
    lowest: int = 0
    highest: int = 0
    required: bool = False
    shown_in: tuple[Case, ...] = ()
    open_says: Text
    sources: tuple[str, ...]


@content
class Contact:
    """Where there is help now. `read_at` is where the number was read, on the day `read_on`."""

    id: str
    name: Text
    number: str | None = None
    also: str | None = None
    website: str | None = None
    for_whom: Text
    read_at: str | None = None
    read_on: date


@content
class Flag:
    """Something that must be dealt with before any advice, and the contacts it leads to, the first one first.

    `now`: someone may be in danger; `first`: a doctor must have looked before advice makes sense.
    """

    id: str
    urgency: Literal["now", "first"] = "now"
    when: tuple[Case, ...]
    text: Text
    contacts: tuple[str, ...]
    sources: tuple[str, ...]


@content
class Ground:
    """How strong the ground is, for those for whom `when` holds; no status where the sources name none."""

    id: str
    when: tuple[Case, ...] = ()
    status: EvidenceStatus | None = None
    text: Text
    sources: tuple[str, ...]


@content
class Kind:
    """A kind of help: what it is, what it is not, and the reason against it when nothing points to it."""

    id: str
    name: Text
    what: Statement
    is_not: Statement
    meant_for: Statement
    evidence: tuple[Ground, ...]


@content
class Rule:
    """One reason for or against one kind of help. Weight is a word: `excludes` stands only against."""

    id: str
    kind: str
    direction: Literal["for", "against"]
    weight: Literal["some", "strong", "excludes"]
    when: tuple[Case, ...]
    text: Text
    sources: tuple[str, ...]


@content
class Step:
    """What someone can do next, and with whom; `with_kind` steps come with the kinds of help that fit.

    `page` is the page of the public side that helps with it.
    """

    id: str
    who: Literal["gp", "lead", "therapist", "municipality", "parents", "insurer"]
    place: Literal["first", "with_kind", "last"]
    kinds: tuple[str, ...] = ()
    when: tuple[Case, ...] = ()
    page: Literal["finder", "costs"] | None = None
    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class GuideBook:
    """All of it together, in the order of the files."""

    chapters: tuple[Chapter, ...]
    questions: tuple[Question, ...]
    contacts: tuple[Contact, ...]
    flags: tuple[Flag, ...]
    kinds: tuple[Kind, ...]
    rules: tuple[Rule, ...]
    steps: tuple[Step, ...]

    def question(self, question_id: str) -> Question:
        """Return a question. Raises KeyError."""
        return _by_id(self.questions, question_id)

    def contact(self, contact_id: str) -> Contact:
        """Return a contact. Raises KeyError."""
        return _by_id(self.contacts, contact_id)

    def kind(self, kind_id: str) -> Kind:
        """Return a kind of help. Raises KeyError."""
        return _by_id(self.kinds, kind_id)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def _by_id(things: tuple[N, ...], wanted: str) -> N:
    for thing in things:
        if thing.id == wanted:
            return thing
    raise KeyError(wanted)
