"""Finds every small fault that mutmut knows for the functions of a folder, and writes the code that has one of them.

Operators are those of mutmut 3, also inside decorated functions, which mutmut itself leaves alone. Sampling goes by a
hash of the fault, so that a sample stays the same where the code stays the same.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper
from mutmut.mutation.mutators import mutation_operators

SPARED_CALLS = frozenset({"len", "isinstance"})
SIMPLE_DEFAULTS = (cst.Name, cst.BaseNumber, cst.BaseString)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: where it is, what was written and what is written instead; `key` changes when its function does."""

    path: Path
    function: str
    was: str
    becomes: str
    key: str
    number: int


class _Faults(cst.CSTVisitor):
    """Collects, per outermost function, the nodes that can be replaced."""

    def __init__(self) -> None:
        self.found: list[tuple[str, cst.FunctionDef, cst.CSTNode, cst.CSTNode]] = []
        self._names: list[str] = []
        self._outer: list[cst.FunctionDef] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, (cst.FunctionDef, cst.ClassDef)):
            self._names.append(node.name.value)
        if isinstance(node, cst.FunctionDef):
            self._outer.append(node)
        if _spared(node):
            return False
        if self._outer and not isinstance(node, cst.FunctionDef):
            self._replace(node)
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, (cst.FunctionDef, cst.ClassDef)):
            self._names.pop()
        if isinstance(original_node, cst.FunctionDef):
            self._outer.pop()

    def _replace(self, node: cst.CSTNode) -> None:
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                for other in operator(node):
                    self.found.append((".".join(self._names), self._outer[0], node, other))


def _spared(node: cst.CSTNode) -> bool:
    """What mutmut leaves alone as well: types, decorators, length and kind, defaults that are computed, texts alone."""
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value in SPARED_CALLS:
        return True
    if isinstance(node, cst.Param) and node.default is not None and not isinstance(node.default, SIMPLE_DEFAULTS):
        return True
    return isinstance(node, (cst.Annotation, cst.Decorator))


def mutants_of(path: Path) -> list[Mutant]:
    """All faults of one file, in the order of the text."""
    module, faults = _faults(path)
    found, seen = [], Counter[str]()
    texts: dict[int, str] = {}
    for number, (name, outer, node, other) in enumerate(faults):
        body = texts.setdefault(id(outer), module.code_for_node(outer))
        was, becomes = module.code_for_node(node).strip(), module.code_for_node(other).strip()
        what = f"{path.name}|{name}|{was}|{becomes}|{body}"
        seen[what] += 1
        key = hashlib.sha256(f"{path.parent.name}|{what}|{seen[what]}".encode()).hexdigest()[:16]
        found.append(Mutant(path, name, was, becomes, key, number))
    return found


@cache
def _faults(path: Path) -> tuple[cst.Module, list[tuple[str, cst.FunctionDef, cst.CSTNode, cst.CSTNode]]]:
    wrapper, faults = MetadataWrapper(cst.parse_module(path.read_text(encoding="utf-8"))), _Faults()
    wrapper.module.visit(faults)
    return wrapper.module, faults.found


def mutated(path: Path, wanted: list[Mutant]) -> Iterator[tuple[Mutant, str]]:
    """The whole text of the file with each of these faults in turn."""
    module, faults = _faults(path)
    for mutant in wanted:
        _, _, node, other = faults[mutant.number]
        changed = module.deep_replace(node, other)
        assert isinstance(changed, cst.Module)
        yield mutant, changed.code


def every_mutant(folder: Path) -> list[Mutant]:
    """All faults of all files of a folder, or of one file."""
    files = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]
    return [mutant for path in files for mutant in mutants_of(path)]


def sample(mutants: list[Mutant], size: int, seed: int) -> list[Mutant]:
    """So many of them, each as likely as the other; the order is that of the draw, so that a part is a sample too."""
    return sorted(mutants, key=lambda one: hashlib.sha256(f"{seed}|{one.key}".encode()).hexdigest())[:size]


def difference(before: str, after: str) -> list[str]:
    """The lines taken out and put in, without the lines around them."""
    lines = list(unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0))[3:]
    return [line for line in lines if not line.startswith("@@")]
