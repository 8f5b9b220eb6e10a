"""The first owner comes in with the code from the console, once."""

import stat
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from lijfspoor import cli
from lijfspoor.practice.access import beginning
from lijfspoor.practice.access.models import Membership, Practice, User
from tests import cast

pytestmark = pytest.mark.django_db

ADDRESS = "/begin/"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, settings: object) -> None:
    settings.DATA_DIR = tmp_path  # type: ignore[attr-defined]  # pytest-django's wrapper of the settings


def form(secret: str, **other: str) -> dict[str, str]:
    return {
        "secret": secret,
        "practice": "Praktijk De Duinrand",
        "name": "Marjan de Wit",
        "email": "Marjan@Duinrand.example",
        "profession": "psychomotorisch kindertherapeut",
        "password": cast.PASSWORD,
        "password_again": cast.PASSWORD,
    } | other


def test_with_the_code_one_becomes_owner_and_is_asked_for_a_second_factor() -> None:
    browser = Client()
    answer = browser.post(ADDRESS, form(beginning.set_up_secret()))
    assert (answer.status_code, answer["Location"]) == (302, "/account/2fa/")
    member = Membership.plain.get()
    assert (member.is_owner, member.is_therapist, member.user.email) == (True, True, "marjan@duinrand.example")
    assert browser.session["_auth_user_id"] == str(member.user_id)
    assert browser.get("/account/2fa/totp/activate/").status_code == 200


def test_once_there_is_a_user_the_page_is_gone() -> None:
    secret = beginning.set_up_secret()
    Client().post(ADDRESS, form(secret))
    assert not (Path(settings.DATA_DIR) / beginning.CODE_FILE).exists()
    assert Client().get(ADDRESS).status_code == 404
    assert Client().post(ADDRESS, form(secret, email="b@b.example")).status_code == 404
    assert User.objects.count() == 1
    assert beginning.set_up_secret() == ""


@pytest.mark.parametrize("secret", ["", "raden", "x" * 22])
def test_without_the_code_nobody_claims_the_installation(secret: str) -> None:
    beginning.set_up_secret()
    answer = Client().post(ADDRESS, form(secret))
    assert answer.status_code == 422
    assert not User.objects.exists()
    assert not Practice.objects.exists()


def test_without_a_code_in_the_folder_nothing_fits() -> None:
    assert Client().post(ADDRESS, form("")).status_code == 422
    assert Client().post(ADDRESS, form("e3b0c44298fc1c149afbf4c8996fb924")).status_code == 422
    assert not User.objects.exists()


def test_an_earlier_code_no_longer_fits_and_the_folder_keeps_no_code() -> None:
    earlier, latest = beginning.set_up_secret(), beginning.set_up_secret()
    kept = Path(settings.DATA_DIR) / beginning.CODE_FILE
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert latest not in kept.read_text()
    assert Client().post(ADDRESS, form(earlier)).status_code == 422
    assert Client().post(ADDRESS, form(latest)).status_code == 302


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"password": "kort", "password_again": "kort"}, "password"),
        ({"password": "wachtwoord123", "password_again": "wachtwoord124"}, "password_again"),
        ({"password": "marjan@duinrand.example", "password_again": "marjan@duinrand.example"}, "password"),
        ({"email": "geen adres"}, "email"),
        ({"practice": ""}, "practice"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(wrong: dict[str, str], field: str) -> None:
    answer = Client().post(ADDRESS, form(beginning.set_up_secret(), **wrong))
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not User.objects.exists()
    assert cast.PASSWORD not in answer.content.decode()


def test_the_console_shows_the_code_as_long_as_there_is_nobody(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIJFSPOOR_ADDRESS", "https://praktijk.example/")
    cli._tell_set_up_secret()
    shown = capsys.readouterr().out
    assert shown.startswith("Begin at https://praktijk.example/begin/ with this code: ")
    assert Client().post(ADDRESS, form(shown.split()[-1])).status_code == 302
    cli._tell_set_up_secret()
    assert capsys.readouterr().out == ""
