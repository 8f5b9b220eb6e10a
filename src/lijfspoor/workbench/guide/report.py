"""The advice of the guide as data and as lines of text."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any

from lijfspoor.domain.guide import Advice, Finding, Fit
from lijfspoor.domain.guide.book import Contact
from lijfspoor.domain.kernel import Reason, Statement, Text

WIDTH = 100
FITS = {
    Fit.FITS: Text(nl="past", en="fits"),
    Fit.MAY_FIT: Text(nl="kan passen", en="may fit"),
    Fit.FITS_LESS: Text(nl="past minder", en="fits less"),
}
FIRST = Text(nl="EERST HULP VOOR NU. Wij geven geen ander advies.", en="FIRST, HELP FOR NOW. We give no other advice.")
DOCTOR = Text(
    nl="EERST NAAR UW HUISARTS. Wij geven geen ander advies.", en="FIRST TO YOUR GP. We give no other advice."
)
STEPS = Text(nl="Wat u nu kunt doen:", en="What you can do now:")
UNKNOWN = Text(nl="Wat wij niet weten:", en="What we do not know:")
KNOWN = Text(nl="wat we weten", en="what is known")
NO_DIAGNOSIS = Text(nl="Dit is geen diagnose.", en="This is no diagnosis.")


def as_data(advice: Advice, disclaimer: Statement) -> dict[str, Any]:
    """Return the advice as plain data, both languages side by side, version 1."""
    return {
        "schema": 1,
        "alarms": [
            {
                **_said(one.flag.id, one.flag.text, one.flag.sources),
                "urgency": one.flag.urgency,
                "contacts": [_contact(each) for each in one.contacts],
            }
            for one in advice.alarms
        ],
        "findings": [_finding(finding) for finding in advice.findings],
        "next_steps": [{**_said(step.id, step.text, step.sources), "who": step.who} for step in advice.steps],
        "unknown": [{"question": one.id, "text": _both(one.open_says)} for one in advice.unknown],
        "disclaimer": {"text": _both(disclaimer.text), "sources": list(disclaimer.sources)},
    }


def as_lines(advice: Advice, disclaimer: Statement, language: str) -> list[str]:
    """Return the advice as lines of at most 100 characters."""
    parts = [*_alarm_lines(advice, language), *_finding_lines(advice, language)]
    if advice.steps:
        parts += [STEPS.in_(language)]
        parts += [
            f"  {number}. {_cited(step.text, step.sources, language)}" for number, step in enumerate(advice.steps, 1)
        ]
    if advice.unknown and not advice.alarms:
        parts += [
            "",
            UNKNOWN.in_(language),
            *(f"  - {question.open_says.in_(language)}" for question in advice.unknown),
        ]
    parts += ["", NO_DIAGNOSIS.in_(language), _cited(disclaimer.text, disclaimer.sources, language)]
    return [line for part in parts for line in _wrapped(part)]


def _alarm_lines(advice: Advice, language: str) -> Iterator[str]:
    if advice.alarms:
        danger = any(alarm.flag.urgency == "now" for alarm in advice.alarms)
        yield (FIRST if danger else DOCTOR).in_(language)
    for alarm in advice.alarms:
        yield f"- {_cited(alarm.flag.text, alarm.flag.sources, language)}"
        for contact in alarm.contacts:
            number = f" ({contact.number})" if contact.number else ""
            yield f"    {contact.name.in_(language)}{number}: {contact.for_whom.in_(language)}"


def _finding_lines(advice: Advice, language: str) -> Iterator[str]:
    for finding in advice.findings:
        yield f"{finding.kind.name.in_(language)}: {FITS[finding.fit].in_(language)}"
        for sign, reasons in (("+", finding.pro), ("-", finding.con)):
            yield from (f"  {sign} {_cited(reason.text, reason.sources, language)}" for reason in reasons)
        if finding.fit is not Fit.FITS_LESS:
            for ground in finding.evidence:
                yield f"  {KNOWN.in_(language)}: {_cited(ground.text, ground.sources, language)}"
        yield ""


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.id,
        "name": _both(finding.kind.name),
        "fit": finding.fit.value,
        "for": _reasons(finding.pro),
        "against": _reasons(finding.con),
        "evidence": [
            {**_said(one.id, one.text, one.sources), "status": one.status.value if one.status else None}
            for one in finding.evidence
        ],
    }


def _reasons(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    return [_said(reason.code, reason.text, reason.sources) for reason in reasons]


def _said(name: str, text: Text, sources: tuple[str, ...]) -> dict[str, Any]:
    return {"id": name, "text": _both(text), "sources": list(sources)}


def _contact(contact: Contact) -> dict[str, Any]:
    return {
        "id": contact.id,
        "name": _both(contact.name),
        "number": contact.number,
        "for_whom": _both(contact.for_whom),
        "read_on": contact.read_on.isoformat(),
    }


def _both(text: Text) -> dict[str, str]:
    return {"nl": text.nl, "en": text.en}


def _cited(text: Text, sources: tuple[str, ...], language: str) -> str:
    return f"{text.in_(language)} [{', '.join(sources)}]"


def _wrapped(line: str) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    return wrap(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False, drop_whitespace=True) or [""]
