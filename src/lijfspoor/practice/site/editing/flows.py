"""What an owner does with the pages that visitors read: look which there are, and write an own text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from lijfspoor.catalogue.publicpages import shipped_pages
from lijfspoor.domain.publicpages.page import PublicPage
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotUnderstood
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.site import log_kinds, policies, store
from lijfspoor.practice.site.models import Edition

A_YEAR = timedelta(days=365)
MOST_ADDED = 3
"""Questions of one's own on one page."""

Both = dict[str, str]


@dataclass(frozen=True, slots=True)
class PageCard:
    """A page to write: whose text it is now, and by when it must be looked at again."""

    page: PublicPage
    own: bool
    review_by: date
    is_due: bool


@dataclass(frozen=True, slots=True)
class Writing:
    """A page with what the practice wrote so far."""

    page: PublicPage
    texts: Mapping[str, Both]
    added: tuple[Mapping[str, Both], ...]
    review_by: date
    published_on: datetime | None
    published_by: str


def read_pages(*, actor: Actor, day: date, now: datetime) -> tuple[PageCard, ...]:
    """Return the pages one can write, those that must be looked at again first. Raises NotAllowed."""
    policies.check_can_write_pages(actor)
    record(actor=actor, kind=log_kinds.PAGES_READ, at=now)
    kept = store.newest_of(actor.practice_id)
    cards = [_card(page, kept.get(page.id), day) for page in _writable().values()]
    return tuple(sorted(cards, key=lambda card: (not card.is_due, card.review_by, card.page.id)))


def read_page(*, actor: Actor, page_id: str, day: date, now: datetime) -> Writing:
    """Return a page to write. Raises NotAllowed, NotFound."""
    policies.check_can_write_pages(actor)
    page = _page(page_id)
    record(actor=actor, kind=log_kinds.PAGES_READ, at=now, subject=page_id)
    kept = store.newest_of(actor.practice_id).get(page_id)
    if kept is None:
        return Writing(page, {}, (), day + A_YEAR, None, "")
    return Writing(page, kept.texts, tuple(kept.added), max(day, kept.review_by), kept.published_at, kept.published_by)


def write_page(
    *,
    actor: Actor,
    page_id: str,
    texts: Mapping[str, Both],
    added: tuple[Mapping[str, Both], ...],
    review_by: date,
    reviewed: bool,
    day: date,
    now: datetime,
) -> None:
    """Keep the practice's own text of a page; what equals ours is not kept as own. The text before stays kept.

    Raises NotAllowed, NotFound, NotUnderstood when a text is in one language only, or the review day has passed.
    """
    policies.check_can_write_pages(actor)
    page = _page(page_id)
    if review_by <= day:
        raise NotUnderstood({"review_by": "Kies een dag die nog komt."})
    changed = _changed(page, texts)
    for told in added[:MOST_ADDED]:
        if not all(told[part][language] for part in ("title", "text") for language in ("nl", "en")):
            raise NotUnderstood({"added": "Schrijf vraag en antwoord in beide talen, of laat alle vier leeg."})
    with transaction.atomic():
        store.add(actor.practice_id, page_id, changed, list(added[:MOST_ADDED]), review_by, reviewed, actor.name, now)
        detail = {"changed": len(changed), "added": len(added)}
        record(actor=actor, kind=log_kinds.PAGE_WRITTEN, at=now, subject=page_id, detail=detail)


def _changed(page: PublicPage, texts: Mapping[str, Both]) -> dict[str, Both]:
    changed: dict[str, Both] = {}
    for said in (each for section in page.sections for each in section.said):
        told = texts.get(said.id)
        if told is None or told == {"nl": said.text.nl, "en": said.text.en}:
            continue
        if not told.get("nl") or not told.get("en"):
            raise NotUnderstood({said.id: "Schrijf deze tekst in beide talen."})
        changed[said.id] = {"nl": told["nl"], "en": told["en"]}
    return changed


def _writable() -> dict[str, PublicPage]:
    return {page.id: page for page in shipped_pages().values() if page.sections}


def _page(page_id: str) -> PublicPage:
    page = _writable().get(page_id)
    if page is None:
        raise NotFound
    return page


def _card(page: PublicPage, kept: Edition | None, day: date) -> PageCard:
    own = kept is not None and bool(kept.texts or kept.added)
    review_by = kept.review_by if kept is not None and own else page.provenance.review_by
    return PageCard(page, own, review_by, review_by < day)
