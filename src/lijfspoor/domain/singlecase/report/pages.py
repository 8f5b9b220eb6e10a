"""The report as headed blocks of text and tables, in one language: what both the screen and the paper show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lijfspoor.domain.singlecase.data.numerals import numeral
from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.effects.descriptives import PhaseDescription
from lijfspoor.domain.singlecase.report import headings
from lijfspoor.domain.singlecase.report.parts import CaseReport, Comparison, Report, Result, Together
from lijfspoor.domain.singlecase.words.effects import limits
from lijfspoor.domain.singlecase.words.naming import name_of
from lijfspoor.domain.singlecase.words.scribe import State

DASH = "\u2013"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, with a few words before it in bold where there are any."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header row."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Page:
    """A heading with its blocks."""

    heading: str
    blocks: tuple[Block, ...]


def pages(report: Report, language: str) -> tuple[Page, ...]:
    """All parts in reading order; the answer of the draw comes first."""
    parts = [_answer(report, language)]
    if report.design is not None:
        parts.append(_design(report, language))
    parts += [_case(one, language) for one in report.cases]
    parts += [_together(one, language) for one in report.together]
    return (*parts, _scribe(report, language))


def _answer(report: Report, language: str) -> Page:
    blocks: list[Block] = []
    for one in report.answers:
        blocks += [Paragraph("", one.measure)] if len(report.answers) > 1 else []
        blocks += _result(one.result, language, named=False)
    return Page(headings.ANSWER.in_language(language), tuple(blocks))


def _result(one: Result, language: str, *, named: bool = True) -> Iterator[Block]:
    """One answer with what must hold and what it does not say, or why it is not given."""
    if one.words is None:
        lead = name_of(one.statistic).in_language(language) if named else ""
        given = f"{headings.NOT_GIVEN.in_language(language)}: " if named else ""
        yield Paragraph(f"{given}{one.why.in_language(language)}", lead)
        return
    words = one.words
    yield Paragraph(words.sentence.in_language(language), words.name.in_language(language) if named else "")
    yield Paragraph(words.assumes.in_language(language), headings.HOLDS_IF.in_language(language))
    yield Paragraph(words.not_said.in_language(language), headings.NOT_SAID.in_language(language))


def _design(report: Report, language: str) -> Page:
    about = report.design
    said: list[Saying] = [] if about is None else [*about.said, *about.followed]
    if about is not None and about.seal is not None:
        said += about.seal.said
    return Page(headings.DESIGN.in_language(language), tuple(Paragraph(one.in_language(language)) for one in said))


def _case(one: CaseReport, language: str) -> Page:
    series = one.case
    heading = " · ".join(part for part in (series.name, series.measure) if part) or "1"
    blocks: list[Block] = [_descriptives(one.descriptives, language)]
    blocks += [Paragraph(said.in_language(language)) for said in (one.too_early, one.reserve) if said is not None]
    if one.design_based is not None:
        blocks += [*_result(one.design_based, language)][:1]
    for made in one.comparisons:
        blocks += _comparison(made, language)
    return Page(heading, tuple(blocks))


def _descriptives(phases: Sequence[PhaseDescription], language: str) -> Grid:
    def shown(value: float | None) -> str:
        return DASH if value is None else numeral(value, language)

    return Grid(
        tuple(column.in_language(language) for column in headings.COLUMNS),
        tuple(
            (
                one.label,
                str(one.n),
                str(one.missing),
                *map(shown, (one.mean, one.median, one.sd, one.minimum, one.maximum, one.trend)),
            )
            for one in phases
        ),
    )


def _comparison(made: Comparison, language: str) -> Iterator[Block]:
    """Every index in one sentence; what they assume and do not say once, with the names it holds for."""
    results = (*made.effects, made.model)
    for one in results:
        yield from [*_result(one, language)][:1]
    yield from _once(results, "assumes", headings.HOLDS_IF, language)
    yield from _once(results, "not_said", headings.NOT_SAID, language)


def _once(results: Sequence[Result], part: str, heading: Saying, language: str) -> Iterator[Block]:
    names: dict[str, list[str]] = {}
    for one in results:
        if one.words is not None:
            text = getattr(one.words, part).in_language(language)
            names.setdefault(text, []).append(_short(one.words.name.in_language(language)))
    for text, held in names.items():
        yield Paragraph(text, f"{heading.in_language(language)} ({', '.join(held)})")


def _short(name: str) -> str:
    return name.partition(" (")[0].partition(" [")[0]


def _together(one: Together, language: str) -> Page:
    heading = headings.TOGETHER.in_language(language)
    blocks: list[Block] = []
    for result in (one.pooled, one.bayes, one.hierarchical, one.between):
        if result is not None:
            blocks += _result(result, language)
    blocks += _clients(one, language)
    blocks += [Paragraph(said.in_language(language)) for said in one.remarks]
    return Page(f"{heading}: {one.measure}" if one.measure else heading, tuple(blocks))


def _clients(one: Together, language: str) -> Iterator[Block]:
    if one.clients:
        rows = (
            f"{each.name} {numeral(each.value, language)} ({limits(each.interval, language)})" for each in one.clients
        )
        yield Paragraph("; ".join(rows) + ".", headings.PER_CLIENT.in_language(language))
    if one.without:
        means = (f"{name}: {numeral(mean, language)}" for name, mean in one.without)
        yield Paragraph("; ".join(means) + ".", headings.WITHOUT.in_language(language))


def _scribe(report: Report, language: str) -> Page:
    known = [item for item in report.scribe if item.state is not State.BY_YOU]
    left = [item for item in report.scribe if item.state is State.BY_YOU]
    blocks: list[Block] = [
        Paragraph(item.answer.in_language(language), f"{item.number} {item.topic.in_language(language)}")
        for item in known
    ]
    open_ones = ", ".join(f"{item.number} {item.topic.in_language(language)}" for item in left)
    by_you = "Zelf in te vullen" if language == "nl" else "To be filled in by you"
    blocks += [Paragraph(f"{open_ones}.", by_you), Paragraph(headings.UNCHECKED.in_language(language))]
    return Page(headings.SCRIBE.in_language(language), tuple(blocks))
