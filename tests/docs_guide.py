"""Writes docs/generated/guide.md: the rules of the guide in Dutch for who reviews them, and whom it was tried on."""

from collections.abc import Iterator
from pathlib import Path

from lijfspoor.catalogue.guide import shipped_guide
from lijfspoor.domain.evidence.status import EvidenceStatus
from lijfspoor.domain.guide.book import GuideBook, Question
from lijfspoor.domain.guide.conditions import Case, Clause
from tests.unit.guide.visitors import VISITORS, Visitor

PAGE = Path(__file__).parent.parent / "docs" / "generated" / "guide.md"
DIRECTIONS = {"for": "voor", "against": "tegen"}
NUMBERS = {"age": "leeftijd", "developmental-age": "ontwikkelingsleeftijd"}
STRENGTH = {
    None: "onze bronnen zeggen dit niet",
    EvidenceStatus.RECOMMENDED: "aanbevolen in een richtlijn",
    EvidenceStatus.INDICATIONS: "aanwijzingen uit onderzoek",
    EvidenceStatus.EXPERT_BASED: "ervaring van deskundigen",
    EvidenceStatus.ASSUMED: "past bij wat we weten",
    EvidenceStatus.NOT_YET_STUDIED: "nog niet onderzocht",
    EvidenceStatus.NOT_ESTABLISHED: "niet vastgesteld",
}
WEIGHTS = {"some": "telt mee", "strong": "telt zwaar", "excludes": "sluit uit"}
PREFACE = """# De regels van de wegwijzer

Dit is wat de wegwijzer weet, uit `content/guide`. Wie het vak kent kan hier nakijken of het klopt. Nog niemand uit het
vak heeft dat gedaan. Verandert u iets, dan verandert u de bestanden; deze bladzijde wordt daaruit gemaakt.

Eén reden die uitsluit: past minder. Een zware reden ervoor en geen zware ertegen: past. Een reden ervoor waar geen
zware reden tegenover staat: kan passen. Zwaar tegenover zwaar: kan passen. Al het andere: past minder.
"""


def page() -> str:
    """The page, as the content tells it now."""
    book = shipped_guide().book
    parts = [PREFACE, *_flags(book), *_kinds(book), *_visitors()]
    return "\n".join(parts).rstrip() + "\n"


def _flags(book: GuideBook) -> Iterator[str]:
    yield "## Wat voor alles gaat\n\n| Wanneer | Wat de bezoeker leest | Waar hulp is | Bron |\n|---|---|---|---|"
    for flag in book.flags:
        contacts = ", ".join(book.contact(name).name.nl for name in flag.contacts)
        yield f"| {_when(book, flag.when)} | {flag.text.nl} | {contacts} | {', '.join(flag.sources)} |"


def _kinds(book: GuideBook) -> Iterator[str]:
    for kind in book.kinds:
        yield f"\n## {kind.name.nl}\n\n{kind.what.text.nl} {kind.is_not.text.nl}\n"
        for ground in kind.evidence:
            yield f"- Bewijs ({STRENGTH[ground.status]}): {ground.text.nl} ({', '.join(ground.sources)})"
        yield "\n| | Weegt | Wanneer | Wat de bezoeker leest | Bron |\n|---|---|---|---|---|"
        for rule in (each for each in book.rules if each.kind == kind.id):
            told = f"{_when(book, rule.when)} | {rule.text.nl} | {', '.join(rule.sources)}"
            yield f"| {DIRECTIONS[rule.direction]} | {WEIGHTS[rule.weight]} | {told} |"


def _visitors() -> Iterator[str]:
    yield "\n## Op wie het is beproefd\n\nDertig verzonnen bezoekers, met wat eruit moet komen en waarom."
    yield "\n| Bezoeker | Past | Kan passen | Waarom |\n|---|---|---|---|"
    for visitor in VISITORS:
        yield f"| {visitor.who} | {_outcome(visitor)} | {', '.join(sorted(visitor.may)) or '-'} | {visitor.because} |"


def _outcome(visitor: Visitor) -> str:
    return f"eerst hulp: {visitor.alarm}" if visitor.alarm else ", ".join(sorted(visitor.fits)) or "-"


def _when(book: GuideBook, cases: tuple[Case, ...]) -> str:
    return "; of ".join(" en ".join(_clause(book, clause) for clause in case.all) for case in cases)


def _clause(book: GuideBook, clause: Clause) -> str:
    question = book.question(clause.question)
    if clause.is_open:
        return f"{question.id} onbekend"
    if question.kind == "number":
        limits = [("vanaf", clause.at_least), ("tot en met", clause.at_most)]
        return f"{NUMBERS[question.id]} " + " ".join(f"{word} {limit}" for word, limit in limits if limit is not None)
    if clause.none_of:
        return f"niet: {_options(question, clause.none_of)}"
    return _options(question, clause.any_of)


def _options(question: Question, names: tuple[str, ...]) -> str:
    return " / ".join(f"‘{option.text.nl}’" for option in question.options if option.id in names)
