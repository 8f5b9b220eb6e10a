"""Visitors find who fits and is near, in an order that holds, in a fixed number of queries."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from lijfspoor.catalogue.finder import places
from lijfspoor.domain.finder.listing import AREAS, Listing, Registration
from lijfspoor.domain.finder.places import distance_km
from lijfspoor.domain.finder.register_file import COLUMNS, NotARegister
from lijfspoor.domain.finder.wish import RADII, Wish, marks_of
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.finder import flows, store
from lijfspoor.practice.finder.models import Listed, RegisterFile
from tests.cast import NOW, TODAY

CODES = sorted(places())


def listing(number: int, pc4: str = "1011", **more: object) -> Listing:
    """An invented therapist."""
    told: dict[str, object] = {"name": f"Iemand {number:05}", "practice": "", "discipline": "pmt", "pc4": pc4}
    return Listing(**(told | more))  # type: ignore[arg-type]  # each test names fields of the record


def listed(*listings: Listing) -> None:
    """Put these in the register."""
    register = RegisterFile(origin="proef", dated=TODAY, checksum="", read_at=NOW, listed=len(listings), left_out=0)
    store.replace_register(register, [(each, places()[each.pc4]) for each in listings], NOW)


def names(wish: Wish, page: int = 1) -> list[str]:
    """Who is found, in order."""
    return [card.listing.name for card in flows.find(wish=wish, page=page, day=TODAY).cards]


@pytest.mark.django_db
@pytest.mark.requirement("S0-059")
def test_the_nearest_stand_first_and_who_is_too_far_is_left_out() -> None:
    """Around the centre of Amsterdam within 25 km: Amsterdam, Haarlem; not Maastricht."""
    listed(listing(1, "6211"), listing(2, "2011"), listing(3, "1012"))
    assert names(Wish(pc4="1011", within_km=25)) == ["Iemand 00003", "Iemand 00002"]
    found = flows.find(wish=Wish(pc4="1011", within_km=25), page=1, day=TODAY).cards
    assert found[0].distance_km == pytest.approx(0.7, abs=0.5)


@pytest.mark.django_db
@pytest.mark.requirement("S0-059")
@pytest.mark.requirement("S0-060")
def test_one_filters_by_specialism_register_and_own_practice() -> None:
    """Each wish leaves who has it; together they leave who has all."""
    listed(
        listing(1, areas=("trauma",), registrations=(Registration("kwaliteitsregister"),), self_employed=True),
        listing(2, areas=("trauma",)),
        listing(3, areas=("adhd",), registrations=(Registration("kwaliteitsregister"),)),
    )
    assert names(Wish(area="trauma")) == ["Iemand 00001", "Iemand 00002"]
    assert names(Wish(register="kwaliteitsregister")) == ["Iemand 00001", "Iemand 00003"]
    assert names(Wish(self_employed=True)) == ["Iemand 00001"]
    assert names(Wish(area="trauma", register="kwaliteitsregister")) == ["Iemand 00001"]


@pytest.mark.django_db
@pytest.mark.requirement("S0-056")
def test_one_finds_who_has_a_contract_with_the_own_municipality() -> None:
    """However one writes its name."""
    listed(listing(1, municipalities=("Súdwest-Fryslân",)), listing(2, municipalities=("Leeuwarden",)))
    assert names(Wish(municipality="sudwest fryslan")) == ["Iemand 00001"]


@pytest.mark.django_db
def test_by_waiting_time_the_shortest_stands_first_and_unknown_last() -> None:
    """A waiting time that nobody told is not the shortest."""
    listed(listing(1), listing(2, waiting_weeks=12), listing(3, waiting_weeks=2))
    assert names(Wish(order="waiting")) == ["Iemand 00003", "Iemand 00002", "Iemand 00001"]
    assert names(Wish(order="waiting", longest_wait=4)) == ["Iemand 00003"]


@pytest.mark.django_db
@pytest.mark.requirement("S0-058")
def test_a_registration_that_ended_is_no_badge() -> None:
    """Until and including its last day; without a last day it stays."""
    listed(
        listing(
            1,
            registrations=(
                Registration("kwaliteitsregister", "7", TODAY),
                Registration("nvpmt", "", TODAY - timedelta(days=1)),
            ),
        )
    )
    (card,) = flows.find(wish=Wish(), page=1, day=TODAY).cards
    assert [(badge.register.id, badge.number, badge.until) for badge in card.badges] == [
        ("kwaliteitsregister", "7", TODAY)
    ]
    (later,) = flows.find(wish=Wish(), page=1, day=TODAY + timedelta(days=1)).cards
    assert later.badges == ()


@pytest.mark.django_db
def test_pages_follow_each_other_and_one_too_far_is_the_last() -> None:
    """Forty-five people on three pages, everyone once."""
    listed(*(listing(number) for number in range(45)))
    seen = [name for page in (1, 2, 3) for name in names(Wish(), page)]
    assert seen == [f"Iemand {number:05}" for number in range(45)]
    assert flows.find(wish=Wish(), page=99, day=TODAY).page == 3
    assert flows.find(wish=Wish(), page=-1, day=TODAY).page == 1


@pytest.mark.django_db
def test_it_asks_as_many_queries_for_one_as_for_many() -> None:
    """Count, page, register."""
    for many in (1, 60):
        listed(*(listing(number) for number in range(many)))
        with CaptureQueriesContext(connection) as asked:
            flows.find(wish=Wish(pc4="1011"), page=1, day=TODAY)
        assert len(asked) == 3


@pytest.mark.django_db
def test_nobody_is_found_by_an_unknown_id() -> None:
    """Nor after a register was replaced."""
    listed(listing(1))
    (card,) = flows.find(wish=Wish(), page=1, day=TODAY).cards
    assert flows.read_listed(listed_id=card.id, pc4="", day=TODAY).listing.name == "Iemand 00001"
    listed(listing(2))
    with pytest.raises(NotFound):
        flows.read_listed(listed_id=card.id, pc4="", day=TODAY)


class TestAgainstTheSlowWay(TestCase):
    """The database finds whom a loop over everyone finds, in the same order."""

    @settings(max_examples=15)
    @given(
        st.lists(
            st.builds(
                listing,
                st.integers(0, 99_999),
                st.sampled_from(CODES),
                areas=st.lists(st.sampled_from(AREAS), max_size=2).map(tuple),
                waiting_weeks=st.none() | st.integers(0, 30),
            ),
            max_size=12,
        ),
        st.builds(
            Wish,
            pc4=st.sampled_from(CODES),
            within_km=st.sampled_from(RADII),
            area=st.sampled_from(["", *AREAS]),
            longest_wait=st.none() | st.integers(0, 30),
        ),
    )
    def test_found_and_ordered_alike(self, everyone: list[Listing], wish: Wish) -> None:
        """A distance within half a per cent of the edge may fall either way."""
        listed(*everyone)
        centre = places()[wish.pc4]
        far = {each.name: distance_km(centre, places()[each.pc4]) for each in everyone}

        def fits(each: Listing, km: float) -> bool:
            waits = wish.longest_wait is None or (
                each.waiting_weeks is not None and each.waiting_weeks <= wish.longest_wait
            )
            return waits and far[each.name] <= km and all(mark in marks_of(each) for mark in wish.marks())

        found = [card.listing for card in flows.find(wish=wish, page=1, day=TODAY).cards]
        shown = [each.name for each in found]
        assert {each.name for each in everyone if fits(each, wish.within_km * 0.99)} <= set(shown)
        assert set(shown) <= {each.name for each in everyone if fits(each, wish.within_km * 1.01)}
        distances = [distance_km(centre, places()[each.pc4]) for each in found]
        assert all(one <= other * 1.01 + 0.01 for one, other in pairwise(distances))


@pytest.mark.django_db
class TestReadingIn:
    """A register file takes the place of the one before, and says what it left out."""

    def write(self, folder: Path, *lines: str) -> Path:
        """A file of these lines."""
        file = folder / "register.csv"
        file.write_text("name,discipline,postcode\n" + "\n".join(lines) + "\n", encoding="utf-8")
        return file

    def test_sound_lines_are_kept_and_the_day_is_told(self, tmp_path: Path) -> None:
        """One of two; the page says of which day the register is."""
        file = self.write(tmp_path, "A,pmt,1011", "B,pmt,0000")
        done = flows.read_in_register(file, origin="Register Proef", dated=date(2026, 11, 1))
        assert done.listed == 1
        assert [(slip.line, slip.column) for slip in done.slips] == [(3, "postcode")]
        found = flows.find(wish=Wish(), page=1, day=TODAY)
        assert (found.total, found.register_origin, found.register_dated) == (1, "Register Proef", date(2026, 11, 1))

    def test_the_next_register_replaces_the_first(self, tmp_path: Path) -> None:
        """Nobody stays from before, and profiles of this installation do."""
        flows.read_in_register(self.write(tmp_path, "A,pmt,1011"), origin="eerste", dated=TODAY)
        flows.read_in_register(self.write(tmp_path, "B,pmt,1012"), origin="tweede", dated=TODAY)
        assert names(Wish()) == ["B"]
        assert RegisterFile.objects.count() == 1

    def test_only_looking_keeps_nothing(self, tmp_path: Path) -> None:
        """It tells what would come of it."""
        done = flows.read_in_register(self.write(tmp_path, "A,pmt,1011"), origin="x", dated=TODAY, only_look=True)
        assert done.listed == 1
        assert not Listed.objects.exists()

    def test_a_file_that_is_no_register_changes_nothing(self, tmp_path: Path) -> None:
        """What was there stays."""
        flows.read_in_register(self.write(tmp_path, "A,pmt,1011"), origin="eerste", dated=TODAY)
        broken = tmp_path / "broken.csv"
        broken.write_text("geen,register\n", encoding="utf-8")
        with pytest.raises(NotARegister):
            flows.read_in_register(broken, origin="x", dated=TODAY)
        assert names(Wish()) == ["A"]

    def test_the_columns_are_those_the_guide_names(self) -> None:
        """The how-to explains every column."""
        guide = Path(__file__).parents[3] / "docs/guide/register-of-therapists.md"
        told = guide.read_text(encoding="utf-8")
        assert all(f"`{column}`" in told for column in COLUMNS)
