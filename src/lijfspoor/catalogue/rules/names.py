"""Ids and codes: written alike, and each used once within its kind."""

import re
from collections.abc import Iterator

from lijfspoor.catalogue.documents import Value, blocks
from lijfspoor.catalogue.mistakes import Finding, Path, written
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.versions import VERSION

_ID = re.compile(r"[a-z0-9][a-z0-9-]*", re.ASCII)
_CLOSED_KINDS = frozenset({"routes", "meetings", "parent_modes"})
_OWN_KIND_PER_PARENT = frozenset({"parts", "items", "fields"})


def ids_are_written_alike(value: Value) -> Iterator[Finding]:
    """Ids hold lower-case letters, digits and hyphens; ids from a closed list are judged by their shape."""
    for path, found in _ids(value):
        if _kind(path) not in _CLOSED_KINDS and not _ID.fullmatch(found):
            yield Finding((*path, "id"), "Write the id with lower-case letters, digits and hyphens only.")


def ids_are_used_once(value: Value) -> Iterator[Finding]:
    """Two things of one kind never share an id: criteria across groups, subgoals across blocks, and so on."""
    first: dict[tuple[object, str], Path] = {}
    for path, found in _ids(value):
        if not path:
            continue
        before = first.setdefault((_space(path), found), path)
        if before != path:
            yield Finding((*path, "id"), f"Choose another id: {written(before)} is {found[:60]} already.")


def codes_are_used_once(module: CareModule) -> Iterator[Finding]:
    """Subgoals have codes of their own."""
    first: dict[str, str] = {}
    for place, block in enumerate(module.goals.blocks):
        for rank, subgoal in enumerate(block.subgoals):
            before = first.setdefault(subgoal.code, subgoal.id)
            if before != subgoal.id:
                path = ("goals", "blocks", place, "subgoals", rank, "code")
                yield Finding(path, f"Choose another code: subgoal {before} has {subgoal.code} already.")


def version_is_numbered(module: CareModule) -> Iterator[Finding]:
    """Versions are numbers with points, so that the newest can be told."""
    if not VERSION.fullmatch(module.version):
        yield Finding(("version",), "Write the version as numbers with points, such as '1.0'.")


def is_version(version: str) -> bool:
    """Tell whether this is a version such as 1.0."""
    return VERSION.fullmatch(version) is not None


def _ids(value: Value) -> Iterator[tuple[Path, str]]:
    for path, block in blocks(value):
        found = block.get("id")
        if isinstance(found, str):
            yield path, found


def _kind(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _space(path: Path) -> object:
    """Return what an id must be unique in: its kind, or for parts of one thing that thing."""
    kind = _kind(path)
    return path[:-1] if kind in _OWN_KIND_PER_PARENT else kind
