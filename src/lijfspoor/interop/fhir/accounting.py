"""The books of a reading: which leaf of the document was used, and what is left over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from lijfspoor.interop.fhir.incoming import Caution, Unused
from lijfspoor.interop.fhir.json_reading import Json

Path: TypeAlias = tuple[str | int, ...]

LONGEST_SUMMARY = 160

_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_HIDDEN = frozenset(
    {"url", "system", "version", "profile", "fullUrl", "div", "data", "resourceType", "meta", "reference"}
)


@dataclass(slots=True)
class Ledger:
    """What has been used of one document so far, and what was remarked on the way."""

    root: str
    used: set[Path] = field(default_factory=set)
    remarks: dict[Caution, None] = field(default_factory=dict)

    def warn(self, path: Path, what: str) -> None:
        """Remark something once."""
        self.remarks[Caution(written(self.root, path), what)] = None


def written(root: str, path: Path) -> str:
    """Return a path as text, such as `Bundle.entry[3].resource.class`."""
    return root + "".join(f"[{step}]" if isinstance(step, int) else f".{_step(step)}" for step in path)


def left_over(document: Json, ledger: Ledger) -> tuple[Unused, ...]:
    """Return the largest pieces of which nothing was used; together they hold every unused leaf."""
    touched = {path[:length] for path in ledger.used for length in range(len(path) + 1)}
    lines: dict[Path, list[tuple[Path, Json]]] = {}
    for path, value in _untouched((), document, touched):
        lines.setdefault(_drawer(path, value), []).append((path, value))
    return tuple(_line(ledger.root, drawer, pieces) for drawer, pieces in lines.items())


def leaves(value: Json, path: Path = ()) -> Iterator[tuple[Path, Json]]:
    """Yield every value that holds nothing further, empty lists and objects included."""
    inside = list(_inside(value))
    if not inside:
        yield path, value
    for step, child in inside:
        yield from leaves(child, (*path, step))


def _step(name: str) -> str:
    if _PLAIN_NAME.fullmatch(name):
        return name
    return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`"


def _inside(value: Json) -> Iterator[tuple[str | int, Json]]:
    if isinstance(value, dict):
        yield from value.items()
    if isinstance(value, list):
        yield from enumerate(value)


def _untouched(path: Path, value: Json, touched: set[Path]) -> Iterator[tuple[Path, Json]]:
    if path not in touched:
        yield path, value
        return
    for step, child in _inside(value):
        yield from _untouched((*path, step), child, touched)


def _drawer(path: Path, value: Json) -> Path:
    """Put formatted text and technical data of all resources together; the rest each on its own line."""
    if path[-1:] == ("text",) and _is_narrative(value):
        return tuple(step for step in path if isinstance(step, str))
    if path[-1:] == ("meta",) and isinstance(value, dict) and "security" not in value:
        return tuple(step for step in path if isinstance(step, str))
    return path


def _line(root: str, drawer: Path, pieces: list[tuple[Path, Json]]) -> Unused:
    path, value = pieces[0]
    if len(pieces) > 1:
        kind = "Opgemaakte tekst" if path[-1] == "text" else "Technische gegevens"
        return Unused(written(root, drawer), f"{kind} van {len(pieces)} onderdelen niet overgenomen.")
    return Unused(written(root, path), _said(value))


def _said(value: Json) -> str:
    resource = value.get("resource", value) if isinstance(value, dict) else value
    kind = resource.get("resourceType") if isinstance(resource, dict) else None
    summary = _summary(resource)
    opening = f"{kind} niet overgenomen" if isinstance(kind, str) else "Niet overgenomen"
    return f"{opening}: {summary}" if summary else f"{opening}."


def _summary(value: Json) -> str:
    """Return the values in one line, without addresses and with the words of a coding instead of its code."""
    every = [leaf for _, leaf in leaves(value) if not isinstance(leaf, dict | list)]
    words = dict.fromkeys(_as_text(leaf) for leaf in [*_shown(value)] or every)
    joined = ", ".join(words)
    return joined if len(joined) <= LONGEST_SUMMARY else f"{joined[: LONGEST_SUMMARY - 1]}…"


def _shown(value: Json) -> Iterator[Json]:
    if not isinstance(value, dict | list):
        yield value
    hidden = _HIDDEN | ({"code"} if isinstance(value, dict) and "display" in value else frozenset())
    for step, child in _inside(value):
        if step not in hidden and not _is_narrative(child):
            yield from _shown(child)


def _is_narrative(value: Json) -> bool:
    return isinstance(value, dict) and "div" in value


def _as_text(leaf: Json) -> str:
    if isinstance(leaf, bool):
        return "ja" if leaf else "nee"
    return str(leaf)
