"""How fast a visitor finds someone among 20,000 therapists, against the bare query of the database."""

import csv
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from lijfspoor.bench.empty_house import empty_house
from lijfspoor.bench.registry import Comparison, benchmark
from lijfspoor.bench.singlecase.rows import timed_beside

COLUMNS = (
    "name",
    "practice",
    "discipline",
    "postcode",
    "ages",
    "areas",
    "languages",
    "forms",
    "settings",
    "waiting_weeks",
)
MANY = 20_000
SEED = 20261129
DAY = date(2026, 11, 29)
TIMES = 40


@benchmark("finder")
def finder_among_many() -> Comparison:
    """Time a search with postcode, radius, problem area and age among 20,000 made-up therapists.

    The reference runs the same two queries (count and page) on the bare database connection and throws the rows away.
    """
    with empty_house() as folder:
        from lijfspoor.domain.finder.wish import Wish
        from lijfspoor.practice.finder import flows

        _fill(folder)
        wish = Wish(pc4="3511", within_km=25, area="trauma", age="adult")
        search = partial(flows.find, wish=wish, page=1, day=DAY)
        queries = _queries(search)
        ours, bare = timed_beside(search, lambda: _run(queries), TIMES)
        found = search()
        print(f"{MANY} therapists, {found.total} found; answer {ours * 1000:.1f} ms, bare queries {bare * 1000:.1f} ms")
        return Comparison(ours, bare, "the bare queries")


def _fill(folder: Path) -> None:
    from lijfspoor.catalogue.finder import places
    from lijfspoor.domain.finder.listing import AGES, AREAS, FORMS, SETTINGS
    from lijfspoor.practice.finder import flows

    dice, codes = Random(SEED), sorted(places())

    def some(known: tuple[str, ...]) -> str:
        return ";".join(dice.sample(known, dice.randint(1, len(known))))

    file = folder / "register.csv"
    with file.open("w", newline="", encoding="utf-8") as opened:
        lines = csv.writer(opened)
        lines.writerow(COLUMNS)
        for number in range(MANY):
            discipline = dice.choice(("pmt", "pmt", "pmkt", "psychosomatic_physio"))
            told = [f"Therapeut {number:05}", f"Praktijk {number % 7000}", discipline, dice.choice(codes)]
            waits = dice.choice(("", 2, 6, 12, 26))
            lines.writerow([*told, some(AGES), some(AREAS), "Nederlands", some(FORMS), some(SETTINGS), waits])
    flows.read_in_register(file, origin="bench", dated=DAY)


def _queries(act: Callable[[], object]) -> list[tuple[str, tuple[Any, ...]]]:
    """Return the queries on listed therapists that an act asks, as the database gets them."""
    from django.db import connection

    asked: list[tuple[str, tuple[Any, ...]]] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: ANN401  # Django's own types
        asked.append((sql, tuple(params or ())))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        act()
    return [each for each in asked if "finder_listed" in each[0]]


def _run(queries: list[tuple[str, tuple[Any, ...]]]) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for sql, params in queries:
            cursor.execute(sql, params)
            cursor.fetchall()
