"""One's own account: where one works, and signing out elsewhere."""

from uuid import uuid4

import pytest
from django.test import Client

from lijfspoor.practice.access.models import Membership
from lijfspoor.practice.logbook.models import LogEntry
from tests import cast
from tests.practice.access.browsers import signed_in

pytestmark = pytest.mark.django_db

PLACE = "/mijn-account/"


@pytest.fixture
def both() -> tuple[cast.House, cast.House]:
    """De Duinrand, and De Oever where Tess works as well, since later."""
    duinrand, oever = cast.duinrand(), cast.oever()
    Membership.plain.create(
        practice=oever.practice, user=duinrand.user("tess"), holds_from=cast.LONG_AGO.replace(year=2021), is_owner=True
    )
    return duinrand, oever


def place(browser: Client) -> str:
    """The practice the browser works in, as the frame of the page says it."""
    return str(browser.get(PLACE).context["practice_name"])


def test_switching_changes_practice_and_roles(both: tuple[cast.House, cast.House]) -> None:
    duinrand, oever = both
    tess = signed_in(duinrand.user("tess"))
    assert place(tess) == "Praktijk De Duinrand"
    assert tess.get("/praktijk/").status_code == 403
    assert tess.post("/praktijk/wissel/", {"practice": oever.practice.id}).status_code == 302
    assert place(tess) == "Praktijk De Oever"
    assert tess.get("/praktijk/").status_code == 200
    switched = LogEntry.plain.get(kind="access.switched")
    assert switched.practice_id == oever.practice.id


def test_one_cannot_switch_to_where_one_does_not_work(both: tuple[cast.House, cast.House]) -> None:
    duinrand, oever = both
    marjan = signed_in(duinrand.user("marjan"))
    missing = marjan.post("/praktijk/wissel/", {"practice": uuid4()})
    for practice in (oever.practice.id, "x", ""):
        answer = marjan.post("/praktijk/wissel/", {"practice": practice})
        assert (answer.status_code, answer.content) == (404, missing.content)
    assert place(marjan) == "Praktijk De Duinrand"


def test_a_practice_one_left_falls_back_to_where_one_works(both: tuple[cast.House, cast.House]) -> None:
    duinrand, oever = both
    tess = signed_in(duinrand.user("tess"))
    tess.post("/praktijk/wissel/", {"practice": oever.practice.id})
    Membership.plain.filter(practice=oever.practice, user=duinrand.user("tess")).update(until=cast.LONG_AGO)
    assert place(tess) == "Praktijk De Duinrand"


def test_signing_out_elsewhere_ends_every_other_session_and_keeps_this_one() -> None:
    house = cast.duinrand()
    here, phone, colleague = (signed_in(house.user(name)) for name in ("tess", "tess", "ab"))
    assert here.post("/mijn-account/elders-uitloggen/")["Location"] == PLACE
    assert here.get(PLACE).status_code == 200
    assert phone.get(PLACE)["Location"].startswith("/account/login/")
    assert "_auth_user_id" not in phone.session
    assert colleague.get(PLACE).status_code == 200


def test_a_new_password_ends_every_other_session() -> None:
    house = cast.duinrand()
    here, phone = (signed_in(house.user("tess")) for _ in range(2))
    given = {"oldpassword": cast.PASSWORD, "password1": "fluiten-in-de-duinen", "password2": "fluiten-in-de-duinen"}
    assert here.post("/account/password/change/", given).status_code == 302
    assert phone.get(PLACE)["Location"].startswith("/account/login/")


def test_the_page_leads_to_password_and_second_factor() -> None:
    markup = signed_in(cast.duinrand().user("tess")).get(PLACE).content.decode()
    assert 'href="/account/password/change/"' in markup
    assert 'href="/account/2fa/"' in markup
