"""One way from the text of a file to a record and every mistake in it, whatever kind of content it is."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from lijfspoor.catalogue import documents, shape
from lijfspoor.catalogue.documents import Document, Value
from lijfspoor.catalogue.mistakes import Finding, Mistake, written
from lijfspoor.catalogue.rules import sources

T = TypeVar("T")


def read_record(
    source: bytes,
    record: type[T],
    known_ids: frozenset[str] | None,
    document_rules: Iterable[Callable[[Value], Iterator[Finding]]],
    record_rules: Iterable[Callable[[T], Iterator[Finding]]],
) -> tuple[T | None, tuple[Mistake, ...]]:
    """Return the record when its shape is right, and the mistakes (without file), sorted. Never raises.

    `record_rules` compare one part with another and wait until the shape is right.
    """
    document = documents.read(source)
    if document.findings:
        return None, _mistakes(document, document.findings)
    made, findings = shape.shaped(document.value, record)
    found = [*findings, *sources.sources_exist(document.value, known_ids)]
    found += [finding for rule in document_rules for finding in rule(document.value)]
    if made is not None:
        found += [finding for each in record_rules for finding in each(made)]
    return made, _mistakes(document, found)


def _mistakes(document: Document, findings: Iterable[Finding]) -> tuple[Mistake, ...]:
    found = {
        Mistake("", finding.line or document.line_of(finding.path), written(finding.path), finding.expected)
        for finding in findings
    }
    return tuple(sorted(found))
