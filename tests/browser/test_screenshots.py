"""The pictures in docs/screens are taken from the demo practice; `LIJFSPOOR_SCREENS=write` keeps them anew."""

import os
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from lijfspoor.practice.pathway.models import Treatment
from tests.browser import demo as the_demo

FOLDER = Path(__file__).parents[2] / "docs" / "screens"
SIZES: dict[str, ViewportSize] = {"wide": {"width": 1280, "height": 960}, "phone": {"width": 390, "height": 844}}
LARGEST = 250_000
"""Bytes of one picture."""
WRITE = os.environ.get("LIJFSPOOR_SCREENS") == "write"


@dataclass(frozen=True)
class Picture:
    """A page worth showing: where it is and what one must read on it."""

    address: Callable[[], str]
    words: tuple[str, ...]


def _treatment(given: str, name: str, *more: str) -> str:
    return reverse(name, args=[Treatment.plain.get(client__given=given).id, *more])


PICTURES = {
    "day": Picture(lambda: "/vandaag/", ("Vandaag", "Wat op u wacht", "Open de sessie")),
    "clients": Picture(lambda: "/clienten/", ("Anneke Verzinselaar", "Mila Bedachtema", "Meld cliënt aan")),
    "file-pmkt": Picture(lambda: the_demo.client("Mila"), ("De weg tot nu toe", "Gedragsverandering", "Bouwstenen")),
    "file-addon": Picture(lambda: the_demo.client("Peter"), ("De weg tot nu toe", "Doelen", "Netwerk")),
    "session": Picture(lambda: the_demo.session_today("Joris"), ("Sessie 3 van 8", "Yoga", "Teken verslag")),
    "decision": Picture(
        lambda: _treatment("Selma", "treatment:decision", "extension"), ("Verlenging", "Cliënt", "Regiebehandelaar")
    ),
    "intake": Picture(lambda: _treatment("Daan", "intake:overview"), ("Intake", "Start van de behandeling")),
    "letter": Picture(lambda: the_demo.write_letter("Mila"), ("Bewaar",)),
}


@pytest.mark.django_db(transaction=True)
def test_every_picture_shows_the_page_as_it_is(page: Page, live_server: LiveServer, demo: None) -> None:
    the_demo.sign_in(page, live_server.url, "marjan")
    page.emulate_media(reduced_motion="reduce")
    for name, picture in PICTURES.items():
        address = picture.address()
        for size in SIZES:
            taken = _take(page, live_server.url + address, picture.words, size)
            assert len(taken) < LARGEST, (name, size)
            kept = FOLDER / f"{name}-{size}.png"
            if WRITE:
                kept.write_bytes(taken)
            assert _measure(kept.read_bytes()) == _measure(taken), name


def test_the_pictures_kept_are_those_taken_and_those_shown() -> None:
    taken = {f"{name}-{size}.png" for name in PICTURES for size in SIZES}
    assert {kept.name for kept in FOLDER.glob("*.png")} == taken
    assert set(re.findall(r"\(([\w-]+\.png)\)", (FOLDER / "README.md").read_text())) == taken


def _take(page: Page, address: str, words: tuple[str, ...], size: str) -> bytes:
    page.set_viewport_size(SIZES[size])
    page.goto(address)
    for each in words:
        expect(page.locator("main")).to_contain_text(each)
    page.evaluate("document.fonts.ready")
    return page.screenshot(animations="disabled", caret="hide")


def _measure(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height
