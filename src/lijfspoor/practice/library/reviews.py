"""What is due to be looked at again: modules, exercises, evidence and cards on one list, the earliest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.urls import reverse

from lijfspoor.catalogue.education import shipped_cards
from lijfspoor.catalogue.evidence import shipped_evidence
from lijfspoor.catalogue.exercises import shipped_exercises
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.library import log_kinds, policies, store
from lijfspoor.practice.logbook.flows import record

KINDS = {"module": "module", "exercise": "werkvorm", "evidence": "onderbouwing", "card": "kaart"}
SOON = timedelta(days=90)
NOBODY = "eigen, nog niet nagekeken"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """Something to look at again by a day: what it is, since when it is due, who looked it over."""

    kind: str
    title: str
    version: str
    url: str
    written_on: date
    review_by: date
    reviewer: str
    is_due: bool

    @property
    def kind_words(self) -> str:
        """The kind in words."""
        return KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class ReviewList:
    """What is to be looked at again, as far as asked for, and how much there is in all."""

    lines: tuple[ReviewLine, ...]
    total: int
    due: int


def read_reviews(*, actor: Actor, kind: str, everything: bool, day: date, now: datetime) -> ReviewList:
    """Return what is due on `day` or within three months of it, or `everything`; `kind` leaves only that kind."""
    policies.check_can_read(actor)
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.REVIEWS_READ, at=now)
        every = tuple(_lines(store.modules_of(actor.practice_id), day))
    asked = (each for each in every if not kind or each.kind == kind)
    shown = (each for each in asked if everything or each.review_by <= day + SOON)
    return ReviewList(
        tuple(sorted(shown, key=lambda each: (each.review_by, each.kind, each.title.casefold()))),
        len(every),
        sum(each.is_due for each in every),
    )


def _lines(modules: dict[str, CareModule], day: date) -> Iterator[ReviewLine]:
    for pin, module in modules.items():
        from_ = module.provenance
        address = reverse("library:module", args=[pin])
        days = (from_.checked_on, from_.review_by)
        yield _line("module", module.title.nl, module.version, address, *days, "", day)
    for exercise in shipped_exercises().values():
        address = reverse("exercises:exercise", args=[exercise.id])
        days = (exercise.written_on, exercise.review_by)
        yield _line("exercise", exercise.title.nl, exercise.version, address, *days, NOBODY, day)
    for found in shipped_evidence().records.values():
        address = reverse("library:evidence_record", args=[found.id])
        days = (found.written_on, found.review_by)
        yield _line("evidence", found.text.nl, found.version, address, *days, found.reviewer or NOBODY, day)
    for card in shipped_cards().newest.values():
        address = reverse("library:card", args=[card.pin])
        days = (card.written_on, card.review_by)
        yield _line("card", card.title.nl, card.version, address, *days, card.reviewer or NOBODY, day)


def _line(
    kind: str, title: str, version: str, url: str, written_on: date, review_by: date, reviewer: str, day: date
) -> ReviewLine:
    return ReviewLine(
        kind=kind,
        title=title,
        version=version,
        url=url,
        written_on=written_on,
        review_by=review_by,
        reviewer=reviewer,
        is_due=review_by < day,
    )
