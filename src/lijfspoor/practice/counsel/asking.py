"""Writing a question, making it unrecognisable, and putting it to the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.disguise.folding import words_in
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.counsel import log_kinds, policies, store
from lijfspoor.practice.counsel.comparing import LookedThrough, known_to, look_through
from lijfspoor.practice.counsel.models import CaseDraft, CaseText
from lijfspoor.practice.counsel.words import AREAS, KINDS
from lijfspoor.practice.library import flows as library
from lijfspoor.practice.library.words import AGE_GROUPS
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people import policies as people_policies
from lijfspoor.practice.people.overview import ListedClient, Sought, clients_sought

MOST_LISTED = 300
LEAST_REASON = 3
AN_ORDINARY_WORD = "gewoon woord"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What the asker wrote; `client_id` is None when the case is of no file in this practice."""

    client_id: UUID | None
    kind: str
    module: str
    area: str
    age_group: str
    title: str
    question: str


def clients_to_choose(*, actor: Actor, day: date, now: datetime) -> tuple[ListedClient, ...]:
    """Return the clients whose file this colleague may read, to choose whose words must not be in the text."""
    policies.check_can_take_part(actor)
    sought = Sought(words="", born=None, own=True)
    found, _ = clients_sought(actor=actor, sought=sought, within=None, day=day, start=0, size=MOST_LISTED)
    if found:
        record(actor=actor, kind=log_kinds.CHOSEN_FROM, at=now, clients=tuple(each.card.id for each in found))
    return found


def read_draft(*, actor: Actor, draft_id: UUID) -> CaseDraft:
    """Return a draft of this asker; nobody else's is there. Raises NotAllowed or NotFound."""
    policies.check_can_take_part(actor)
    found = store.draft(actor.practice_id, actor.member_id, draft_id)
    if found is None:
        raise NotFound
    return found


def save_draft(
    *, actor: Actor, draft_id: UUID | None, written: Written, version: int, day: date, now: datetime
) -> CaseDraft:
    """Keep a draft; return it. Raises NotFound for a client this colleague has nothing to do with, ChangedMeanwhile."""
    policies.check_can_take_part(actor)
    if written.client_id is not None:
        relation = people.relation(actor=actor, client_id=written.client_id, day=day)
        people_policies.check_can_read_file(actor, relation)
    values = {name: getattr(written, name) for name in Written.__slots__} | {"saved_at": now}
    with transaction.atomic():
        if draft_id is None:
            row = store.add_draft({**values, "practice_id": actor.practice_id, "asker_id": actor.member_id})
        else:
            row = read_draft(actor=actor, draft_id=draft_id)
            if not store.change_draft(actor.practice_id, draft_id, version, values):
                raise ChangedMeanwhile(version=row.version)
            row = read_draft(actor=actor, draft_id=draft_id)
        record(actor=actor, kind=log_kinds.DRAFT_SAVED, at=now, subject=str(row.id))
        return row


def look_over(*, actor: Actor, draft_id: UUID, day: date, now: datetime) -> tuple[CaseDraft, LookedThrough]:
    """Hold a draft against the file it is about; return it with what still points at someone."""
    with transaction.atomic():
        row = read_draft(actor=actor, draft_id=draft_id)
        known = known_to(actor=actor, client_id=row.client_id, day=day, now=now)
        return row, look_through(row.title, row.question, known, row.kept)


def keep_knowingly(
    *, actor: Actor, draft_id: UUID, reasons: Mapping[str, str], day: date, now: datetime
) -> LookedThrough:
    """Keep what was found but points at nobody, each with a reason; what is no longer said is forgotten.

    Raises NotUnderstood when a reason is too short.
    """
    with transaction.atomic():
        row, looked = look_over(actor=actor, draft_id=draft_id, day=day, now=now)
        kept: dict[str, str] = {}
        for each in looked.found:
            reason = reasons.get(each.id, "").strip()
            if reason and len(reason) < LEAST_REASON:
                raise NotUnderstood({each.id: "Schrijf kort waarom dit niemand aanwijst."})
            if reason:
                kept[each.hit.key] = reason[:200]
        if not store.change_draft(actor.practice_id, draft_id, row.version, {"kept": kept, "saved_at": now}):
            raise ChangedMeanwhile(version=row.version)
        known = known_to(actor=actor, client_id=row.client_id, day=day, now=now)
        return look_through(row.title, row.question, known, kept)


def ask(*, actor: Actor, draft_id: UUID, day: date, now: datetime) -> UUID:
    """Put the question to the others; whose case it is goes with the draft. Return the question.

    Raises NotPossible while something in it still points at someone.
    """
    with transaction.atomic():
        row, looked = look_over(actor=actor, draft_id=draft_id, day=day, now=now)
        if not row.question.strip():
            raise NotPossible("Schrijf eerst de casus en uw vraag.")
        if looked.open:
            words = tuple(f"{each.hit.words}: {each.hit.why}" for each in looked.open)
            raise NotPossible("Er staan nog woorden in die iemand kunnen aanwijzen.", words)
        said = {field: getattr(row, field) for field in TOLD}
        made = store.add_question(
            {
                **said,
                "practice_id": actor.practice_id,
                "asker_id": actor.member_id,
                "asked_at": now,
                "found_by": found_by(row, actor.practice_id),
            }
        )
        store.drop_draft(row)
        record(actor=actor, kind=log_kinds.ASKED, at=now, subject=str(made.id))
        return made.id


TOLD = ("kind", "module", "area", "age_group", "title", "question", "kept")


def found_by(row: CaseText, practice_id: UUID) -> str:
    """Return what a search looks in: the words of a question and of its tags, in folded letters."""
    titles = {module.id: module.title.nl for module in library.modules(practice_id=practice_id).values()}
    tags = (KINDS.get(row.kind, ""), AREAS.get(row.area, ""), AGE_GROUPS.get(row.age_group, ""))
    return " ".join(words_in(" ".join((row.title, row.question, *tags, titles.get(row.module, "")))))


def discard(*, actor: Actor, draft_id: UUID, now: datetime) -> None:
    """Throw a draft away."""
    with transaction.atomic():
        row = read_draft(actor=actor, draft_id=draft_id)
        record(actor=actor, kind=log_kinds.DRAFT_DISCARDED, at=now, subject=str(draft_id))
        store.drop_draft(row)
