"""Whether the day and the client's file stay as fast in a practice of 10,000 clients as in one of 100."""

import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from lijfspoor.bench.empty_house import HERE, empty_house
from lijfspoor.bench.registry import Comparison, benchmark

SMALL, LARGE = 100, 10_000
MOST_QUERIES = 15
MOST_RATIO = 1.3
WARM, TIMES = 5, 60


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice in a database of its own, with a therapist who is signed in, and the addresses to measure."""

    clients: int
    file: Path
    browser: Any
    addresses: dict[str, str]


@benchmark("pages")
def pages_of_a_large_practice() -> Comparison:
    """Time the day and the file in a small and a large practice, through everything a request passes.

    Prints queries and medians, with a bare page of one query and one template measured in the same run. Leaves with
    exit code 1 when queries differ or are more than 15, or when a page takes over 1.3 times as long in the large one.
    Returns the slowest page, large and small.
    """
    with empty_house() as folder:
        from django.conf import settings

        settings.ROOT_URLCONF = "lijfspoor.bench.large.bare"
        practices = [_fill(folder, clients) for clients in (SMALL, LARGE)]
        queries = {practice.clients: _queries(practice) for practice in practices}
        times = _times(practices)
    return _weigh(queries, times)


def _fill(folder: Path, clients: int) -> Practice:
    from django.db import transaction
    from django.test import Client
    from django.urls import reverse

    from lijfspoor.bench.large.practice import fill
    from lijfspoor.practice.tenancy.clock import day_of

    file = folder / f"{clients}.sqlite3"
    _turn_to(folder / "empty.sqlite3")
    _compact()
    shutil.copyfile(folder / "empty.sqlite3", file)
    _turn_to(file)
    began = perf_counter()
    with transaction.atomic():
        made = fill(clients, day_of(datetime.now(UTC)))
    browser = Client(SERVER_NAME=HERE)
    browser.force_login(made.user, backend="lijfspoor.practice.access.seated.SeatedBackend")
    _compact()
    print(f"{clients:,} clients made in {perf_counter() - began:.0f} s, {file.stat().st_size / 1e6:,.0f} MB")
    day, whose = reverse("desk:today"), reverse("desk:file", args=[made.client_id])
    return Practice(clients, file, browser, {"the day": day, "the file": whose, "a bare page": "/kaal/"})


_OPENED: dict[Path, Any] = {}


def _turn_to(file: Path) -> None:
    """Go on in this database; each keeps a connection of its own."""
    from django.db import connections

    if file not in _OPENED:
        opened = connections["default"].copy()
        opened.settings_dict = {**opened.settings_dict, "NAME": str(file)}
        _OPENED[file] = opened
    connections["default"] = _OPENED[file]


def _compact() -> None:
    """Put everything in the file itself, and let the database know what it holds."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _queries(practice: Practice) -> dict[str, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    _turn_to(practice.file)
    found: dict[str, int] = {}
    for name, address in practice.addresses.items():
        _open(practice, address)
        with CaptureQueriesContext(connection) as captured:
            _open(practice, address)
        found[name] = len(captured.captured_queries)
    return found


def _open(practice: Practice, address: str) -> None:
    answer = practice.browser.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answers {answer.status_code}")


def _times(practices: list[Practice]) -> dict[tuple[str, int], float]:
    """Return the median seconds of each page in each practice, opened in turns."""
    measured: dict[tuple[str, int], list[float]] = {}
    for name in practices[0].addresses:
        for turn in range(WARM + TIMES):
            for practice in practices if turn % 2 else practices[::-1]:
                seconds = _seconds(practice, practice.addresses[name])
                if turn >= WARM:
                    measured.setdefault((name, practice.clients), []).append(seconds)
    return {key: median(seconds) for key, seconds in measured.items()}


def _seconds(practice: Practice, address: str) -> float:
    _turn_to(practice.file)
    began = perf_counter()
    _open(practice, address)
    return perf_counter() - began


def _weigh(queries: dict[int, dict[str, int]], times: dict[tuple[str, int], float]) -> Comparison:
    pages = list(queries[SMALL])
    print("page              queries   small   large   times   times a bare page")
    for name in pages:
        small, large = times[name, SMALL] * 1e3, times[name, LARGE] * 1e3
        counts = f"{queries[SMALL][name]} and {queries[LARGE][name]}"
        beside = times[name, LARGE] / times["a bare page", LARGE]
        print(f"{name:<12} {counts:>12} {small:>4.1f} ms {large:>4.1f} ms {large / small:>7.2f} {beside:>10.1f}")
    slowest = max((name for name in pages if name != "a bare page"), key=lambda name: _ratio(times, name))
    sound = queries[SMALL] == queries[LARGE] and max(queries[LARGE].values()) <= MOST_QUERIES
    if not sound or _ratio(times, slowest) > MOST_RATIO:
        print(f"Outside what is promised: the same queries, at most {MOST_QUERIES}, and at most {MOST_RATIO} times.")
        sys.exit(1)
    return Comparison(times[slowest, LARGE], times[slowest, SMALL], f"{slowest} in a practice of {SMALL} clients")


def _ratio(times: dict[tuple[str, int], float], name: str) -> float:
    return times[name, LARGE] / times[name, SMALL]
