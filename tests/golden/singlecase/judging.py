"""Every record judged: matched, failed, unsupported or excepted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lijfspoor.domain.singlecase.data.saying import Refused
from tests.golden.singlecase.comparing import Comparison, Difference, compare
from tests.golden.singlecase.exceptions import exception_of
from tests.golden.singlecase.records import Record
from tests.golden.singlecase.registry import Adapter, all_adapters

SHOWN = 3


@dataclass
class Definition:
    """How one definition fared."""

    total: int = 0
    matched: int = 0
    unsupported: int = 0
    worst: float = 0.0
    failed: list[tuple[str, str]] = field(default_factory=list)
    excepted: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Tally:
    """How every definition fared."""

    definitions: dict[str, Definition] = field(default_factory=dict)

    def _sum(self, name: str) -> int:
        return sum(
            count if isinstance(count := getattr(one, name), int) else len(count) for one in self.definitions.values()
        )

    @property
    def total(self) -> int:
        """All records looked at."""
        return self._sum("total")

    @property
    def failed(self) -> int:
        """Records with a number that differs."""
        return self._sum("failed")

    @property
    def unsupported(self) -> int:
        """Records nobody computes."""
        return self._sum("unsupported")

    def lines(self, *, everything: bool = False) -> Iterator[str]:
        """What to print: a line per definition, what differs, what is excepted and why, and the summary."""
        for name, one in sorted(self.definitions.items()):
            note = " unsupported" if one.unsupported else ""
            yield f"{name:<36} {one.matched:>4} / {one.total:<4} largest relative error {one.worst:.1e}{note}"
            for record, why in one.failed if everything else one.failed[:SHOWN]:
                yield f"    failed   {record}: {why}"
            for record, why in one.excepted:
                yield f"    excepted {record}: {why}"
        yield (
            f"{self._sum('matched')} matched, {self.failed} failed, "
            f"{self.unsupported} unsupported, {self._sum('excepted')} excepted"
        )


def judge(records: Iterable[Record], only: str | None = None) -> Tally:
    """Ask the engine for every record and hold its answer against the record's."""
    adapters = all_adapters()
    tally = Tally()
    for record in records:
        if only is None or record.definition == only:
            _judge_one(record, adapters.get(record.definition), tally.definitions)
    return tally


def _judge_one(record: Record, adapter: Adapter | None, definitions: dict[str, Definition]) -> None:
    one = definitions.setdefault(record.definition, Definition())
    one.total += 1
    why = exception_of(record)
    if why is not None:
        one.excepted.append((record.id, why))
        return
    if adapter is None:
        one.unsupported += 1
        return
    outcome = _ask(record, adapter)
    one.worst = max(one.worst, outcome.worst)
    if outcome.differences:
        first = outcome.differences[0]
        one.failed.append((record.id, f"{first.key}: {first.got} where {first.wanted} is expected"))
    else:
        one.matched += 1


def _ask(record: Record, adapter: Adapter) -> Comparison:
    try:
        return compare(record, adapter(record))
    except Refused as refused:
        if _all_null(record.expected):
            return Comparison([])
        return Comparison([Difference("(refused)", refused.code, "a value")])
    except Exception as broken:
        return Comparison([Difference("(broken)", repr(broken), "a value")])


def _all_null(values: object) -> bool:
    if isinstance(values, dict):
        return all(_all_null(value) for value in values.values())
    if isinstance(values, list):
        return all(_all_null(value) for value in values)
    return values is None
