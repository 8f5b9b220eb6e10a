"""Habits of the house that a machine can hold."""

import ast
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[3] / "src/lijfspoor"
ROOMS = sorted(path.parent for path in (SOURCE / "practice").glob("*/apps.py"))
NOBODY_IS_SIGNED_IN = {"costs.html", "first_talk.html"}
"""Public pages whose form rests on nobody's rights: there is nothing to forge, and a token would leave a cookie."""

TEMPLATES = sorted(SOURCE.glob("practice/**/templates/**/*.html"))


def modules(*folders: str) -> list[Path]:
    return sorted(
        path for folder in folders for path in (SOURCE / folder).rglob("*.py") if "migrations" not in path.parts
    )


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.FunctionDef):
            yield node


def flow_files() -> list[Path]:
    return [
        path
        for room in ROOMS
        for path in [room / "flows.py", *sorted((room / "flows").glob("*.py"))]
        if path.exists() and path.name != "__init__.py"
    ]


@pytest.mark.parametrize("path", modules("domain"), ids=str)
def test_the_domain_never_asks_the_clock_or_the_dice(path: Path) -> None:
    asked = re.findall(r"(?<!def )\b(?:now|today|utcnow|random|uuid4|time)\(", path.read_text())
    assert asked == []


@pytest.mark.parametrize("path", flow_files(), ids=lambda path: f"{path.parent.parent.name}/{path.name}")
def test_what_a_person_does_takes_keywords_only(path: Path) -> None:
    wrong = [
        node.name
        for node in functions(path)
        if not node.name.startswith(("_", "check_", "can_")) and "actor" in {arg.arg for arg in node.args.args}
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "room", [room for room in ROOMS if (room / "policies.py").exists()], ids=lambda room: room.name
)
def test_rights_come_in_pairs(room: Path) -> None:
    names = {node.name for node in functions(room / "policies.py")}
    checks = {name.removeprefix("check_") for name in names if name.startswith("check_can_")}
    assert checks == {name for name in names if name.startswith("can_")}


@pytest.mark.parametrize(
    "path", sorted(SOURCE.rglob("__init__.py")), ids=lambda path: str(path.relative_to(SOURCE).parent)
)
def test_every_room_says_in_one_sentence_what_it_is(path: Path) -> None:
    if "migrations" in path.parts:
        return
    text = ast.get_docstring(ast.parse(path.read_text())) or ""
    assert text.partition("\n")[0].endswith(".")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE / "practice")))
def test_no_page_breaks_the_content_policy(path: Path) -> None:
    text = re.sub(r"{%.*?%}|{#.*?#}", "", path.read_text(), flags=re.S)
    assert not re.search(r"\sstyle=", text)
    assert not re.search(r"\son[a-z]+=\"", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", text)
    assert "|safe" not in path.read_text()
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", text)


GUIDE = SOURCE / "practice" / "site" / "templates" / "site"
CHANGES_NOTHING = {GUIDE / name for name in ("guide.html", "outcome.html", "take.html", "parts/switch.html")}
"""Forms of the guide, which keep nothing and may need no cookie (ADR 16); see tests/practice/site/test_guide.py."""


@pytest.mark.parametrize(
    "path", sorted({*TEMPLATES} - CHANGES_NOTHING), ids=lambda path: str(path.relative_to(SOURCE / "practice"))
)
def test_every_form_that_posts_is_guarded_against_forgery(path: Path) -> None:
    if path.name in NOBODY_IS_SIGNED_IN:
        return
    forms = re.findall(r"<form[^>]*method=\"post\".*?</form>", path.read_text(), re.S | re.I)
    assert [form[:80] for form in forms if "csrf_token" not in form] == []


def test_no_module_is_a_drawer_of_odds_and_ends() -> None:
    assert [path for path in SOURCE.rglob("*.py") if path.stem in {"utils", "helpers", "misc", "common"}] == []


def test_every_tool_that_is_spoken_of_is_there() -> None:
    root = SOURCE.parents[1]
    spoken = [root / "Makefile", root / "README.md", *sorted((root / "docs").rglob("*.md"))]
    named = {name for path in spoken for name in re.findall(r"python -m (tests(?:\.\w+)+)", path.read_text())}
    assert named
    gone = sorted(name for name in named if find_spec(name) is None)
    assert not gone
