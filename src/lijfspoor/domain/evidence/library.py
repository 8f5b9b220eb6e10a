"""All records, claims and publications together, and what is asked of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from lijfspoor.domain.evidence.claim import Claim
from lijfspoor.domain.evidence.record import EvidenceRecord, Side
from lijfspoor.domain.evidence.reference import Reference
from lijfspoor.domain.kernel.folding import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """One claim with what speaks for it, what speaks against it, and what leaves it open."""

    claim: Claim
    speaks_for: tuple[EvidenceRecord, ...]
    against: tuple[EvidenceRecord, ...]
    leaves_open: tuple[EvidenceRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceWish:
    """What one looks for; an empty text asks nothing. `words` must all occur, in either language, accents apart."""

    words: str = ""
    module: str = ""
    status: str = ""
    direction: str = ""
    design: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLibrary:
    """Records, claims and references by id."""

    records: Mapping[str, EvidenceRecord]
    claims: Mapping[str, Claim]
    references: Mapping[str, Reference]

    def search(self, wish: EvidenceWish) -> tuple[EvidenceRecord, ...]:
        """Return the records that meet the whole wish, in order of their Dutch text."""
        wanted = folded(wish.words).split()
        found = (each for each in self.records.values() if _asks(each, wish) and self._has(each, wanted))
        return tuple(sorted(found, key=lambda each: (folded(each.text.nl), each.id)))

    def sides(self, claim: str) -> Sides:
        """Return a claim with for and against. Raises KeyError for an unknown one."""
        return Sides(
            claim=self.claims[claim],
            speaks_for=self._on(claim, "for"),
            against=self._on(claim, "against"),
            leaves_open=self._on(claim, "open"),
        )

    def gaps_of(self, module: str) -> tuple[Claim, ...]:
        """Return the claims of a module about which the documents say what is not known."""
        return tuple(each for each in self.claims.values() if each.gap is not None and module in each.modules)

    def reading_of(self, module: str) -> tuple[tuple[Reference, ...], tuple[Reference, ...]]:
        """Return what a module advises to read (S1-016), and what else its records rest on; each by name."""
        cited = {name for each in self.records.values() if module in each.modules for name in each.references}
        advised = [each for each in self.references.values() if module in each.reading]
        others = [each for each in self.references.values() if each.id in cited and module not in each.reading]
        return _by_name(advised), _by_name(others)

    def citing(self, reference: str) -> tuple[EvidenceRecord, ...]:
        """Return the records that rest on a publication."""
        return tuple(each for each in self.records.values() if reference in each.references)

    def _on(self, claim: str, side: Side) -> tuple[EvidenceRecord, ...]:
        return tuple(each for each in self.records.values() if each.side_on(claim) == side)

    def _has(self, record: EvidenceRecord, wanted: list[str]) -> bool:
        named = (self.references[name].short for name in record.references if name in self.references)
        texts = [record.text, *(each.text for each in record.outcomes)]
        texts += [each for each in (record.population, record.intervention, record.comparator) if each is not None]
        whole = folded(" ".join((*named, *(part for text in texts for part in (text.nl, text.en)))))
        return all(word in whole for word in wanted)


def _by_name(references: list[Reference]) -> tuple[Reference, ...]:
    return tuple(sorted(references, key=lambda each: (folded(each.short), each.id)))


def _asks(record: EvidenceRecord, wish: EvidenceWish) -> bool:
    return (
        (not wish.module or wish.module in record.modules)
        and (not wish.status or wish.status == record.status)
        and (not wish.direction or wish.direction in record.directions)
        and (not wish.design or wish.design == record.design)
    )
