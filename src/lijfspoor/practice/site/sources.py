"""The sources that public pages name: where each stands, in which document."""

from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from lijfspoor.catalogue.evidence import shipped_evidence
from lijfspoor.catalogue.finder import finder_content
from lijfspoor.catalogue.funding import shipped_funding
from lijfspoor.catalogue.guide import shipped_guide
from lijfspoor.catalogue.publicpages import shipped_pages
from lijfspoor.catalogue.register import Requirement, requirements
from lijfspoor.practice.site.languages import Language
from lijfspoor.practice.site.words import Phrases


@dataclass(frozen=True, slots=True)
class Document:
    """One of the source documents with what public pages cite from it."""

    id: str
    title: str
    cited: tuple[Requirement, ...]


def documents(words: Phrases) -> list[Document]:
    """Return the documents that public pages cite, each with its cited places in order."""
    ids = cited_ids()
    cited = [requirement for requirement in requirements().values() if requirement.id in ids]
    names = sorted({requirement.id.partition("-")[0] for requirement in cited})
    return [
        Document(name, words[f"document-{name.lower()}"], tuple(r for r in cited if r.id.startswith(f"{name}-")))
        for name in names
    ]


@dataclass(frozen=True, slots=True)
class NumberRead:
    """A phone number of the guide: whose it is, and where and when it was read."""

    name: str
    number: str
    read_at: str
    read_on: date


def numbers(language: Language) -> list[NumberRead]:
    """Return the phone numbers of the guide with where they were read."""
    contacts = [each for each in shipped_guide().book.contacts if each.number and each.read_at]
    return [
        NumberRead(each.name.in_(language), each.number or "", each.read_at or "", each.read_on) for each in contacts
    ]


def cited_ids() -> frozenset[str]:
    """Return every id that public content names: pages, guide, comparison, costs and finder."""
    guide, evidence = shipped_guide(), shipped_evidence()
    told = (tuple(evidence.claims.values()), tuple(evidence.records.values()))
    parts = (tuple(shipped_pages().values()), *told, guide.book, guide.comparison)
    return frozenset(_named((*parts, shipped_funding(), finder_content())))


def _named(thing: object) -> set[str]:
    """The ids in the fields `sources` of records inside each other."""
    if isinstance(thing, tuple):
        return {name for each in thing for name in _named(each)}
    if not is_dataclass(thing):
        return set()
    own = set(getattr(thing, "sources", ()))
    return own | {name for each in fields(thing) for name in _named(getattr(thing, each.name))}
