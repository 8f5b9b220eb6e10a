"""Prints the handbook from the specs: `python -m tests.spec.print_handbook` writes docs/generated/handbook*.md."""

from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from types import ModuleType

from tests.spec.spec import SHOWN, Shown
from tests.spec.toc import CONTENTS

FOLDER = Path(__file__).parents[2] / "docs" / "generated"
PREFACE = """# Handbook

What Lijfspoor's rules do, in cases. Each case is a test: a care module, a table of what happened, one question and the
answer. This handbook is printed from those tests, so it says what the program does.

How to read the tables of what happened:

- every row is one fact, on the day it is about; facts are kept and never changed, a correction is a new fact;
- `full intake` stands for everything the module asks before treatment, answered so that treatment can start: referral,
  birth date (2019 where the module is for children, else 1990), a therapist with all qualifications, authority (Anna,
  for a child), all consents, all criteria, meetings, examination, the first variant where one must be chosen, one goal
  and a plan; with `adult` for someone born in 1990 where the module is for all ages;
- `8 sessions held` stands for eight weekly sessions, the first on the day named;
- a column `recorded` says on which day a fact was written down, when that differs from the day it is about;
- an answer `-` means that there is nothing.
"""


def pages() -> dict[str, str]:
    """Every page of the handbook by its file name."""
    found = {"handbook.md": _contents()}
    for chapter in CONTENTS:
        found[f"handbook-{chapter}.md"] = "\n".join(_chapter(chapter)).rstrip() + "\n"
    return found


def _contents() -> str:
    lines = [PREFACE]
    for chapter, sections in CONTENTS.items():
        lines += [f"## [{_room(chapter).title}](handbook-{chapter}.md)", "", f"{getdoc(_room(chapter))}", ""]
        for section in sections:
            title = _section(chapter, section).title
            lines.append(f"- [{title}](handbook-{chapter}.md#{_anchor(title)})")
    return "\n".join(lines) + "\n"


def _chapter(chapter: str) -> Iterator[str]:
    room = _room(chapter)
    yield from (f"# {room.title}", "", str(getdoc(room)), "", "How to read the tables: [handbook](handbook.md).", "")
    for name in CONTENTS[chapter]:
        section = _section(chapter, name)
        yield from (f"## {section.title}", "", str(getdoc(section)), "")
        for test in _tests(section):
            yield from _paragraph(test)


def _paragraph(test: Callable[[], None]) -> Iterator[str]:
    SHOWN.clear()
    test()
    name = test.__name__.removeprefix("test_").replace("_", " ")
    yield from (f"### {name[0].upper()}{name[1:]}", "", " ".join(str(getdoc(test)).split()), "")
    for shown in SHOWN:
        yield from _case(shown)
    if proved := _requirements(test):
        yield from (f"Proves: {', '.join(proved)}.", "")


def _case(shown: Shown) -> Iterator[str]:
    yield from (f"Along `{shown.module}`:", "", shown.happened.markdown, "")
    yield from (f"**{shown.question.words[0].upper()}{shown.question.words[1:]}**", "")
    yield from (shown.answer.markdown if shown.answer.rows else "Nothing.", "")


def _tests(section: ModuleType) -> list[Callable[[], None]]:
    return [value for name, value in vars(section).items() if name.startswith("test_")]


def _requirements(test: Callable[[], None]) -> list[str]:
    marks = getattr(test, "pytestmark", [])
    return [each for mark in marks if mark.name == "requirement" for each in mark.args]


def _room(chapter: str) -> ModuleType:
    return import_module(f"tests.spec.{chapter}")


def _section(chapter: str, section: str) -> ModuleType:
    return import_module(f"tests.spec.{chapter}.test_{section}")


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def main() -> None:
    """Write all pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"Written: docs/generated/{name}")


if __name__ == "__main__":
    main()
