"""The sheet of a meeting before treatment: who was there, what was covered, what an intake must hold."""

from lijfspoor.domain.caremodules.diagnostics import Meeting
from lijfspoor.practice.intake.sheets.context import Case
from lijfspoor.practice.intake.sheets.shape import Line, OneOf, Page, Section, Sheet

BLOCKS = (
    Line(
        name="block.complaints", label="Klachten", hint="Waar heeft de cliënt last van, en sinds wanneer?", needed=True
    ),
    Line(
        name="block.medical-history",
        label="Medische voorgeschiedenis",
        hint="Ziekten, ongevallen, medicijnen, en wat de huisarts weet.",
        needed=True,
    ),
    Line(name="block.goals", label="Behandeldoelen", hint="Wat moet er anders worden?", needed=True),
)
ADULT = 18 * 12
EARLIER_HELP = Line(
    name="earlier-help",
    label="Eerdere hulp",
    hint="Welke behandelingen waren er al, wat hielp en wat niet?",
    sources=("S0-032",),
)


def sheet(case: Case, meeting: Meeting) -> Sheet:
    """Return the sheet of a meeting; every part needs words before signing (S1-010, S2-023).

    An intake has three blocks that cannot stay empty (S0-039), asks for earlier help (S0-032), and what parents tell
    has a place of its own (S0-040).
    """
    pages = [Page(title="Wie en wat", sections=(_when_and_who(case, meeting), _parts(case, meeting)))]
    if meeting.id == "intake":
        blocks = _blocks(meeting)
        sections = (blocks, _earlier()) if blocks.lines else (_earlier(),)
        pages.append(Page(title="Klacht en voorgeschiedenis" if blocks.lines else "Eerdere hulp", sections=sections))
    if meeting.id == "intake" and "caregivers" in meeting.attended_by and _by_parents(case):
        pages.append(Page(title="Wat ouders vertellen", sections=(_from_parents(),)))
    present = tuple(line.name for line in _when_and_who(case, meeting).lines if line.name.startswith("there."))
    return Sheet(
        kind=f"meeting:{meeting.id}",
        title=meeting.title.nl,
        sources=meeting.sources,
        pages=tuple(pages),
        one_of=(OneOf(names=present, words="Wie was erbij?"),),
        start={"held-on": case.today.isoformat(), **_known(case, meeting)},
    )


def _known(case: Case, meeting: Meeting) -> dict[str, str]:
    """What the referral already said is not typed twice."""
    question = next((part.id for part in meeting.parts if part.id in {"question", "problem"}), "")
    return {f"part.{question}": case.referral_reason} if question and case.referral_reason else {}


def _when_and_who(case: Case, meeting: Meeting) -> Section:
    ticks = [_was_there("client", case.client, "cliënt")]
    ticks += [_was_there(each.key, each.name, each.role) for each in case.people]
    others = Line(name="there.others", label="Anderen", kind="line", hint="Namen, met een komma ertussen.")
    held = Line(name="held-on", label="Datum van het gesprek", kind="day", needed=True)
    about = ""
    if "caregivers" in meeting.attended_by:
        about = "Met ouders, met het kind, of met allebei: het kan allemaal. Zet een vinkje bij wie er was."
    return Section(
        id="there", title="Wie was erbij?", about=about, lines=(held, *ticks, others), sources=meeting.sources
    )


def _was_there(key: str, name: str, role: str) -> Line:
    return Line(name=f"there.{key}", label=f"{name}, {role}" if role else name, kind="tick", tick_value=name)


def _parts(case: Case, meeting: Meeting) -> Section:
    """Parts covered in an earlier meeting of this kind may stay empty now, and so may parts not required."""
    covered = dict(case.standing.meetings).get(meeting.id, ())
    some = any(part.required for part in meeting.parts)
    lines = tuple(
        Line(
            name=f"part.{part.id}",
            label=part.text.nl,
            needed=part.id not in covered and (part.required or not some),
            sources=part.sources,
            hint="Al besproken in een eerder gesprek." if part.id in covered else "",
        )
        for part in meeting.parts
        if part.variant is None or part.variant in case.standing.variant_ids
    )
    return Section(id="parts", title="Wat is besproken?", lines=lines)


def _blocks(meeting: Meeting) -> Section:
    """The three blocks, as far as the module does not ask them itself."""
    asked = {f"block.{part.id}" for part in meeting.parts}
    lines = tuple(line for line in BLOCKS if line.name not in asked)
    return Section(id="blocks", title="Drie dingen die u altijd vraagt", lines=lines, sources=("S0-039",))


def _by_parents(case: Case) -> bool:
    """Parents tell of a child or a young person, not of an adult."""
    return case.ages.calendar is None or case.ages.calendar < ADULT


def _earlier() -> Section:
    return Section(id="earlier", title="Eerdere hulp", lines=(EARLIER_HELP,), sources=("S0-032",))


def _from_parents() -> Section:
    lines = (
        Line(name="parents.view", label="Hoe zien ouders of verzorgers het probleem?"),
        Line(name="parents.home", label="Hoe gaat het thuis en op school?"),
        Line(name="parents.hope", label="Wat hopen zij dat er anders wordt?"),
        Line(name="parents.part", label="Hoe willen en kunnen zij meedoen?"),
    )
    about = "Hoeft niet bij elk gesprek. Ouders kunnen ook later vertellen: leg dan nog een gesprek vast."
    return Section(id="parents", title="Van ouders of verzorgers", about=about, lines=lines, sources=("S0-040",))
