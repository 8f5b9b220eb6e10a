"""Traces requirements: knows all ids, refuses an unknown one, and maps each to the tests that prove it."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

REGISTER = Path(__file__).parent.parent / "docs" / "requirements.csv"


def known_ids() -> frozenset[str]:
    """All requirement ids of the register, such as S2-053."""
    with REGISTER.open(newline="", encoding="utf-8") as register:
        return frozenset(row["id"] for row in csv.DictReader(register))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that asks for the map."""
    parser.addoption("--requirements-map", metavar="FILE", help="write which tests prove which requirement")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Refuse unknown ids and, when asked, write the map.

    Raises pytest.UsageError when a test names a requirement that does not exist.
    """
    proofs, unknown = proofs_in(items, known_ids())
    if unknown:
        raise pytest.UsageError("Unknown requirement ids: " + "; ".join(unknown))
    target = config.getoption("--requirements-map")
    if target:
        Path(str(target)).write_text(json.dumps(proofs, indent=1, sort_keys=True), encoding="utf-8")


def proofs_in(items: Iterable[pytest.Item], known: frozenset[str]) -> tuple[dict[str, list[str]], list[str]]:
    """Return id -> sorted test names (parameters left out), and complaints about unknown ids.

    A test that is marked to be skipped or to fail proves nothing.
    """
    proofs: dict[str, set[str]] = defaultdict(set)
    unknown: list[str] = []
    for item in items:
        proves = not _is_put_off(item)
        for mark in item.iter_markers("requirement"):
            for requirement in mark.args:
                if requirement not in known:
                    unknown.append(f"{requirement} in {item.nodeid}")
                elif proves:
                    proofs[requirement].add(item.nodeid.split("[", 1)[0])
    return {key: sorted(names) for key, names in proofs.items()}, unknown


def _is_put_off(item: pytest.Item) -> bool:
    return item.get_closest_marker("skip") is not None or item.get_closest_marker("xfail") is not None
