"""Writes docs/guide/logbook.md: every kind of entry the logbook knows, with its NEN 7513 action."""

import importlib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PRACTICE = ROOT / "src" / "lijfspoor" / "practice"
GUIDE = ROOT / "docs" / "guide" / "logbook.md"
BEGIN, END = "<!-- kinds: made by make docs -->", "<!-- end of kinds -->"
ACTIONS = {"C": "create", "R": "read", "U": "change", "D": "remove", "E": "carry out"}


def load_kinds() -> None:
    """Have every room register its kinds, as it does when the practice starts."""
    for file in sorted(PRACTICE.rglob("log_kinds.py")):
        importlib.import_module(".".join(file.relative_to(ROOT / "src").with_suffix("").parts))


def table() -> str:
    """Every registered kind by name: what it is called, its action, and the words a client reads."""
    from lijfspoor.practice.logbook.kinds import all_kinds

    load_kinds()
    rows = [f"| `{kind.name}` | {kind.action} {ACTIONS[kind.action]} | heeft {kind.words} |" for kind in all_kinds()]
    return "\n".join(["| Kind | Action | What a client reads |", "|---|---|---|", *rows])


def page() -> str:
    """The guide with a fresh table between its marks."""
    before, _, rest = GUIDE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"
