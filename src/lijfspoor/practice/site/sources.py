"""The sources that public pages name: where each stands, in which document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import chain

from lijfspoor.catalogue.finder import finder_content
from lijfspoor.catalogue.funding import shipped_funding
from lijfspoor.catalogue.publicpages import shipped_pages
from lijfspoor.catalogue.register import Requirement, requirements
from lijfspoor.domain.publicpages.page import PublicPage
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


def cited_ids() -> frozenset[str]:
    """Return every id that public content names."""
    pages = (source for page in shipped_pages().values() for source in _of(page))
    return frozenset(chain(pages, _named_in(shipped_funding()), _named_in(finder_content())))


def _named_in(record: object) -> Iterator[str]:
    """Yield every source that a record of content names, at any depth."""
    if isinstance(record, tuple):
        for each in record:
            yield from _named_in(each)
    elif is_dataclass(record):
        yield from getattr(record, "sources", ())
        for field in fields(record):
            yield from _named_in(getattr(record, field.name))


def _of(page: PublicPage) -> Iterable[str]:
    yield from page.provenance.sources
    for each in page.said:
        yield from each.sources
