"""The pages to read: their addresses, how they stand together, and what search engines are told of them."""

from dataclasses import dataclass
from typing import Any

from lijfspoor.catalogue.evidence import shipped_evidence
from lijfspoor.domain.evidence.library import Sides
from lijfspoor.domain.evidence.record import EvidenceRecord
from lijfspoor.domain.evidence.words import MEANINGS, NAMES
from lijfspoor.domain.publicpages.page import Provenance
from lijfspoor.practice.site.languages import Language
from lijfspoor.practice.site.words import Shown, Statement


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """A page to read: the name of its address, the file of its content, and its Dutch and English address."""

    name: str
    content: str
    nl: str
    en: str


AREAS = (
    ReadingPage("whom_adhd", "whom-adhd", "voor-wie/adhd/", "for-whom/adhd/"),
    ReadingPage("whom_autism", "whom-autism", "voor-wie/autisme/", "for-whom/autism/"),
    ReadingPage("whom_trauma", "whom-trauma", "voor-wie/trauma/", "for-whom/trauma/"),
    ReadingPage(
        "whom_depression_anxiety",
        "whom-depression-anxiety",
        "voor-wie/somberheid-en-angst/",
        "for-whom/low-mood-and-anxiety/",
    ),
    ReadingPage("whom_stress_burnout", "whom-stress-burnout", "voor-wie/stress-en-burn-out/", "for-whom/stress/"),
    ReadingPage("whom_attachment", "whom-attachment", "voor-wie/hechting/", "for-whom/attachment/"),
    ReadingPage("whom_complaints", "whom-complaints", "voor-wie/lichamelijke-klachten/", "for-whom/complaints/"),
    ReadingPage("whom_personality", "whom-personality", "voor-wie/naast-psychotherapie/", "for-whom/psychotherapy/"),
)
MAIN = (
    ReadingPage("what", "what", "wat-is-pmt/", "what-is-pmt/"),
    ReadingPage("whom", "whom", "voor-wie/", "for-whom/"),
    ReadingPage("children", "children", "kinderen/", "children/"),
    ReadingPage("adults", "adults", "volwassenen/", "adults/"),
    ReadingPage("expect", "expect", "wat-te-verwachten/", "what-to-expect/"),
    ReadingPage("faq", "faq", "veelgestelde-vragen/", "questions/"),
    ReadingPage("evidence", "evidence", "wat-we-weten/", "what-is-known/"),
    ReadingPage("open_questions", "open-questions", "open-vragen/", "open-questions/"),
)
READING = (*MAIN, *AREAS)
BY_NAME = {each.name: each for each in READING}


@dataclass(frozen=True, slots=True)
class Finding:
    """A record of evidence in one language."""

    statement: Statement
    level: str
    meaning: str
    participants: int | None
    outcomes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim with what speaks for it and what came out otherwise."""

    claim: Statement
    gap: str
    speaks_for: tuple[Finding, ...]
    against: tuple[Finding, ...]


def weighed(language: Language) -> tuple[Weighed, ...]:
    """Return every claim with both sides, those that were opposed first (contradiction 9)."""
    library = shipped_evidence()
    found = [_weighed(library.sides(claim), language) for claim in library.claims]
    return tuple(sorted(found, key=lambda each: not each.against))


def _weighed(sides: Sides, language: Language) -> Weighed:
    return Weighed(
        Statement(sides.claim.text.in_(language), sides.claim.sources),
        sides.claim.gap.in_(language) if sides.claim.gap else "",
        tuple(_finding(each, language) for each in sides.speaks_for),
        tuple(_finding(each, language) for each in (*sides.against, *sides.leaves_open)),
    )


def _finding(record: EvidenceRecord, language: Language) -> Finding:
    return Finding(
        Statement(record.text.in_(language), record.sources),
        NAMES[record.status].in_(language),
        MEANINGS[record.status].in_(language),
        record.participants,
        tuple(each.text.in_(language) for each in record.outcomes),
    )


def structured_data(page: Shown, provenance: Provenance, name: str, language: Language) -> dict[str, Any]:
    """Return what search engines are told of a page, in the words of schema.org."""
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "FAQPage" if name == "faq" else "WebPage",
        "name": page.title,
        "description": page.summary,
        "inLanguage": language,
        "datePublished": provenance.written_on.isoformat(),
    }
    if provenance.reviewed_on is not None:
        told["lastReviewed"] = provenance.reviewed_on.isoformat()
    if name == "faq":
        told["mainEntity"] = [
            {
                "@type": "Question",
                "name": part.title,
                "acceptedAnswer": {"@type": "Answer", "text": " ".join(each.text for each in part.said)},
            }
            for part in page.parts
        ]
    return told
