"""The screens keep to the words of GLOSSARY.md."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "src/lijfspoor/practice").rglob("templates/**/*.html"))
MODULES = sorted((ROOT / "src/lijfspoor/content/modules").rglob("*.yaml"))


def forbidden() -> list[str]:
    """Return the words of the last table, left column."""
    table = (ROOT / "GLOSSARY.md").read_text().rpartition("## Words the screens do not use")[2]
    rows = re.findall(r"^\| ([^|]+) \|", table, re.M)[1:]
    return [word.strip() for row in rows for word in row.split(",") if not set(row) <= set("- ")]


def test_the_list_of_forbidden_words_is_read() -> None:
    assert {"patiënt", "terugval", "score"} <= set(forbidden())


@pytest.mark.requirement("S0-047")
@pytest.mark.parametrize("path", PAGES + MODULES, ids=lambda path: path.name)
def test_no_page_or_module_uses_a_forbidden_word(path: Path) -> None:
    text = path.read_text()
    dutch = (
        "\n".join(re.findall(r"nl: (.*)", text))
        if path.suffix == ".yaml"
        else re.sub(r"{[{%].*?[}%]}|<[^>]*>", " ", text)
    )
    found = [word for word in forbidden() if re.search(rf"\b{word}(?:en|s|e)?\b", dutch, re.I)]
    assert found == []
