"""Walks through the practice by its links, one address for each name of the URLconf, and looks at every page."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from playwright.sync_api import Page, Response, ViewportSize

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
DESKTOP: ViewportSize = {"width": 1366, "height": 820}
PHONE: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 320, "height": 640}
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def every_name() -> set[str]:
    """Every name of the URLconf, with its room before it."""
    return set(_names(get_resolver().url_patterns, ""))


def _names(patterns: list[URLPattern | URLResolver], room: str) -> Iterator[str]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from _names(each.url_patterns, f"{each.namespace}:" if each.namespace else room)
        else:
            yield f"{room}{each.name}"


def name_of(address: str) -> str:
    """The name of an address of the practice; empty when there is none."""
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""


@dataclass
class Walk:
    """A walk of one colleague. `skip` are names not to open, `found` is where each name was, `faults` what is wrong."""

    page: Page
    base: str
    skip: set[str]
    dark: set[str] = field(default_factory=set)
    found: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def go(self, *starts: str) -> None:
        """Begin at these pages, and follow every link to a page that was not seen yet, each name once."""
        waiting = deque(link for start in starts for link in self._open(name_of(start), start))
        while waiting:
            address = waiting.popleft()
            if (name := name_of(address)) and name not in self.skip and name not in self.found:
                waiting.extend(self._open(name, address))

    def _open(self, name: str, address: str) -> list[str]:
        self.found.setdefault(name, address)
        self.page.emulate_media(color_scheme="light", reduced_motion="reduce")
        self.page.set_viewport_size(DESKTOP)
        answer = self.page.goto(self.base + address)
        self.found.setdefault(name_of(self.page.url), address)
        faults = list(self._wrong(answer, name))
        self.faults += [f"{name} {urlsplit(address).path}: {fault}" for fault in faults]
        links = self.page.locator("a[href]").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        return [link for link in links if link.startswith("/")]

    def _wrong(self, answer: Response | None, name: str) -> Iterator[str]:
        if answer is None or not answer.ok:
            yield f"answers {answer and answer.status}"
            return
        yield from plain_faults(self.page)
        yield from axe_faults(self.page)
        if name in self.dark:
            self.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
            yield from (f"dark: {fault}" for fault in axe_faults(self.page))
            self.page.emulate_media(color_scheme="light", reduced_motion="reduce")
        for size in (PHONE, NARROW):
            self.page.set_viewport_size(size)
            if self.page.evaluate(WIDER) > 0:
                yield f"scrolls sideways at {size['width']}: {too_wide(self.page)}"
            if size is PHONE:
                yield from (f"phone: {fault}" for fault in axe_faults(self.page))


def plain_faults(page: Page) -> Iterator[str]:
    """What a page must have besides what axe looks at: one main heading, a title of its own, its language."""
    if (count := page.locator("h1").count()) != 1:
        yield f"{count} main headings"
    if not re.fullmatch(r"\S.* · Lijfspoor", page.title()):
        yield f"is called {page.title()!r}"
    if page.locator("html").get_attribute("lang") != "nl":
        yield "does not say that it is Dutch"
    if page.locator("[style], script:not([src], [type='application/json'], [type='application/ld+json'])").count():
        yield "has style or script in the page itself"


def axe_faults(page: Page) -> list[str]:
    """What axe finds wrong on the page as it stands."""
    found: Any = Axe().run(page, options={"runOnly": {"type": "tag", "values": AXE_TAGS}}).response
    return [f"{one['id']}: {one['help']} at {[node['target'] for node in one['nodes']]}" for one in found["violations"]]


def too_wide(page: Page) -> list[str]:
    """The elements that stick out at the right, to know where to look."""
    found: list[str] = page.evaluate(
        """[...document.body.querySelectorAll('*')]
            .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .map(e => `${e.tagName}.${e.className}`).slice(0, 6)"""
    )
    return found
