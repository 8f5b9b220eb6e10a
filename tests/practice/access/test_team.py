"""Who works here, in which roles, until when, and what they hold."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from lijfspoor.domain.pathways.facts import TherapistAssigned
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.models import Credential, Membership
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.models import Outlook
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people.models import CareRelation
from lijfspoor.practice.tenancy.clock import day_of, now
from tests import cast
from tests.practice.access.browsers import Answer, confirmed, key, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> cast.House:
    return cast.duinrand()


@pytest.fixture
def marjan(house: cast.House) -> Client:
    return confirmed(house.user("marjan"))


def page(house: cast.House, name: str, rest: str = "") -> str:
    return f"/praktijk/collegas/{house.members[name].id}/{rest}"


def today() -> date:
    return day_of(now())


class TestRoles:
    def test_new_roles_hold_from_the_next_request(self, house: cast.House, marjan: Client) -> None:
        tess = signed_in(house.user("tess"))
        assert tess.get("/praktijk/").status_code == 403
        given = {"roles": ["owner", "assistant"], "profession": "coördinator"}
        assert marjan.post(page(house, "tess"), given).status_code == 302
        assert tess.get("/praktijk/").status_code == 200
        member = Membership.plain.get(id=house.members["tess"].id)
        assert (member.is_owner, member.is_therapist, member.is_assistant) == (True, False, True)
        assert member.profession == "coördinator"

    def test_the_last_owner_stays_owner(self, house: cast.House, marjan: Client) -> None:
        answer = marjan.post(page(house, "marjan"), {"roles": ["therapist"]})
        assert answer.status_code == 422
        assert "minstens één eigenaar" in answer.content.decode()
        assert Membership.plain.get(id=house.members["marjan"].id).is_owner

    @pytest.mark.parametrize("roles", [[], ["baas"], ["owner", "baas"]])
    def test_only_roles_that_exist(self, house: cast.House, marjan: Client, roles: list[str]) -> None:
        answer = marjan.post(page(house, "tess"), {"roles": roles})
        assert answer.status_code == 422
        assert "roles" in answer.context["form"].errors

    def test_a_change_of_rights_asks_once_more_who_one_is(self, house: cast.House) -> None:
        browser = signed_in(house.user("marjan"))
        answer = browser.post(page(house, "tess"), {"roles": ["assistant"]})
        assert answer.status_code == 302
        assert answer["Location"].startswith("/account/reauthenticate/")
        assert Membership.plain.get(id=house.members["tess"].id).is_therapist

    def test_a_colleague_elsewhere_is_not_found(self, house: cast.House, marjan: Client) -> None:
        elsewhere = cast.oever()
        for rest in ("", "einde/", "bevoegdheid/"):
            assert marjan.get(page(elsewhere, "elsa", rest)).status_code == 404
        assert marjan.post(page(elsewhere, "elsa"), {"roles": ["assistant"]}).status_code == 404
        assert Membership.plain.get(id=elsewhere.members["elsa"].id).is_owner


class TestLeaving:
    def test_at_once_is_at_the_next_request_on_every_device(self, house: cast.House, marjan: Client) -> None:
        devices = [signed_in(house.user("tess")) for _ in range(2)]
        assert [each.get("/mijn-account/").status_code for each in devices] == [200, 200]
        assert marjan.post(page(house, "tess", "einde/"), {"last_day": ""}).status_code == 302
        for each in devices:
            assert each.get("/mijn-account/")["Location"] == "/account/login/"
            assert "_auth_user_id" not in each.session
        again = Client()
        again.post("/account/login/", {"login": house.user("tess").email, "password": cast.PASSWORD})
        shut = again.get("/mijn-account/", follow=True)
        assert shut.redirect_chain[-1][0].startswith("/account/login/")
        assert "U werkt op dit moment bij geen praktijk" in shut.content.decode()

    def test_a_last_day_still_counts(self, house: cast.House, marjan: Client) -> None:
        tess = signed_in(house.user("tess"))
        assert marjan.post(page(house, "tess", "einde/"), {"last_day": today().isoformat()}).status_code == 302
        assert tess.get("/mijn-account/").status_code == 200
        Membership.plain.filter(id=house.members["tess"].id).update(until=today() - timedelta(days=1))
        assert tess.get("/mijn-account/").status_code == 302

    @pytest.mark.parametrize("last_day", ["2020-01-01", "0001-01-01", "9999-12-31", "morgen", "2026-02-30"])
    def test_a_day_that_cannot_be_is_refused(self, house: cast.House, marjan: Client, last_day: str) -> None:
        answer = marjan.post(page(house, "tess", "einde/"), {"last_day": last_day})
        assert answer.status_code == 422
        assert "last_day" in answer.context["form"].errors
        assert Membership.plain.get(id=house.members["tess"].id).until is None

    def test_the_last_owner_cannot_leave_nor_plan_to(self, house: cast.House, marjan: Client) -> None:
        later = (today() + timedelta(days=30)).isoformat()
        for last_day in ("", later):
            answer = marjan.post(page(house, "marjan", "einde/"), {"last_day": last_day})
            assert answer.status_code == 422
        marjan.post(page(house, "tess"), {"roles": ["owner", "therapist"]})
        assert marjan.post(page(house, "marjan", "einde/"), {"last_day": later}).status_code == 302
        assert marjan.post(page(house, "tess", "einde/"), {"last_day": ""}).status_code == 422

    def test_ties_to_clients_end_so_that_coming_back_opens_nothing(self, house: cast.House, marjan: Client) -> None:
        client = cast.adult(house, therapist="tess", lead="")
        marjan.post(page(house, "tess", "einde/"), {"last_day": ""})
        assert CareRelation.plain.get(client=client).until == today() - timedelta(days=1)
        Membership.plain.filter(id=house.members["tess"].id).update(until=None)
        assert not people.relation(actor=house.actor("tess"), client_id=client.id, day=today()).may_see


class TestCredentials:
    def record(self, browser: Client, house: cast.House, **given: Any) -> Answer:
        form = {"kind": "agb", "number": "94012345", "holds_from": "2024-05-01", "idempotency_key": key()}
        return browser.post(page(house, "tess", "bevoegdheid/"), form | given)

    @pytest.mark.requirement("S0-008")
    def test_training_and_register_are_kept_with_number_and_end(self, house: cast.House, marjan: Client) -> None:
        Credential.plain.all().delete()
        assert self.record(marjan, house, kind="post-hbo-pmkt", number="D-17").status_code == 302
        self.record(marjan, house, kind="kwaliteitsregister", number="K 42", until="2029-05-01")
        markup = marjan.get(page(house, "tess")).content.decode()
        for words in ("Post-hbo psychomotorische kindertherapie", "D-17", "Kwaliteitsregister", "K 42", "1 mei 2029"):
            assert words in markup

    def test_a_later_record_of_the_kind_counts_and_the_earlier_stays(self, house: cast.House, marjan: Client) -> None:
        self.record(marjan, house, kind="vog", number="oud")
        self.record(marjan, house, kind="vog", number="nieuw")
        lines = [one for one in marjan.get(page(house, "tess")).context["person"].credentials if one.kind == "vog"]
        assert [line.number for line in lines] == ["nieuw"]
        assert Credential.plain.filter(kind="vog").count() == 2

    def test_something_of_ones_own(self, house: cast.House, marjan: Client) -> None:
        self.record(marjan, house, kind="other", other="Cursus rots en water", number="")
        assert "Cursus rots en water" in marjan.get(page(house, "tess")).content.decode()

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"kind": "other", "other": ""}, "other"),
            ({"kind": "koning"}, "kind"),
            ({"number": "123"}, "number"),
            ({"holds_from": "0001-01-01"}, "holds_from"),
            ({"until": "9999-12-31"}, "until"),
            ({"until": "2024-04-30"}, "until"),
        ],
    )
    def test_what_is_wrong_stands_beside_its_field(
        self, house: cast.House, marjan: Client, wrong: dict[str, str], field: str
    ) -> None:
        before = Credential.plain.count()
        answer = self.record(marjan, house, **wrong)
        assert answer.status_code == 422
        assert field in answer.context["form"].errors
        assert Credential.plain.count() == before

    def test_the_same_form_twice_is_one_record(self, house: cast.House, marjan: Client) -> None:
        same = key()
        for _ in range(2):
            assert self.record(marjan, house, idempotency_key=same).status_code == 302
        assert Credential.plain.filter(kind="agb").count() == 1

    @pytest.mark.requirement("S2-142")
    def test_a_change_reaches_what_the_treatment_comes_to(self, house: cast.House, marjan: Client) -> None:
        client, *_ = cast.child(house, therapist="tess")
        actor, day, at = house.actor("tess"), today(), now()
        treatment = pathway.open_treatment(
            actor=actor, client_id=client.id, pin="pmkt-attachment@1.0", route="private", referrer="", day=day, now=at
        )
        tess = str(house.members["tess"].id)
        pathway.take(
            actor=actor,
            treatment_id=treatment,
            step=Step(StepKind.ASSIGN_THERAPIST, ""),
            say=lambda stamp: TherapistAssigned(stamp=stamp, therapist=tess, name="Tess Vos"),
            day=day,
            now=at,
        )
        assert not lapsed(treatment)
        yesterday = (day - timedelta(days=1)).isoformat()
        self.record(marjan, house, kind="kwaliteitsregister", number="123", until=yesterday)
        assert pathway.refresh_outlooks(practice_id=house.practice.id, day=day, now=at) == 1
        assert lapsed(treatment)


def lapsed(treatment: object) -> bool:
    """Whether the outlook of the treatment says that the register is missing."""
    advice = Outlook.plain.get(treatment_id=treatment).advice
    return any("kwaliteitsregister" in (each["subject"] + each["code"]) for each in advice)
