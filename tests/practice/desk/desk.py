"""What the tests of the desk share: outlooks kept, colleagues who look, and what they read and cost."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from typing import cast as cast_to
from uuid import UUID

from django.db import connection
from django.http import HttpResponse
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.pathway import flows as pathway
from tests import cast
from tests.practice.treatment.sessions.scenes import Scene

BACKEND = "lijfspoor.practice.access.seated.SeatedBackend"


def keep(scene: Scene, day: date = cast.TODAY) -> Scene:
    """Keep what the treatment comes to, as flows do after each step."""
    at = pathway.course(practice_id=scene.house.practice.id, treatment_id=scene.treatment_id, day=day)
    pathway.derive_outlook(at=at, now=cast.NOW)
    return scene


def browser(house: cast.House, name: str) -> Browser:
    """A colleague who is signed in and has looked around once."""
    signed_in = Browser()
    signed_in.force_login(house.user(name), backend=BACKEND)
    return signed_in


def get(house: cast.House, name: str, /, *args: object, who: str = "marjan", **query: str) -> HttpResponse:
    """Open a page of the desk."""
    return cast_to(HttpResponse, browser(house, who).get(reverse(f"desk:{name}", args=args), query))


def file_of(house: cast.House, client_id: UUID, who: str = "marjan", query: Mapping[str, str] | None = None) -> str:
    """What one reads in a file."""
    page = get(house, "file", client_id, who=who, **(query or {}))
    assert page.status_code == 200
    return words(page)


def words(page: HttpResponse) -> str:
    """What one reads on a page, without markup and with single spaces."""
    html = re.sub(r"<head>.*?</head>", " ", page.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def section(page: HttpResponse, heading: str) -> str:
    """What one reads in the section labelled by `heading`; empty when there is none."""
    found = re.search(rf'aria-labelledby="{heading}".*?</section>', page.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0])) if found else ""


def queries(signed_in: Browser, address: str) -> list[str]:
    """Every statement a page costs once the session is warm, savepoints and the logbook among them."""
    assert signed_in.get(address).status_code == 200
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert signed_in.get(address).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def entries(house: cast.House, kind: str = "") -> list[Any]:
    """The entries in the logbook of a practice, oldest first."""
    rows = LogEntry.objects.in_practice(house.practice.id).order_by("number")
    return [row for row in rows if row.kind == kind or not kind]
