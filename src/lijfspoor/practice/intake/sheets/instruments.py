"""Results of instruments of others: where to enter them, and for which ages an instrument is not offered.

Only results are entered: no item of anyone's questionnaire is here (S2-109 to S2-111).
"""

from lijfspoor.domain.caremodules.diagnostics import InstrumentUse
from lijfspoor.practice.intake.sheets.context import Ages
from lijfspoor.practice.intake.sheets.shape import Line, Page, Section

INFORMANTS = {
    "caregivers": "ouders of verzorgers",
    "teacher": "leerkracht",
    "child": "het kind zelf",
    "therapist": "therapeut",
}


def page(instrument: InstrumentUse, ages: Ages) -> Page:
    """Return the step of one instrument: a section for each informant, or why it is not offered."""
    if why := not_offered(instrument, ages):
        refused = Section(id=instrument.id, title=instrument.name, lines=(), closed=why, sources=instrument.sources)
        return Page(title=instrument.name, sections=(refused,))
    first, *rest = instrument.filled_in_by
    sections = [_section(instrument, first, about=instrument.about.nl)]
    sections += [_section(instrument, informant) for informant in rest]
    return Page(title=instrument.name, sections=tuple(sections))


def another() -> Page:
    """Return the step for a result of an instrument the module does not name."""
    lines = (
        Line(name="instrument.other.name", label="Naam van het instrument", kind="line"),
        Line(name="instrument.other.on", label="Datum", kind="day"),
        Line(name="instrument.other.by", label="Ingevuld door", kind="line"),
        Line(name="instrument.other.words", label="Uitslag", hint="Elke uitslag met zijn eigen naam, op een regel."),
    )
    title = "Een ander instrument"
    about = "Alleen de uitslag. Vragen uit een vragenlijst horen niet in dit programma."
    return Page(title=title, sections=(Section(id="other", title=title, about=about, lines=lines),))


def not_offered(instrument: InstrumentUse, ages: Ages) -> str:
    """Return why an instrument is not offered at these ages, in words; empty when it is (S2-111)."""
    low, high = instrument.low_months, instrument.high_months
    if low is None and high is None:
        return ""
    known = {"leeftijd": ages.calendar, "ontwikkelingsleeftijd": ages.developmental}
    span = _span(low, high)
    if all(months is None for months in known.values()):
        return f"{instrument.name} is {span}. De leeftijd van de cliënt is nog niet bekend."
    for word, months in known.items():
        if months is not None and not (low or 0) <= months <= (months if high is None else high):
            return f"{instrument.name} is {span}. De {word} van de cliënt is {age_words(months)}."
    return ""


def _span(low: int | None, high: int | None) -> str:
    if low is None:
        return f"voor kinderen tot en met {age_words(high or 0)}"
    return f"voor kinderen vanaf {age_words(low)}" + ("" if high is None else f" tot en met {age_words(high)}")


def age_words(months: int) -> str:
    """Return an age as people say it: `7 jaar`, `4 jaar en 3 maanden`."""
    years, rest = divmod(months, 12)
    more = "1 maand" if rest == 1 else f"{rest} maanden"
    if not years:
        return more
    return f"{years} jaar en {more}" if rest else f"{years} jaar"


def _section(instrument: InstrumentUse, informant: str, about: str = "") -> Section:
    start = f"instrument.{instrument.id}.{informant}"
    parts = tuple(
        Line(name=f"{start}.part-{number}", label=f"Uitslag: {part.nl}", kind="line")
        for number, part in enumerate(instrument.parts, 1)
    )
    words = Line(name=f"{start}.words", label="Andere uitslag", hint="Met een eigen naam erbij.", rows=2)
    return Section(
        id=f"{instrument.id}-{informant}",
        title=f"{instrument.name}, ingevuld door {INFORMANTS.get(informant, informant)}",
        about=about,
        remark=instrument.licence.nl if about else "",
        remark_sources=instrument.sources if about else (),
        sources=instrument.sources if about else (),
        lines=(Line(name=f"{start}.on", label="Datum", kind="day"), *parts, words),
    )
