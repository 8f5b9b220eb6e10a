"""What people do with cards for a client: look which fit, give one, read again what was given, take a mistake back."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.education.card import Audience, EducationCard
from lijfspoor.domain.education.fitting import fitting
from lijfspoor.domain.pathways import Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.letterhead import letterhead_of
from lijfspoor.practice.access.refusals import NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.education import log_kinds, store
from lijfspoor.practice.education.details import Offer, Recipient, Shared, ShareLine, Sharing, line_of, lines_of
from lijfspoor.practice.education.models import SharedCard
from lijfspoor.practice.education.recipients import recipients
from lijfspoor.practice.education.situation import as_reader, names_of, situation_of
from lijfspoor.practice.library.education import card_of, every_card, paper
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people.policies import can_treat, check_can_read_file, check_can_treat
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment.flows.reading import sessions_of
from lijfspoor.practice.treatment.flows.talks import Audience as Met
from lijfspoor.practice.treatment.flows.talks import TalkMinutes, hold_talk

MET: dict[str, Met] = {"guardian": "guardian", "guardian_without_authority": "guardian", "relative": "relatives"}
TALK = Step(StepKind.HOLD_TALK)


def read_offer(*, actor: Actor, treatment_id: UUID, audience: Audience | None, day: date, now: datetime) -> Offer:
    """Return which cards fit now for one kind of reader (None: the client), best first, and what was given before."""
    with transaction.atomic():
        course, relation = _course(actor, treatment_id, day)
        check_can_read_file(actor, relation)
        _log(actor, log_kinds.OFFER_READ, course.client_id, now, str(treatment_id))
        audience = audience or as_reader(course, day)
        return Offer(
            client=course.around.card,
            audience=audience,
            fits=fitting(every_card(), situation_of(course, audience, day)),
            names=names_of(course),
            given=shared_with(practice_id=actor.practice_id, client_id=course.client_id),
            may_share=can_treat(actor, relation),
        )


def read_sharing(*, actor: Actor, treatment_id: UUID, pin: str, language: str, day: date, now: datetime) -> Sharing:
    """Return a card about to be given, with who could get it. Raises NotFound for a card that is not there."""
    with transaction.atomic():
        course, relation = _course(actor, treatment_id, day)
        check_can_treat(actor, relation)
        card = card_of(pin)
        _log(actor, log_kinds.OFFER_READ, course.client_id, now, str(treatment_id))
        return Sharing(
            client=course.around.card,
            card=card,
            paper=paper(card, language, letterhead_of(practice_id=actor.practice_id).name),
            recipients=recipients(actor=actor, course=course, audience=card.audience, day=day),
            may_note_talk=card.audience == "parent" and course.steps[TALK].allowed,
        )


def share_card(
    *,
    actor: Actor,
    treatment_id: UUID,
    pin: str,
    recipient: str,
    language: str,
    how: str,
    on: date,
    session: UUID | None,
    as_talk: bool,
    day: date,
    now: datetime,
) -> UUID:
    """Write down that the practice gave a card to someone `on` a day; with `as_talk` also as a talk (S2-073, S2-120).

    Nothing leaves the program: the practice prints, hands over or mails the card itself. Raises NotUnderstood when the
    recipient cannot get it, the day has yet to come, or the session is of another treatment.
    """
    with transaction.atomic():
        course, relation = _course(actor, treatment_id, day)
        check_can_treat(actor, relation)
        card = card_of(pin)
        to = _recipient(actor, course, card, recipient, day)
        if on > day:
            raise NotUnderstood({"on": "Kies vandaag of een dag die geweest is."})
        _check_session(actor, treatment_id, session)
        row = store.add(
            actor.practice_id,
            {
                "treatment_id": treatment_id,
                "client_id": course.client_id,
                "session_id": session,
                "card": pin,
                "language": language,
                "recipient": {"key": to.key, "part": to.part, "name": to.name, "words": to.words},
                "how": how,
                "shared_on": on,
                "recorded_at": now,
                "shared_by_id": actor.member_id,
                "by": actor.name,
            },
        )
        detail = {"card": pin, "to": to.part, "how": how}
        _log(actor, log_kinds.SHARED, course.client_id, now, str(row.id), detail)
        if as_talk and card.audience == "parent":
            _note_talk(actor, treatment_id, card, to, on, day, now)
        return row.id


def read_shared(*, actor: Actor, share_id: UUID, day: date, now: datetime, to_write: bool = False) -> Shared:
    """Return a card as it was given. Raises NotFound; with `to_write` NotAllowed for who does not treat."""
    with transaction.atomic():
        row, relation = _row(actor, share_id, day)
        (check_can_treat if to_write else check_can_read_file)(actor, relation)
        _log(actor, log_kinds.PAPER_READ, row.client_id, now, str(share_id))
        lines = shared_with(practice_id=actor.practice_id, client_id=row.client_id)
        line = next(each for each in lines if each.id == share_id)
        cards = people.client_cards(practice_id=actor.practice_id, client_ids=(row.client_id,))
        return Shared(
            client=cards[row.client_id],
            treatment_id=row.treatment_id,
            line=line,
            paper=paper(card_of(row.card), row.language, letterhead_of(practice_id=actor.practice_id).name),
            may_take_back=can_treat(actor, relation) and not line.taken_back,
        )


def take_back(*, actor: Actor, share_id: UUID, reason: str, day: date, now: datetime) -> UUID:
    """Write down that a card was not given after all, and why; return its treatment. Both rows stay.

    Raises NotUnderstood without a reason, NotPossible when it was taken back before.
    """
    if not reason.strip():
        raise NotUnderstood({"reason": "Schrijf kort wat er niet klopte."})
    with transaction.atomic():
        row, relation = _row(actor, share_id, day)
        check_can_treat(actor, relation)
        if store.taken_back(actor.practice_id, share_id):
            raise NotPossible(f"Dit is al hersteld: {line_of(row).title}.")
        kept = {name: getattr(row, name) for name in ("treatment_id", "client_id", "card", "language", "recipient")}
        kept |= {"how": row.how, "shared_on": row.shared_on, "takes_back_id": row.id, "reason": reason.strip()}
        kept |= {"recorded_at": now, "shared_by_id": actor.member_id, "by": actor.name}
        store.add(actor.practice_id, kept)
        _log(actor, log_kinds.TAKEN_BACK, row.client_id, now, str(share_id))
        return row.treatment_id


def shared_with(*, practice_id: UUID, client_id: UUID) -> tuple[ShareLine, ...]:
    """Return the cards given around a client, the newest first, in one query. The caller checks the right and logs."""
    return lines_of(store.of_client(practice_id, client_id))


def _course(actor: Actor, treatment_id: UUID, day: date) -> tuple[Course, Relation]:
    course = pathway.course(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
    return course, people.relation(actor=actor, client_id=course.client_id, day=day)


def _row(actor: Actor, share_id: UUID, day: date) -> tuple[SharedCard, Relation]:
    row = store.shared(actor.practice_id, share_id)
    if row is None:
        raise NotFound
    return row, people.relation(actor=actor, client_id=row.client_id, day=day)


def _recipient(actor: Actor, course: Course, card: EducationCard, key: str, day: date) -> Recipient:
    every = recipients(actor=actor, course=course, audience=card.audience, day=day)
    found = next((each for each in every if each.key == key), None)
    if found is None:
        raise NotUnderstood({"recipient": "Kies iemand uit de lijst."})
    if found.hindrances:
        raise NotUnderstood({"recipient": " ".join(found.hindrances)})
    return found


def _check_session(actor: Actor, treatment_id: UUID, session: UUID | None) -> None:
    if session is None:
        return
    known = {each.id for each in sessions_of(practice_id=actor.practice_id, treatment_id=treatment_id)}
    if session not in known:
        raise NotUnderstood({"session": "Deze sessie hoort bij een andere behandeling."})


def _note_talk(
    actor: Actor, treatment_id: UUID, card: EducationCard, to: Recipient, on: date, day: date, now: datetime
) -> None:
    hold_talk(
        actor=actor,
        treatment_id=treatment_id,
        audience=MET.get(to.part, "caregivers"),
        mode="psycho_education",
        summary=f"Uitleg gegeven met de kaart ‘{card.title.nl}’ (versie {card.version}).",
        told=TalkMinutes(present=(to.name,) if to.name else ()),
        on=on,
        day=day,
        now=now,
    )


def _log(
    actor: Actor, kind: str, client_id: UUID, now: datetime, subject: str, detail: dict[str, str] | None = None
) -> None:
    record(actor=actor, kind=kind, at=now, clients=(client_id,), subject=subject, detail=detail or {})
