"""The demo practice on one fixed Monday, loaded once and put back for every test that asks for it."""

from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from playwright.sync_api import Page
from pysqlite3 import dbapi2 as sqlite

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.models import Membership
from lijfspoor.practice.access.store import actor_of
from lijfspoor.practice.desk.demo.houses import PASSWORD
from lijfspoor.practice.desk.flows import load_demo
from lijfspoor.practice.letters import flows as letters
from lijfspoor.practice.pathway.models import Treatment
from lijfspoor.practice.people.models import Client
from lijfspoor.practice.tenancy import clock
from lijfspoor.practice.treatment.models import Session

MOMENT = datetime(2026, 11, 23, 8, 40, tzinfo=UTC)
DAY = clock.day_of(MOMENT)


class StoppedClock:
    """A clock at which it is always the same moment."""

    @staticmethod
    def now(zone: tzinfo | None = None) -> datetime:
        """Stand in for the machine's clock."""
        return MOMENT.astimezone(zone)


@pytest.fixture(scope="session")
def kept_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the loaded demo practice is kept between tests."""
    return tmp_path_factory.mktemp("demo") / "practice.sqlite3"


@pytest.fixture
def demo(transactional_db: None, kept_demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """De Duinrand and De Oever as `lijfspoor run` shows them, on a Monday morning."""
    monkeypatch.setattr(clock, "datetime", StoppedClock)
    if connection.vendor != "sqlite":
        load_demo()
    else:
        _from_or_to(kept_demo)


def _from_or_to(kept: Path) -> None:
    connection.ensure_connection()
    with sqlite.connect(kept) as file:
        if kept.stat().st_size:
            file.backup(connection.connection)
        else:
            load_demo()
            connection.connection.backup(file)


def client(given: str) -> str:
    """The address of the file of a client of the demo, by first name."""
    return f"/clienten/{Client.plain.get(given=given).id}/"


def session_today(given: str) -> str:
    """The address of the session that a client has today, by first name."""
    rows = Session.plain.filter(client__given=given)
    return f"/sessie/{next(row.id for row in rows if clock.day_of(row.starts_at) == DAY)}/"


def sign_in(page: Page, base: str, name: str) -> None:
    """Sign in as a colleague of De Duinrand, by first name."""
    page.context.clear_cookies()
    page.goto(f"{base}/account/login/")
    page.fill("[name=login]", f"{name}@duinrand.example")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "/account/login/" not in urlsplit(url).path)


def actor(name: str) -> Actor:
    """A colleague of De Duinrand as flows receive them, by first name."""
    return actor_of(Membership.plain.get(user__email=f"{name}@duinrand.example"), "127.0.0.1")


def write_letter(given: str) -> str:
    """Let Marjan begin the first letter that can be written about a client; return its address."""
    writer, treatment = actor("marjan"), Treatment.plain.get(client__given=given).id
    when: dict[str, Any] = {"day": clock.day_of(MOMENT), "now": MOMENT}
    _, choices = letters.read_choices(actor=writer, treatment_id=treatment, **when)
    kind, _, addressee = choices[0].value.partition("|")
    made = letters.draft_letter(actor=writer, treatment_id=treatment, kind=kind, addressee=addressee, **when)
    return f"/brief/{made}/"
