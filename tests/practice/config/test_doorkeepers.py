"""Every answer has the headers of a careful house, and unreadable requests stop at the door."""

from datetime import timedelta
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import override_settings
from django.utils import timezone

from lijfspoor.config.doorkeepers import SessionLimits

PAGE = "/no-such-page/"


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_undeclared_methods_are_refused(client: Client, method: str) -> None:
    assert client.generic(method.upper(), PAGE).status_code == 405


@pytest.mark.parametrize("path", ["/a%00b/", "/?q=%00", "/?%00=1", "/x/?a=1&b=%00z"])
def test_a_nul_character_in_the_address_is_unreadable(client: Client, path: str) -> None:
    assert client.get(path).status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("form", [{"login": "a\x00b"}, {"a\x00": "b"}])
def test_a_nul_character_in_a_form_is_unreadable(client: Client, form: dict[str, str]) -> None:
    assert client.post("/account/login/", form).status_code == 400


@pytest.mark.django_db
def test_no_browser_keeps_a_page_and_the_policy_is_strict(client: Client) -> None:
    answer = client.get(PAGE)
    policy = {part.strip() for part in answer["Content-Security-Policy"].split(";")}
    assert policy == {
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "font", "connect", "manifest")),
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    }
    wanted = {
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "X-Frame-Options": "DENY",
    }
    assert {name: answer[name] for name in wanted} == wanted
    assert "camera=()" in answer["Permissions-Policy"]


class _Person:
    is_authenticated = True
    pk = 1


def _request(seen: timedelta, begun: timedelta) -> HttpRequest:
    request = RequestFactory().get("/")
    store = import_module("django.contrib.sessions.backends.signed_cookies").SessionStore
    request.session = store()
    now = timezone.now()
    request.session.update(
        {"seen": int((now - seen).timestamp()), "begun": int((now - begun).timestamp()), "kept": True}
    )
    request.user = _Person()  # type: ignore[assignment]  # only whether someone is signed in counts here
    return request


def _pass(request: HttpRequest) -> None:
    SessionLimits(lambda _: HttpResponse())(request)


@pytest.mark.parametrize(
    ("seen", "begun", "stays"),
    [
        (timedelta(minutes=14, seconds=55), timedelta(hours=1), True),
        (timedelta(minutes=15), timedelta(hours=1), False),
        (timedelta(seconds=5), timedelta(hours=11, minutes=59), True),
        (timedelta(seconds=5), timedelta(hours=12), False),
    ],
)
@override_settings(SESSION_IDLE_SECONDS=15 * 60, SESSION_ABSOLUTE_SECONDS=12 * 3600)
def test_a_session_ends_after_lying_still_and_after_a_long_day(seen: timedelta, begun: timedelta, stays: bool) -> None:
    request = _request(seen, begun)
    _pass(request)
    assert request.session.get("kept", False) is stays
    assert isinstance(request.user, AnonymousUser) is not stays


def test_reading_soon_again_writes_nothing() -> None:
    request = _request(timedelta(seconds=5), timedelta(seconds=60))
    request.session.modified = False
    _pass(request)
    assert request.session.modified is False
    later = _request(timedelta(seconds=45), timedelta(seconds=60))
    _pass(later)
    assert later.session["seen"] >= int(timezone.now().timestamp()) - 1


def test_static_files_can_be_named_by_their_content(tmp_path: Path) -> None:
    from lijfspoor.config.start import UNUSED_STATIC

    storage = {"BACKEND": "lijfspoor.config.static.NamedByContent", "OPTIONS": {"location": str(tmp_path)}}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=settings.STORAGES | {"staticfiles": storage}):
        call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=UNUSED_STATIC)
    assert (tmp_path / "staticfiles.json").exists()
