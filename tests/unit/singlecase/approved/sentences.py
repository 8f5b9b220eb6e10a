"""Every sentence in two languages that a function of the package makes, as a person approved it; gaps are filled in.

`sentences.txt` holds them; while the tests of the package run, each sentence that is made is held against it.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from lijfspoor.domain import singlecase
from lijfspoor.domain.singlecase.data.saying import Saying

PACKAGE = Path(singlecase.__path__[0])
KEPT = Path(__file__).parent / "sentences.txt"
GAP = "{}"
Place = tuple[str, str]
Make = Callable[[Saying, str, str], None]


def sentences() -> str:
    """The sentences in the code, each under its file and function."""
    lines = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for function, call in _calls(ast.parse(path.read_text(encoding="utf-8")), ""):
            said = {word.arg: _template(word.value) for word in call.keywords}
            if said.keys() >= {"nl", "en"}:
                lines += [f"# {path.relative_to(PACKAGE)} {function}", said["nl"], said["en"]]
    return "\n".join(lines) + "\n"


def _calls(node: ast.AST, function: str) -> Iterator[tuple[str, ast.Call]]:
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.Call) and function:
            yield function, inner
        named = isinstance(inner, (ast.FunctionDef, ast.ClassDef)) and not isinstance(node, ast.FunctionDef)
        place = f"{function}.{inner.name}".lstrip(".") if named else function  # type: ignore[attr-defined]
        yield from _calls(inner, place)


def _template(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value).replace("\n", "\\n")
    if isinstance(node, ast.JoinedStr):
        return "".join(_template(part) for part in node.values)
    return GAP


@cache
def _approved() -> dict[Place, list[tuple[re.Pattern[str], re.Pattern[str]]]]:
    found: dict[Place, list[tuple[re.Pattern[str], re.Pattern[str]]]] = {}
    lines = KEPT.read_text(encoding="utf-8").splitlines()
    for where, nl, en in zip(lines[::3], lines[1::3], lines[2::3], strict=True):
        _, path, function = where.split(" ")
        found.setdefault((path, function), []).append((_pattern(nl), _pattern(en)))
    return found


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.escape(template.replace("\\n", "\n")).replace(re.escape(GAP), ".*"), re.DOTALL)


@cache
def is_approved(place: Place, nl: str, en: str) -> bool:
    """Whether a sentence is one of those approved for the function that made it."""
    return any(dutch.fullmatch(nl) and english.fullmatch(en) for dutch, english in _approved()[place])


def place_of_making() -> Place | None:
    """The function of the package that is making a sentence now; None when it has none of its own words."""
    frame = sys._getframe(2)
    while frame.f_back is not None and frame.f_code.co_name in {"refuse", "__init__"}:
        frame = frame.f_back
    code = frame.f_code
    if not code.co_filename.startswith(str(PACKAGE)):
        return None
    place = str(Path(code.co_filename).relative_to(PACKAGE)), code.co_qualname.partition(".<locals>")[0]
    return place if place in _approved() else None


def held_against_approved(make: Make) -> Make:
    """What makes a sentence, and refuses one that nobody approved."""

    def made(self: Saying, nl: str, en: str) -> None:
        make(self, nl, en)
        place = place_of_making()
        if place is not None:
            assert isinstance(nl, str), f"no Dutch at {place}"
            assert isinstance(en, str), f"no English at {place}"
            assert is_approved(place, nl, en), f"not approved at {place}: {nl} | {en}"

    return made
