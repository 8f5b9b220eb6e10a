"""The logbook tells when anyone touched it."""

import json
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from lijfspoor.practice.logbook import flows
from lijfspoor.practice.logbook.guards import GUARDS
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.logbook.verification import verify
from lijfspoor.practice.people import log_kinds
from lijfspoor.practice.tenancy.guards import missing
from tests import cast

pytestmark = pytest.mark.django_db


def write(house: cast.House, times: int) -> None:
    for _ in range(times):
        flows.record(actor=house.actor("marjan"), kind=log_kinds.READ, at=cast.NOW, clients=(uuid4(),))


def lift_guards() -> None:
    with connection.cursor() as cursor:
        for guard in GUARDS:
            for name in guard.names():
                on = f" ON {guard.table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER {name}{on}")


def change(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def faults(anchor: Path | None = None) -> list[str]:
    return [chain.fault for chain in verify(anchor) if chain.fault]


def test_an_untouched_logbook_is_whole() -> None:
    write(cast.duinrand(), 5)
    assert faults() == []


@pytest.mark.parametrize("event", ["UPDATE logbook_logentry SET why = 'anders'", "DELETE FROM logbook_logentry"])
def test_entries_cannot_be_changed_or_removed(event: str) -> None:
    write(cast.duinrand(), 2)
    with pytest.raises(DatabaseError, match="kept as it is"), transaction.atomic():
        change(event)


def test_the_guards_are_in_the_database() -> None:
    assert missing(GUARDS) == ()


@pytest.mark.parametrize(
    ("tampering", "fault"),
    [
        ("UPDATE logbook_logentry SET actor_name = 'Iemand anders' WHERE number = 3", "regel 3 is gewijzigd"),
        ("DELETE FROM logbook_logentry WHERE number = 3", "regel 3 ontbreekt"),
        ("DELETE FROM logbook_logentry WHERE number = 1", "regel 1 ontbreekt"),
    ],
)
def test_tampering_with_the_guards_lifted_is_seen(tampering: str, fault: str) -> None:
    write(cast.duinrand(), 5)
    lift_guards()
    change(tampering)
    assert faults() == [fault]


def test_two_entries_swapped_are_seen() -> None:
    write(cast.duinrand(), 5)
    lift_guards()
    for sql in ("number = 99 WHERE number = 2", "number = 2 WHERE number = 4", "number = 4 WHERE number = 99"):
        change(f"UPDATE logbook_logentry SET {sql}")
    assert faults() == ["regel 2 sluit niet aan op regel 1"]


def test_a_cut_tail_shows_against_the_anchor(tmp_path: Path) -> None:
    anchor = tmp_path / "anchor.json"
    write(cast.duinrand(), 5)
    assert faults(anchor) == []
    lift_guards()
    change("DELETE FROM logbook_logentry WHERE number >= 4")
    assert faults() == []
    assert faults(anchor) == ["regels die eerder zijn nagezien, ontbreken of zijn anders"]


def test_a_chain_that_disappears_shows_against_the_anchor(tmp_path: Path) -> None:
    anchor = tmp_path / "anchor.json"
    write(cast.duinrand(), 2)
    assert faults(anchor) == []
    lift_guards()
    change("DELETE FROM logbook_logentry")
    assert faults(anchor) == ["alle regels van deze praktijk zijn verdwenen"]
    assert json.loads(anchor.read_text())


def test_each_practice_has_its_own_chain() -> None:
    duinrand, oever = cast.duinrand(), cast.oever()
    write(duinrand, 2)
    flows.record(actor=oever.actor("elsa"), kind=log_kinds.READ, at=cast.NOW, clients=(uuid4(),))
    numbers = (
        LogEntry.objects.across_practices("test").order_by("practice_id", "number").values_list("number", flat=True)
    )
    assert sorted(numbers) == [1, 1, 2]


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(KeyError):
        flows.record(actor=cast.duinrand().actor("marjan"), kind="guessed", at=cast.NOW)


def test_an_entry_on_several_clients_is_read_back_for_each() -> None:
    house = cast.duinrand()
    one, two = uuid4(), uuid4()
    flows.record(actor=house.actor("marjan"), kind=log_kinds.READ, at=cast.NOW, clients=(one, two))
    for client in (one, two):
        lines = flows.entries_about(
            practice_id=house.practice.id,
            client_id=client,
            since=cast.NOW.replace(hour=0),
            until=cast.NOW.replace(hour=23),
        )
        assert [line.words for line in lines] == ["uw gegevens bekeken"]
