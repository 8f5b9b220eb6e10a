"""The guide to the logbook names every kind there is."""

from lijfspoor.practice.logbook.kinds import all_kinds
from tests.docs_logbook import GUIDE, load_kinds


def test_every_kind_is_in_the_guide_with_its_action() -> None:
    load_kinds()
    guide = GUIDE.read_text(encoding="utf-8")
    missing = [kind.name for kind in all_kinds() if f"| `{kind.name}` | {kind.action} " not in guide]
    assert missing == [], "run make docs"
