"""The pages to read."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lijfspoor.catalogue.publicpages import shipped_pages
from lijfspoor.practice.site.frame import around, public
from lijfspoor.practice.site.languages import Language
from lijfspoor.practice.site.reading import AREAS, BY_NAME, MAIN, structured_data, weighed
from lijfspoor.practice.site.words import in_language


@login_not_required
@require_safe
def reading(request: HttpRequest, language: Language) -> HttpResponse:
    """A page to read, with the way to the others."""
    name = (request.resolver_match and request.resolver_match.url_name) or ""
    page_id = BY_NAME[name].content
    frame = around(request, language, page_id)
    told = structured_data(frame["page"], frame["provenance"], name, language)
    more: dict[str, Any] = {"told": told, "here": name, "others": titled(MAIN, language), "areas": ()}
    if name == "whom" or page_id.startswith("whom-"):
        more["areas"] = titled(AREAS, language)
    if name == "evidence":
        more["weighed"] = weighed(language)
    return public(request, language, page_id, "site/reading.html", more)


def titled(pages: tuple[Any, ...], language: Language) -> list[tuple[str, str]]:
    """Return the names of pages with their titles in a language."""
    return [(each.name, in_language(shipped_pages()[each.content], language).title) for each in pages]
