"""A second lock on one's account: an app with codes and a passkey, set up and used, every page usable by everyone."""

import base64
import hmac
import struct
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import cast
from tests.browser.stories.person import Person

pytestmark = pytest.mark.django_db(transaction=True)

PLACE = "/account/2fa/"


@pytest.fixture
def someone(page: Page, live_server: LiveServer, transactional_db: None) -> Person:
    """Marjan, with one password and nothing more."""
    return Person(page, live_server.url).sign_in(cast.duinrand().user("marjan").email)


@pytest.fixture
def with_a_key(page: Page) -> Iterator[None]:
    """A device that can be a passkey and always says yes, as a finger would."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": device})
    yield
    session.detach()


def code_of(secret: str, moment: float) -> str:
    """The six digits an app shows at a moment (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(moment) // 30), "sha1")
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF) % 1_000_000:06d}"


def unlock(someone: Person, address: str) -> None:
    """Open a page that first asks who one is once more."""
    someone.open(address)
    if someone.here != address:
        someone.can_use()
        someone.write({"password": cast.PASSWORD})
        with someone.page.expect_navigation():
            someone.page.locator("main form .button--main").first.click()
    assert someone.here == address


def turn_on_the_app(someone: Person) -> str:
    """Set up an app with codes and return its secret."""
    unlock(someone, f"{PLACE}totp/activate/")
    someone.can_use()
    secret = someone.page.locator("main .hash").first.inner_text().strip()
    someone.write({"code": code_of(secret, time.time())})
    someone.press("Zet de app aan")
    return secret


def come_back(someone: Person) -> None:
    """Sign in again with the password; the second step is asked."""
    someone.page.context.clear_cookies()
    someone.open("/account/login/")
    someone.page.fill("[name=login]", "marjan@duinrand.example")
    someone.page.fill("[name=password]", cast.PASSWORD)
    with someone.page.expect_navigation():
        someone.page.press("[name=password]", "Enter")
    expect(someone.page.locator("h1")).to_have_text("Tweede stap")


def test_an_app_with_codes_is_asked_for_at_the_next_sign_in(someone: Person) -> None:
    secret = turn_on_the_app(someone)
    for page in ("", "recovery-codes/", "recovery-codes/generate/", "totp/deactivate/"):
        someone.open(f"{PLACE}{page}")
        someone.can_use()
    come_back(someone)
    someone.can_use()
    someone.write({"code": "000000"})
    someone.page.get_by_role("button", name="Log in").click()
    someone.sees("Deze code klopt niet")
    someone.can_use()
    someone.write({"code": code_of(secret, time.time() + 30)})
    someone.press("Log in")
    expect(someone.page.locator("nav[aria-label]").first).to_be_visible()


def test_a_recovery_code_opens_the_door_once(someone: Person) -> None:
    turn_on_the_app(someone)
    someone.open(f"{PLACE}recovery-codes/")
    code = someone.page.locator("main .codes .hash").first.inner_text().strip()
    come_back(someone)
    someone.write({"code": code})
    someone.press("Log in")
    come_back(someone)
    someone.write({"code": code})
    someone.page.get_by_role("button", name="Log in").click()
    someone.sees("Deze code klopt niet")


@pytest.mark.usefixtures("with_a_key")
def test_a_passkey_is_added_renamed_used_and_removed(someone: Person) -> None:
    turn_on_the_app(someone)
    someone.open(f"{PLACE}webauthn/add/")
    someone.can_use()
    someone.write({"name": "telefoon van werk"})
    someone.page.get_by_role("checkbox").first.check(force=True)
    with someone.page.expect_navigation():
        someone.page.get_by_role("button", name="Voeg toe").click()
    someone.open(f"{PLACE}webauthn/")
    someone.sees("telefoon van werk")
    someone.can_use()
    someone.follow("Geef andere naam")
    someone.can_use()
    someone.write({"name": "telefoon thuis"})
    someone.press("Bewaar naam")
    come_back(someone)
    with someone.page.expect_navigation():
        someone.page.get_by_role("button", name="Gebruik een sleutel").click()
    expect(someone.page.locator("nav[aria-label]").first).to_be_visible()
    someone.open(f"{PLACE}webauthn/")
    someone.sees("telefoon thuis")
    someone.follow("Verwijder")
    someone.can_use()
