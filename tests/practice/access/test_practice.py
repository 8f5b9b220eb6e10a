"""What an owner sets for the practice."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from lijfspoor.practice.access import flows
from lijfspoor.practice.access.models import Practice
from tests import cast
from tests.practice.access.browsers import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> cast.House:
    return cast.duinrand()


@pytest.fixture
def marjan(house: cast.House) -> Client:
    return signed_in(house.user("marjan"))


def details(**other: Any) -> dict[str, Any]:
    return {"name": "De Duinrand", "city": "Duinstad", "agb": "90000001", "version": 1} | other


def test_an_owner_changes_the_details(house: cast.House, marjan: Client) -> None:
    assert marjan.post("/praktijk/", details(phone="000 111 11 11")).status_code == 302
    kept = Practice.objects.get(id=house.practice.id)
    assert (kept.name, kept.phone, kept.version) == ("De Duinrand", "000 111 11 11", 2)


@pytest.mark.parametrize("version", ["1", "0", "x", "", "²", "9" * 30])
def test_an_older_version_is_never_written_over_a_newer(house: cast.House, marjan: Client, version: str) -> None:
    Practice.objects.filter(id=house.practice.id).update(name="Van een ander", version=2)
    answer = marjan.post("/praktijk/", details(name="Van mij", version=version))
    assert answer.status_code == 409
    markup = answer.content.decode()
    assert "Van een ander" in markup
    assert "Van mij" in markup
    assert 'name="version" value="2"' in markup
    assert Practice.objects.get(id=house.practice.id).name == "Van een ander"


@pytest.mark.parametrize(
    ("wrong", "field"), [({"name": ""}, "name"), ({"agb": "12"}, "agb"), ({"email": "geen adres"}, "email")]
)
def test_what_is_wrong_stands_beside_its_field(marjan: Client, wrong: dict[str, str], field: str) -> None:
    answer = marjan.post("/praktijk/", details(**wrong))
    assert answer.status_code == 422
    assert field in answer.context["form"].errors


@pytest.mark.parametrize("name", ["tess", "lea", "ab"])
@pytest.mark.parametrize(
    "address", ["/praktijk/", "/praktijk/evaluaties/", "/praktijk/collegas/", "/praktijk/logboek/"]
)
def test_others_do_not_run_the_practice(house: cast.House, name: str, address: str) -> None:
    browser = signed_in(house.user(name))
    assert browser.get(address).status_code == 403
    assert 'href="/praktijk/"' not in browser.get("/mijn-account/").content.decode()


class TestSecondFactor:
    def ask(self, house: cast.House) -> None:
        Practice.objects.filter(id=house.practice.id).update(requires_second_factor=True)

    def give(self, house: cast.House, name: str, kind: str) -> None:
        Authenticator.objects.create(user=house.user(name), type=kind, data={})

    def test_asked_of_all_the_pages_close_at_the_next_request(self, house: cast.House) -> None:
        browser = signed_in(house.user("tess"))
        assert browser.get("/mijn-account/").status_code == 200
        self.ask(house)
        for address in ("/mijn-account/", "/praktijk/", "/account/password/change/"):
            assert browser.get(address)["Location"] == "/account/2fa/"
        assert browser.post("/praktijk/wissel/", {"practice": house.practice.id})["Location"] == "/account/2fa/"
        assert browser.get("/account/2fa/").status_code == 200
        assert browser.post("/account/logout/")["Location"] == "/"

    @pytest.mark.parametrize(("kind", "enough"), [("totp", True), ("webauthn", True), ("recovery_codes", False)])
    def test_an_app_or_a_key_opens_them_again(self, house: cast.House, kind: str, enough: bool) -> None:
        browser = signed_in(house.user("tess"))
        self.ask(house)
        self.give(house, "tess", kind)
        assert (browser.get("/mijn-account/").status_code == 200) is enough

    def test_an_owner_without_one_cannot_ask_it_of_others(self, house: cast.House, marjan: Client) -> None:
        answer = marjan.post("/praktijk/", details(requires_second_factor="on"))
        assert answer.status_code == 422
        assert "requires_second_factor" in answer.context["form"].errors
        self.give(house, "marjan", "totp")
        assert marjan.post("/praktijk/", details(requires_second_factor="on")).status_code == 302
        assert Practice.objects.get(id=house.practice.id).requires_second_factor


class TestEvaluations:
    ADDRESS = "/praktijk/evaluaties/"

    def test_the_page_says_that_the_source_gives_no_number(self, marjan: Client) -> None:
        markup = marjan.get(self.ADDRESS).content.decode()
        assert "De bron geeft geen aantal" in markup
        assert "De bron noemt een tussentijdse evaluatie, maar niet na welke sessie" in markup

    @pytest.mark.requirement("S1-012")
    def test_the_practice_sets_the_rhythm(self, house: cast.House, marjan: Client) -> None:
        form = marjan.get(self.ADDRESS).context["form"]
        given: dict[str, Any] = {"version": 1}
        for number, (offer, _) in enumerate(form.offers):
            given |= {f"after_{number}": 3 if offer.id == "pmt-addon:interim" else 6, f"every_{number}": ""}
        assert marjan.post(self.ADDRESS, given).status_code == 302
        kept = flows.evaluation_settings(practice_id=house.practice.id)
        assert kept["pmt-addon:interim"] == {"after": 3, "every": None}
        assert kept["pmkt-attachment:regular"] == kept["movement-in-trauma:regular"] == {"after": 6, "every": None}

    @pytest.mark.parametrize("number", ["0", "-1", "201", "x", "", "1e9", "²"])
    def test_a_number_that_cannot_be_is_refused(self, house: cast.House, marjan: Client, number: str) -> None:
        answer = marjan.post(self.ADDRESS, {"version": 1, **self.filled(marjan), "after_0": number})
        assert answer.status_code == 422
        assert "after_0" in answer.context["form"].errors
        assert flows.evaluation_settings(practice_id=house.practice.id) == {}

    def test_an_older_version_is_refused(self, house: cast.House, marjan: Client) -> None:
        Practice.objects.filter(id=house.practice.id).update(version=2)
        assert marjan.post(self.ADDRESS, {"version": 1, **self.filled(marjan)}).status_code == 409

    def filled(self, marjan: Client) -> dict[str, str]:
        """Four sessions for every evaluation."""
        return {f"after_{number}": "4" for number, _ in enumerate(marjan.get(self.ADDRESS).context["form"].offers)}
