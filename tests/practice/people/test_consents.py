"""Who decides follows from age and authority on the day; taking back counts at once."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction
from django.test import Client as Browser

from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.people import consents, network
from lijfspoor.practice.people.details import ConsentLine
from lijfspoor.practice.people.models import Authority, Client, Consent, Contact
from lijfspoor.practice.tenancy.clock import day_of, now
from tests import cast
from tests.practice.access.browsers import key, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> cast.House:
    return cast.duinrand()


def lines(house: cast.House, client: Client, day: date, scope: str = "treatment") -> tuple[ConsentLine, ...]:
    """Who must decide on a scope on a day, with what they said."""
    _, found = consents.read_consents(actor=house.actor("marjan"), client_id=client.id, day=day, now=cast.NOW)
    return tuple(line for line in found if line.scope == scope)


def deciders(house: cast.House, client: Client, day: date) -> list[str]:
    return [line.name for line in lines(house, client, day)]


def born_on(house: cast.House, born: date | None) -> Client:
    client, *_ = cast.child(house)
    Client.plain.update(born=born)
    client.refresh_from_db()
    return client


class TestAges:
    PARENTS = ["Eva Veldhuis", "Mark Smit"]
    ALL = ["Noor Veldhuis", "Eva Veldhuis", "Mark Smit"]
    ALONE = ["Noor Veldhuis"]

    @pytest.mark.parametrize(
        ("born", "day", "who"),
        [
            (date(2014, 5, 6), date(2026, 5, 5), PARENTS),
            (date(2014, 5, 6), date(2026, 5, 6), ALL),
            (date(2010, 5, 6), date(2026, 5, 5), ALL),
            (date(2010, 5, 6), date(2026, 5, 6), ALONE),
            (date(2008, 5, 6), date(2026, 5, 6), ALONE),
            (date(2016, 2, 29), date(2028, 2, 28), PARENTS),
            (date(2016, 2, 29), date(2028, 2, 29), ALL),
            (date(2010, 2, 28), date(2026, 2, 27), ALL),
            (date(2010, 2, 28), date(2026, 2, 28), ALONE),
        ],
    )
    def test_the_12th_and_16th_birthday_count_to_the_day(
        self, house: cast.House, born: date, day: date, who: list[str]
    ) -> None:
        assert deciders(house, born_on(house, born), day) == who

    def test_born_on_29_february_one_turns_12_on_the_day_the_law_says(self, house: cast.House) -> None:
        client = born_on(house, date(2012, 2, 29))
        turned = [date(2024, 2, 28), date(2024, 2, 29)]
        assert [deciders(house, client, day) for day in turned] == [self.PARENTS, self.ALL]
        sixteen = born_on(house, date(2012, 2, 29))
        assert deciders(house, sixteen, date(2028, 2, 28)) == self.ALL
        assert deciders(house, sixteen, date(2028, 2, 29)) == self.ALONE

    def test_without_a_birth_date_nobody_is_guessed(self, house: cast.House) -> None:
        assert [line.person for line in lines(house, born_on(house, None), cast.TODAY)] == [""]


class TestAuthority:
    def state(self, house: cast.House, client: Client, who: Contact, change: str, on: date) -> None:
        network.change_authority(
            actor=house.actor("marjan"),
            client_id=client.id,
            contact_id=who.id,
            change=change,
            on=on,
            day=cast.TODAY,
            now=now(),
        )

    def test_it_ends_after_the_day_named(self, house: cast.House) -> None:
        client, _, mark, _ = cast.child(house)
        self.state(house, client, mark, "none", date(2026, 12, 31))
        assert "Mark Smit" in deciders(house, client, date(2026, 12, 31))
        assert deciders(house, client, date(2027, 1, 1)) == ["Eva Veldhuis"]

    def test_yesterday_as_last_day_takes_it_away_today(self, house: cast.House) -> None:
        client, _, mark, _ = cast.child(house)
        self.state(house, client, mark, "none", cast.TODAY - timedelta(days=1))
        assert deciders(house, client, cast.TODAY) == ["Eva Veldhuis"]

    def test_it_begins_on_the_day_named(self, house: cast.House) -> None:
        client, _, _, ria = cast.child(house)
        self.state(house, client, ria, "parent", date(2027, 1, 1))
        assert "Ria Veldhuis" not in deciders(house, client, date(2026, 12, 31))
        assert "Ria Veldhuis" in deciders(house, client, date(2027, 1, 1))

    def test_a_guardian_takes_the_place_of_parents(self, house: cast.House) -> None:
        client, _, _, ria = cast.child(house)
        self.state(house, client, ria, "guardian", cast.TODAY)
        assert deciders(house, client, cast.TODAY) == ["Ria Veldhuis"]

    def test_it_can_come_back(self, house: cast.House) -> None:
        client, _, mark, _ = cast.child(house)
        self.state(house, client, mark, "none", cast.TODAY - timedelta(days=1))
        self.state(house, client, mark, "parent", cast.TODAY)
        assert "Mark Smit" in deciders(house, client, cast.TODAY)

    def test_who_has_none_cannot_lose_it(self, house: cast.House) -> None:
        client, _, _, ria = cast.child(house)
        with pytest.raises(NotUnderstood):
            self.state(house, client, ria, "none", cast.TODAY)

    def test_what_was_recorded_stays(self, house: cast.House) -> None:
        client, _, mark, _ = cast.child(house)
        self.state(house, client, mark, "none", cast.TODAY)
        assert Authority.plain.filter(contact=mark).count() == 2
        with pytest.raises(DatabaseError, match="kept as it is"), transaction.atomic():
            Authority.plain.filter(contact=mark).delete()

    @pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31", "x", "2026-02-30", ""])
    def test_a_day_that_cannot_be_stands_beside_its_field(self, house: cast.House, on: str) -> None:
        client, eva, *_ = cast.child(house)
        answer = signed_in(house.user("marjan")).post(
            f"/clienten/{client.id}/netwerk/{eva.id}/gezag/", {"authority-change": "none", "authority-on": on}
        )
        assert answer.status_code == 422
        assert "on" in answer.context["authority_form"].errors
        assert Authority.plain.filter(contact=eva).count() == 1

    def test_who_leaves_the_network_decides_no_longer_from_tomorrow(self, house: cast.House) -> None:
        client, _, mark, _ = cast.child(house)
        today = day_of(now())
        marjan = signed_in(house.user("marjan"))
        assert marjan.post(f"/clienten/{client.id}/netwerk/{mark.id}/weg/").status_code == 302
        assert deciders(house, client, today + timedelta(days=1)) == ["Eva Veldhuis"]
        markup = marjan.get(f"/clienten/{client.id}/netwerk/").content.decode()
        assert "Eerder in het netwerk" in markup


class TestSaying:
    def say(self, browser: Browser, client: Client, person: str | UUID, **other: Any) -> Any:  # noqa: ANN401  # the answer as the test client gives it
        given = {
            "given": "yes",
            "holds_from": day_of(now()).isoformat(),
            "how": "op papier getekend",
            "idempotency_key": key(),
        }
        return browser.post(f"/clienten/{client.id}/toestemmingen/treatment/{person}/", given | other)

    @pytest.fixture
    def marjan(self, house: cast.House) -> Browser:
        return signed_in(house.user("marjan"))

    def given(self, house: cast.House, client: Client) -> list[bool]:
        return [line.given for line in lines(house, client, day_of(now()))]

    def test_both_parents_are_asked_and_each_counts(self, house: cast.House, marjan: Browser) -> None:
        client, eva, mark, _ = cast.child(house)
        assert self.given(house, client) == [False, False]
        assert self.say(marjan, client, eva.id).status_code == 302
        assert self.given(house, client) == [True, False]
        self.say(marjan, client, mark.id)
        assert self.given(house, client) == [True, True]

    def test_taking_back_counts_at_once(self, house: cast.House, marjan: Browser) -> None:
        client, eva, *_ = cast.child(house)
        self.say(marjan, client, eva.id)
        self.say(marjan, client, eva.id, given="no", how="belde vanmiddag")
        assert self.given(house, client)[0] is False
        assert Consent.plain.count() == 2

    def test_a_later_record_of_an_earlier_yes_does_not_undo_taking_back(
        self, house: cast.House, marjan: Browser
    ) -> None:
        client, eva, *_ = cast.child(house)
        self.say(marjan, client, eva.id, given="no")
        self.say(marjan, client, eva.id, given="yes", holds_from="2026-01-02")
        assert self.given(house, client)[0] is False

    def test_it_ends_by_itself_after_the_last_day(self, house: cast.House, marjan: Browser) -> None:
        client = cast.adult(house)
        self.say(marjan, client, "client", holds_from="2026-01-01", until="2026-03-31")
        assert lines(house, client, date(2026, 3, 31))[0].given
        assert not lines(house, client, date(2026, 4, 1))[0].given

    def test_a_yes_to_one_thing_is_no_yes_to_another(self, house: cast.House, marjan: Browser) -> None:
        client = cast.adult(house)
        self.say(marjan, client, "client")
        today = day_of(now())
        assert [lines(house, client, today, scope)[0].given for scope in ("information", "touch")] == [False, False]

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"holds_from": "0001-01-01"}, "holds_from"),
            ({"holds_from": "2199-12-31"}, "holds_from"),
            ({"holds_from": "9999-12-31"}, "holds_from"),
            ({"until": "9999-12-31"}, "until"),
            ({"until": "2020-01-01"}, "until"),
            ({"how": ""}, "how"),
            ({"given": "misschien"}, "given"),
        ],
    )
    def test_what_cannot_be_stands_beside_its_field(
        self, house: cast.House, marjan: Browser, wrong: dict[str, str], field: str
    ) -> None:
        answer = self.say(marjan, cast.adult(house), "client", **wrong)
        assert answer.status_code == 422
        assert field in answer.context["form"].errors
        assert not Consent.plain.exists()

    def test_the_same_form_twice_is_one_consent(self, house: cast.House, marjan: Browser) -> None:
        client, same = cast.adult(house), key()
        for _ in range(2):
            assert self.say(marjan, client, "client", idempotency_key=same).status_code == 302
        assert Consent.plain.count() == 1

    def test_only_who_decides_can_say_something(self, house: cast.House, marjan: Browser) -> None:
        client, _, _, ria = cast.child(house)
        for person in (ria.id, "client", uuid4(), "x"):
            assert self.say(marjan, client, person).status_code == 404
        assert not Consent.plain.exists()

    def test_somebody_of_another_client_cannot_be_named(self, house: cast.House, marjan: Browser) -> None:
        _, eva, *_ = cast.child(house)
        assert self.say(marjan, cast.adult(house), eva.id).status_code == 404

    def test_what_was_said_is_kept_as_it_is(self, house: cast.House) -> None:
        cast.consent(house, cast.adult(house), "treatment")
        with pytest.raises(DatabaseError, match="kept as it is"), transaction.atomic():
            Consent.plain.update(given=False)
