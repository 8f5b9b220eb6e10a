"""Courses told in tables, and letters written about them, without a database."""

from datetime import UTC, date, datetime
from uuid import UUID

from lijfspoor.catalogue.reader import shipped
from lijfspoor.practice.letters.addressee import Addressee, Part
from lijfspoor.practice.letters.compose.about import About, Asked
from lijfspoor.practice.letters.compose.body import LetterBody
from lijfspoor.practice.letters.kinds import KINDS
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.relations import AroundClient, ClientCard
from tests.spec.tables import read_table
from tests.spec.telling import facts_in

ADD_ON, ATTACHMENT, PMT = "pmt-addon@1.0", "pmkt-attachment@1.0", "pmt@1.0"
BORN = {ADD_ON: date(1990, 3, 14), ATTACHMENT: date(2019, 3, 14), PMT: date(2019, 3, 14)}
NOBODY = UUID(int=1)
TOLD_AT = datetime(2026, 1, 1, tzinfo=UTC)


def course(module: str, happened: str, on: str, born: date | None = None) -> Course:
    """A course as the table tells it, read on a day; the client's card says what the birth date is."""
    care_module = shipped()[module]
    card = ClientCard(NOBODY, NOBODY, "Noor Veldhuis", "Noor V.", born, 1, 1, TOLD_AT)
    return Course(
        treatment_id=NOBODY,
        practice_id=NOBODY,
        client_id=NOBODY,
        opened_at=TOLD_AT,
        opened_with=module,
        versions={module: care_module},
        facts=facts_in(read_table(happened), care_module),
        around=AroundClient(card, (), ()),
        on_day=date.fromisoformat(on),
    )


def to(part: Part, name: str = "Kim Bos") -> Addressee:
    """Someone with this part."""
    return Addressee(key="contact:1", part=part, name=name, lines=(name,))


def written(
    kind: str,
    module: str,
    happened: str,
    *,
    on: str,
    part: Part = Part.REFERRER,
    asked: Asked | None = None,
    support: tuple[tuple[str, str], ...] = (),
) -> LetterBody:
    """The letter of a kind about what happened."""
    at = course(module, happened, on, BORN[module])
    about = About(course=at, client=at.around.card, asked=asked, addressee=to(part), support=support)
    return KINDS[kind].compose(about)


def words(body: LetterBody) -> str:
    """The letter as it reads, every fact on a line of its own."""
    return body.words()


def lines(body: LetterBody, section: str) -> list[str]:
    """What one section says under its heading, line by line, as it is printed."""
    printed = body.section(section).on_paper()
    alone = LetterBody(concerning="", salutation="", closing="", sections=(body.section(section),))
    return [line for line in alone.words().split("\n")[4:] if line] if printed else []
