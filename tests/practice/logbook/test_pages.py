"""Who saw or changed what, as clients and owners read it; reading it is in it too."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from lijfspoor.practice.access import log_kinds as access_kinds
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.logbook.lines import LogLine
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.people import log_kinds
from lijfspoor.practice.people.log.days import bounds, by_day
from lijfspoor.practice.people.models import CareRelation, Client
from lijfspoor.practice.tenancy.clock import day_of, now
from tests import cast
from tests.practice.access.browsers import signed_in

LINE = LogLine(
    at=cast.NOW,
    who="Tess",
    role="therapist",
    words="uw gegevens bekeken",
    action="R",
    refused=False,
    why="",
    clients=(),
    address="",
)


def line(at: datetime, **other: Any) -> LogLine:
    return replace(LINE, at=at, **other)


class TestDays:
    def test_the_same_thing_on_one_day_is_one_line(self) -> None:
        evening, morning = datetime(2026, 3, 4, 15, 5, tzinfo=UTC), datetime(2026, 3, 4, 8, 1, tzinfo=UTC)
        (day,) = by_day([line(evening), line(morning, words="uw netwerk bekeken"), line(morning)])
        assert [(told.words, told.times) for told in day.lines] == [
            ("uw gegevens bekeken", 2),
            ("uw netwerk bekeken", 1),
        ]
        assert (day.lines[0].first, day.lines[0].last) == (morning, evening)

    @pytest.mark.parametrize("other", [{"who": "Ab"}, {"role": "owner"}, {"why": "waarneming"}, {"refused": True}])
    def test_what_differs_stays_apart(self, other: dict[str, Any]) -> None:
        at = datetime(2026, 3, 4, 15, 5, tzinfo=UTC)
        (day,) = by_day([line(at), line(at, **other)])
        assert len(day.lines) == 2

    def test_a_day_is_a_day_in_amsterdam(self) -> None:
        lines = [line(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)), line(datetime(2026, 7, 1, 21, 30, tzinfo=UTC))]
        assert [day.on.day for day in by_day(lines)] == [2, 1]

    def test_the_days_the_clock_changes_are_whole(self) -> None:
        for day, hours in ((datetime(2026, 3, 29), 23), (datetime(2026, 10, 25), 25)):  # noqa: DTZ001  # only the day
            first, last = bounds(day.date(), day.date())
            assert last.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=hours)


pages = pytest.mark.django_db


@pytest.fixture
def house(db: None) -> cast.House:
    return cast.duinrand()


@pytest.fixture
def samira(house: cast.House) -> Client:
    return cast.adult(house)


def address(client: Client) -> str:
    return f"/clienten/{client.id}/logboek/"


@pages
class TestOfAClient:
    def test_it_tells_who_did_what_when_and_why(self, house: cast.House, samira: Client) -> None:
        at = now() - timedelta(days=1)
        for _ in range(3):
            record(actor=house.actor("ab"), kind=log_kinds.READ, at=at, clients=(samira.id, uuid4()), why="Belde op")
        markup = signed_in(house.user("marjan")).get(address(samira)).content.decode()
        assert "Ab Kramer" in markup
        assert "(administratie)" in markup
        assert "heeft uw gegevens bekeken, 3 keer" in " ".join(markup.split())
        assert "Reden: Belde op" in markup

    def test_it_tells_nothing_of_others(self, house: cast.House, samira: Client) -> None:
        other, *_ = cast.child(house)
        record(actor=house.actor("ab"), kind=log_kinds.CHANGED, at=now(), clients=(other.id,))
        markup = signed_in(house.user("marjan")).get(address(samira)).content.decode()
        assert "gewijzigd." not in markup
        assert "Noor" not in markup

    def test_the_period_can_be_chosen(self, house: cast.House, samira: Client) -> None:
        at = datetime(2026, 1, 15, 9, tzinfo=UTC)
        record(actor=house.actor("ab"), kind=log_kinds.CHANGED, at=at, clients=(samira.id,))
        marjan = signed_in(house.user("marjan"))
        for since, until, there in (
            ("2026-01-15", "2026-01-15", True),
            ("2026-01-16", "2026-01-20", False),
            ("2026-01-10", "2026-01-14", False),
        ):
            answer = marjan.get(address(samira), {"since": since, "until": until})
            assert ("uw gegevens gewijzigd" in answer.content.decode()) is there

    @pytest.mark.parametrize(
        "period",
        [
            {"since": "0001-01-01"},
            {"until": "9999-12-31"},
            {"since": "x"},
            {"since": "2026-02-02", "until": "2026-02-01"},
        ],
    )
    def test_a_period_that_cannot_be_is_told(self, house: cast.House, samira: Client, period: dict[str, str]) -> None:
        answer = signed_in(house.user("marjan")).get(address(samira), period)
        assert answer.status_code == 422
        assert answer.context["form"].errors

    @pytest.mark.parametrize(("name", "status"), [("marjan", 200), ("lea", 200), ("tess", 404), ("ab", 403)])
    def test_who_may_read_it(self, house: cast.House, samira: Client, name: str, status: int) -> None:
        assert signed_in(house.user(name)).get(address(samira)).status_code == status

    def test_an_owner_without_relation_may(self, house: cast.House, samira: Client) -> None:
        CareRelation.plain.filter(client=samira).delete()
        assert signed_in(house.user("marjan")).get(address(samira)).status_code == 200
        assert signed_in(house.user("lea")).get(address(samira)).status_code == 404

    def test_of_elsewhere_or_nobody_is_not_found(self, house: cast.House, samira: Client) -> None:
        elsa = signed_in(cast.oever().user("elsa"))
        foreign, missing = elsa.get(address(samira)), elsa.get(f"/clienten/{uuid4()}/logboek/")
        assert (foreign.status_code, foreign.content) == (404, missing.content)

    def test_reading_it_is_in_it(self, house: cast.House, samira: Client) -> None:
        marjan = signed_in(house.user("marjan"))
        marjan.get(address(samira))
        entry = LogEntry.plain.get(kind="logbook.client_read")
        assert (entry.client_id, entry.member_id, entry.action) == (samira.id, house.members["marjan"].id, "R")
        assert "uw logboek bekeken" in marjan.get(address(samira)).content.decode()


@pages
class TestOfThePractice:
    ADDRESS = "/praktijk/logboek/"

    def test_a_refused_attempt_is_marked(self, house: cast.House, samira: Client) -> None:
        signed_in(house.user("tess")).get(address(samira))
        entry = LogEntry.plain.get(kind=access_kinds.REFUSED)
        assert (entry.outcome, entry.subject) == ("refused", str(samira.id))
        markup = signed_in(house.user("marjan")).get(self.ADDRESS).content.decode()
        assert "geweigerd" in markup
        assert "Tess Vos" in markup

    def test_one_colleague_can_be_chosen(self, house: cast.House, samira: Client) -> None:
        record(actor=house.actor("ab"), kind=log_kinds.CHANGED, at=now(), clients=(samira.id,))
        record(actor=house.actor("tess"), kind=log_kinds.NETWORK_READ, at=now(), clients=(samira.id,))
        marjan = signed_in(house.user("marjan"))
        answer = marjan.get(self.ADDRESS, {"who": str(house.members["ab"].id)})
        assert {each.who for each in answer.context["page"]} == {"Ab Kramer"}
        assert "Samira el H." in answer.content.decode()
        assert marjan.get(self.ADDRESS, {"who": "iedereen' OR 1=1"}).status_code == 422

    def test_long_logs_come_in_pages_of_fifty(self, house: cast.House) -> None:
        for _ in range(120):
            record(actor=house.actor("ab"), kind=log_kinds.CHANGED, at=now(), clients=(uuid4(),))
        marjan = signed_in(house.user("marjan"))
        seen = [len(marjan.get(self.ADDRESS, {"page": page}).context["page"].object_list) for page in (1, 2, 3)]
        assert seen == [50, 50, 23]
        assert marjan.get(self.ADDRESS, {"page": "x"}).status_code == 200

    def test_nothing_of_another_practice(self, house: cast.House) -> None:
        elsewhere = cast.oever()
        record(actor=elsewhere.actor("elsa"), kind=log_kinds.CHANGED, at=now(), clients=(uuid4(),))
        markup = signed_in(house.user("marjan")).get(self.ADDRESS).content.decode()
        assert "Elsa Brand" not in markup

    def test_reading_it_is_in_it(self, house: cast.House) -> None:
        signed_in(house.user("marjan")).get(self.ADDRESS, {"since": "2026-01-01"})
        assert LogEntry.plain.get(kind="logbook.practice_read").detail["since"] == "2026-01-01"

    def test_the_last_week_shows_unless_told(self, house: cast.House) -> None:
        at = now() - timedelta(days=9)
        record(actor=house.actor("ab"), kind=log_kinds.CHANGED, at=at, clients=(uuid4(),))
        marjan = signed_in(house.user("marjan"))
        assert "Ab Kramer" not in {each.who for each in marjan.get(self.ADDRESS).context["page"]}
        since = {"since": day_of(at).isoformat()}
        assert "Ab Kramer" in {each.who for each in marjan.get(self.ADDRESS, since).context["page"]}
