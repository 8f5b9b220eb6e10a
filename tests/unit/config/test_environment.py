"""What the surroundings say is read with care, and a mistake in it is refused in plain words."""

import contextlib
import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.config import environment, wiring


def test_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    first = environment.secret_key(tmp_path, {})
    assert len(first) >= 50
    assert environment.secret_key(tmp_path, {}) == first
    assert stat.S_IMODE((tmp_path / environment.KEY_FILE).stat().st_mode) == 0o600


def test_half_a_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / environment.KEY_FILE).write_text("short")
    with pytest.raises(ImproperlyConfigured, match="no complete key"):
        environment.secret_key(tmp_path, {})


def test_data_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    folder = environment.data_folder({"LIJFSPOOR_DATA_DIR": str(tmp_path / "a" / "b")})
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_sqlite_address() -> None:
    found = environment.database("sqlite:////srv/data/p%20q.sqlite3")
    assert found["ENGINE"] == "lijfspoor.config.sqlite"
    assert found["NAME"] == "/srv/data/p q.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert environment.database("sqlite:///x.db")["NAME"] == str(Path("x.db").absolute())


def test_postgresql_address() -> None:
    found = environment.database("postgresql://an%40na:p%2Fw@db:5433/care?sslmode=require")
    wanted = {"NAME": "care", "USER": "an@na", "PASSWORD": "p/w", "HOST": "db", "PORT": "5433"}
    assert {key: found[key] for key in wanted} == wanted
    assert found["OPTIONS"] == {"sslmode": "require"}


def test_postgresql_on_a_socket() -> None:
    found = environment.database("postgresql:///care?host=/run/pg&user=me")
    assert (found["HOST"], found["USER"], found["OPTIONS"]) == ("/run/pg", "me", {})


@pytest.mark.parametrize(
    "url",
    [
        "mysql://x/y",
        "postgresql://[",
        "postgresql://h:port/x",
        "sqlite:///",
        "postgresql://host",
        "",
        "care.sqlite3",
    ],
)
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        environment.database(url)


@given(st.text() | st.text().map("postgresql://{}".format) | st.text().map("sqlite:///{}".format))
def test_any_database_address_is_read_or_refused(url: str) -> None:
    with contextlib.suppress(ImproperlyConfigured):
        assert environment.database(url)["NAME"]


@pytest.mark.parametrize("given_address", ["http://praktijk.example", "praktijk.example", "ftp://127.0.0.1"])
def test_an_address_outside_without_https_is_refused(given_address: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        environment.address({"LIJFSPOOR_ADDRESS": given_address})


def test_addresses_that_are_fine() -> None:
    assert environment.address({}) == ("http", "127.0.0.1")
    assert environment.address({"LIJFSPOOR_ADDRESS": "https://praktijk.example/"}) == (
        "https",
        "praktijk.example",
    )


@pytest.mark.parametrize(
    ("host", "bound"),
    [("praktijk.example", "127.0.0.1"), ("127.0.0.1", "0.0.0.0"), ("praktijk.example", "10.0.0.1")],
)
def test_debug_is_refused_outside_this_machine(host: str, bound: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="this machine only"):
        environment.debug({"LIJFSPOOR_DEBUG": "1", "LIJFSPOOR_HOST": bound}, host)


def test_debug_is_off_unless_asked() -> None:
    assert not environment.debug({}, "praktijk.example")
    assert environment.debug({"LIJFSPOOR_DEBUG": "1"}, "localhost")


@pytest.mark.parametrize("text", ["0", "-1", "ten", "1.5", "10081", "²", ""])
def test_minutes_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="whole number of minutes"):
        environment.minutes({"LIJFSPOOR_IDLE_MINUTES": text}, "LIJFSPOOR_IDLE_MINUTES", 15)


def test_minutes_become_seconds() -> None:
    assert environment.minutes({}, "LIJFSPOOR_IDLE_MINUTES", 15) == 900


def test_without_a_mail_server_nothing_is_mailed(tmp_path: Path) -> None:
    assert wiring.mail({}, tmp_path)["EMAIL_FILE_PATH"] == str(tmp_path / "mail")


def test_mail_server() -> None:
    found = wiring.mail({"LIJFSPOOR_MAIL": "smtps://me:s%3Acret@mail.example"}, Path())
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_USE_SSL"]) == ("mail.example", 465, True)
    assert found["EMAIL_HOST_PASSWORD"] == "s:cret"


def test_mail_to_something_else_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured):
        wiring.mail({"LIJFSPOOR_MAIL": "https://mail.example"}, Path())
