"""Reading evidence: the records one looks for, one record, claims with for and against, what to read on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from lijfspoor.catalogue.evidence import shipped_evidence
from lijfspoor.domain.evidence import words as levels
from lijfspoor.domain.evidence.claim import Claim
from lijfspoor.domain.evidence.library import EvidenceWish
from lijfspoor.domain.evidence.record import NULL, EvidenceRecord
from lijfspoor.domain.evidence.reference import Reference
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.library import evidence_words as words
from lijfspoor.practice.library import log_kinds, policies
from lijfspoor.practice.library.words import MODULES
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.look.parts import Fact, Link

NOT_TOLD = frozenset({"not_stated", "none"})
"""Designs that say nothing in a line of a list."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One outcome in words; `is_null` when it was looked for and not found."""

    words: str
    direction: str
    is_null: bool


@dataclass(frozen=True, slots=True)
class EvidenceCard:
    """A record in the words of the screens: `facts` all of it, `brief` what tells it from others."""

    record: EvidenceRecord
    level: str
    meaning: str
    brief: str
    wording: str
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]
    references: tuple[Reference, ...]
    claims: tuple[Link, ...]
    opposes: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EvidenceShelf:
    """The records that meet the wish, how many there are in all, and what is not known in the module asked for."""

    cards: tuple[EvidenceCard, ...]
    total: int
    gaps: tuple[Claim, ...]
    module: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim with how many records speak for it, against it, or leave it open."""

    claim: Claim
    counts: str


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim with what is said on each side; a side without records is empty and stays."""

    claim: Claim
    speaks_for: tuple[EvidenceCard, ...]
    against: tuple[EvidenceCard, ...]
    leaves_open: tuple[EvidenceCard, ...]


@dataclass(frozen=True, slots=True)
class ReadingList:
    """What a module advises to read, and what else its records rest on."""

    module: str
    title: str
    advised: tuple[Reference, ...]
    cited: tuple[Reference, ...]


def read_evidence(*, actor: Actor, wish: EvidenceWish, now: datetime) -> EvidenceShelf:
    """Return the records that meet the wish."""
    _enter(actor, log_kinds.EVIDENCE_READ, now, wish.module)
    library = shipped_evidence()
    cards = tuple(evidence_card(each) for each in library.search(wish))
    return EvidenceShelf(cards, len(library.records), gaps_of(wish.module), MODULES.get(wish.module, ""))


def read_evidence_record(*, actor: Actor, record_id: str, now: datetime) -> EvidenceCard:
    """Return one record. Raises NotFound."""
    found = shipped_evidence().records.get(record_id)
    if found is None:
        raise NotFound
    _enter(actor, log_kinds.EVIDENCE_RECORD_READ, now, record_id)
    return evidence_card(found)


def read_claims(*, actor: Actor, now: datetime) -> tuple[ClaimLine, ...]:
    """Return every claim with how many records stand on each side."""
    _enter(actor, log_kinds.CLAIMS_READ, now)
    return tuple(ClaimLine(claim, _counts(claim)) for claim in shipped_evidence().claims.values())


def read_claim(*, actor: Actor, claim_id: str, now: datetime) -> ClaimCard:
    """Return a claim with for and against (contradiction 9). Raises NotFound."""
    if claim_id not in shipped_evidence().claims:
        raise NotFound
    _enter(actor, log_kinds.CLAIM_READ, now, claim_id)
    sides = shipped_evidence().sides(claim_id)
    three = (sides.speaks_for, sides.against, sides.leaves_open)
    return ClaimCard(sides.claim, *(tuple(evidence_card(each) for each in side) for side in three))


def read_reading_list(*, actor: Actor, module: str, now: datetime) -> ReadingList:
    """Return what to read on for a module (S1-016). Raises NotFound for a module nothing is known of."""
    if module not in MODULES:
        raise NotFound
    _enter(actor, log_kinds.READING_LIST_READ, now, module)
    return ReadingList(module, MODULES[module], *shipped_evidence().reading_of(module))


def gaps_of(module: str) -> tuple[Claim, ...]:
    """Return what the documents say is not known in a module, for the banner on its pages (S4-033)."""
    return shipped_evidence().gaps_of(module)


def evidence_card(found: EvidenceRecord) -> EvidenceCard:
    """Say a record in words."""
    library = shipped_evidence()
    ways = dict.fromkeys(words.DIRECTIONS[each.direction] for each in found.outcomes)
    design = [] if found.design in NOT_TOLD else [words.DESIGNS[found.design]]
    brief = [words.KINDS[found.kind], *design, *_numbers(found), ", ".join(ways)]
    return EvidenceCard(
        record=found,
        level=levels.name(found.status),
        meaning=levels.meaning(found.status),
        brief=" · ".join(dict.fromkeys(brief)),
        wording=words.WORDINGS[found.wording],
        findings=tuple(
            Finding(each.text.nl, words.DIRECTIONS[each.direction], each.direction in NULL) for each in found.outcomes
        ),
        facts=tuple(_facts(found)),
        references=tuple(library.references[each] for each in found.references),
        claims=tuple(
            Link(
                library.claims[each.claim].text.nl,
                reverse("library:claim", args=[each.claim]),
                about=words.SIDES[each.side],
            )
            for each in found.claims
        ),
        opposes=tuple(
            Link(library.records[each].text.nl, reverse("library:evidence_record", args=[each]))
            for each in found.opposes
        ),
    )


def _facts(found: EvidenceRecord) -> Iterator[Fact]:
    yield Fact("Soort", words.KINDS[found.kind])
    yield Fact("Opzet", words.DESIGNS[found.design], extra=found.design_note.nl if found.design_note else "")
    yield Fact("Aantal onderzoeken", str(found.studies) if found.studies else "staat niet in de bron")
    yield Fact("Aantal deelnemers", str(found.participants) if found.participants else "staat niet in de bron")
    for term, text in (
        ("Bij wie", found.population),
        ("Wat er werd gedaan", found.intervention),
        ("Vergeleken met", found.comparator),
        ("Hoeveel en wanneer", found.dose.text if found.dose else None),
    ):
        if text is not None:
            yield Fact(term, text.nl)
    told = found.mechanism_text.nl if found.mechanism_text else ""
    yield Fact("Waardoor het zou werken", words.MECHANISMS[found.mechanism], extra=told)
    if found.modules:
        yield Fact("Module", ", ".join(MODULES[each] for each in found.modules))


def _numbers(found: EvidenceRecord) -> Iterator[str]:
    if found.studies:
        yield f"{found.studies} onderzoeken"
    if found.participants:
        yield f"{found.participants} deelnemers"


def _counts(claim: Claim) -> str:
    sides = shipped_evidence().sides(claim.id)
    counted = ((sides.speaks_for, "voor"), (sides.against, "tegen"), (sides.leaves_open, "laat het open"))
    return " · ".join(f"{len(side)} {name}" for side, name in counted if side)


def _enter(actor: Actor, kind: str, now: datetime, subject: str = "") -> None:
    policies.check_can_read(actor)
    with transaction.atomic():
        record(actor=actor, kind=kind, at=now, subject=subject)
