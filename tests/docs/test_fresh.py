"""What the documentation tells about the code is true today."""

import re
from pathlib import Path

import pytest

from tests.docs_maker import ROOT, pages


@pytest.mark.parametrize("path", sorted(pages()), ids=lambda path: str(Path(path).relative_to(ROOT)))
def test_page_is_as_the_code_tells_it(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == pages()[path], "stale: run make docs"


def test_every_setting_is_in_the_readme() -> None:
    read = (ROOT / "README.md").read_text(encoding="utf-8")
    config = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/lijfspoor/config").glob("*.py"))
    told_by_the_command = {"LIJFSPOOR_MODE", "LIJFSPOOR_HOST"}
    names = set(re.findall(r'"(LIJFSPOOR_[A-Z_]+)"', config)) - told_by_the_command
    assert names, "the search itself works"
    assert {name for name in names if f"`{name}`" not in read} == set()
