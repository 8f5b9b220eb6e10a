"""How flows of this room begin: the letter, its client, the right, and the body as the facts give it now."""

from datetime import date
from uuid import UUID

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.intake.agreed import support_plan
from lijfspoor.practice.intake.origin import origin_of
from lijfspoor.practice.letters import policies, store
from lijfspoor.practice.letters.addressee import Addressee
from lijfspoor.practice.letters.compose.about import About, Asked
from lijfspoor.practice.letters.compose.body import LetterBody
from lijfspoor.practice.letters.details import LetterView, line_of
from lijfspoor.practice.letters.kinds import KINDS
from lijfspoor.practice.letters.models import LetterRow
from lijfspoor.practice.letters.paper import on_paper, reference
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people.policies import check_can_treat
from lijfspoor.workbench.paper import letter_text


def course_to_write(*, actor: Actor, treatment_id: UUID, day: date) -> Course:
    """Return the course for someone who may write letters. Raises NotFound or NotAllowed."""
    at = pathway.course(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
    check_can_treat(actor, people.relation(actor=actor, client_id=at.client_id, day=day))
    return at


def letter_to_read(*, actor: Actor, letter_id: UUID, day: date) -> LetterRow:
    """Return a letter the colleague may read. Raises NotFound, also when it is there but not for them."""
    row = store.letter(actor.practice_id, letter_id)
    if row is None:
        raise NotFound
    relation = people.relation(actor=actor, client_id=row.client_id, day=day)
    part = Addressee.from_json(row.addressee).part
    policies.check_can_read(actor, relation, part, sent=row.sent_at is not None)
    return row


def letter_to_write(*, actor: Actor, letter_id: UUID, day: date) -> LetterRow:
    """Return a letter the colleague may edit and send. Raises NotFound or NotAllowed."""
    row = letter_to_read(actor=actor, letter_id=letter_id, day=day)
    check_can_treat(actor, people.relation(actor=actor, client_id=row.client_id, day=day))
    return row


def composed_now(*, course: Course, kind: str, addressee: Addressee) -> LetterBody:
    """Return the body as the facts of today give it."""
    origin = origin_of(practice_id=course.practice_id, treatment_id=course.treatment_id)
    asked = None
    if origin:
        who = origin.referrer
        by = ", ".join(part for part in (who.name, who.organisation) if part)
        asked = Asked(received_on=origin.received_on, by=by, reason=origin.reason)
    support = support_plan(course=course)
    about = About(course=course, client=course.around.card, asked=asked, addressee=addressee, support=support)
    return KINDS[kind].compose(about)


def view_of(*, actor: Actor, row: LetterRow, course: Course, day: date) -> LetterView:
    """Return a letter to read: the text as it was sent, or for a draft the text as it would be printed."""
    body = LetterBody.from_json(row.body)
    addressee = Addressee.from_json(row.addressee)
    draft = row.sent_at is None
    text, stale = row.text, False
    if draft:
        paper = on_paper(actor=actor, letter_id=row.id, body=body, addressee=addressee, day=day, draft=True)
        text = letter_text(paper)
        stale = body.is_stale(composed_now(course=course, kind=row.kind, addressee=addressee))
    return LetterView(
        line=line_of(row),
        client=course.around.card,
        body=body,
        text=text,
        version=row.version,
        reference=reference(row.id),
        stale=stale,
        handed_over=row.handed_over,
        released=row.released,
        fingerprint=row.fingerprint,
    )
