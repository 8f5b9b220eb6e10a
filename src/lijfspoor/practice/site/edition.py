"""Which text of a page visitors read: ours, or that of the one practice here that wrote its own."""

from dataclasses import replace

from lijfspoor.catalogue.publicpages import shipped_pages
from lijfspoor.domain.kernel.text import Text
from lijfspoor.domain.publicpages.page import Provenance, PublicPage, Said, Section
from lijfspoor.practice.site import store
from lijfspoor.practice.site.models import Edition
from lijfspoor.practice.tenancy.clock import day_of

OWN = ("own",)


def of(page_id: str) -> tuple[PublicPage, str]:
    """Return the page as visitors read it, and whose text it is (empty: ours). Raises KeyError for an unknown page.

    Where several practices of this installation wrote their own, ours is shown: no practice speaks for another.
    """
    ours = shipped_pages()[page_id]
    if not ours.sections:
        return ours, ""
    written = store.newest(page_id)
    if len(written) != 1:
        return ours, ""
    return in_edition(ours, written[0]), written[0].practice.name


def in_edition(page: PublicPage, edition: Edition) -> PublicPage:
    """Return a page with what an edition says instead; what a practice wrote rests on the practice."""
    sections = tuple(
        replace(section, said=tuple(_said(each, edition) for each in section.said)) for section in page.sections
    )
    added = tuple(_added(number, each) for number, each in enumerate(edition.added, start=1))
    return replace(page, sections=(*sections, *added), provenance=_provenance(page.provenance, edition))


def _said(said: Said, edition: Edition) -> Said:
    text = edition.texts.get(said.id)
    return said if text is None else Said(id=said.id, text=Text(**text), sources=OWN)


def _added(number: int, told: dict[str, dict[str, str]]) -> Section:
    said = Said(id=f"own-{number}-1", text=Text(**told["text"]), sources=OWN)
    return Section(id=f"own-{number}", title=Text(**told["title"]), said=(said,))


def _provenance(ours: Provenance, edition: Edition) -> Provenance:
    on = day_of(edition.published_at)
    return replace(
        ours,
        written_on=on,
        review_by=edition.review_by,
        reviewer=edition.published_by if edition.reviewed else None,
        reviewed_on=on if edition.reviewed else None,
        sources=tuple(dict.fromkeys((*ours.sources, *OWN))),
    )
