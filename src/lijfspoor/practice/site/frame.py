"""The frame every public page stands in: head, menu, language switch, disclaimer and provenance (S0-068, S0-069)."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lijfspoor.catalogue.publicpages import shipped_pages
from lijfspoor.practice.site import edition
from lijfspoor.practice.site.languages import LANGUAGES, NAMES, OTHER, Language, here_in
from lijfspoor.practice.site.menu import entries
from lijfspoor.practice.site.words import in_language

FRAME = "frame"


def public(
    request: HttpRequest,
    language: Language,
    page_id: str,
    template: str,
    more: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show a public page in its frame. Raises KeyError when there is no content for `page_id`."""
    return render(request, template, {**around(request, language, page_id), **(more or {})}, status=status)


def around(request: HttpRequest, language: Language, page_id: str) -> dict[str, Any]:
    """Return what the frame and the words of a page need: `page`, `w`, `s`, `f`, menu and addresses."""
    content, by = edition.of(page_id)
    page, frame = in_language(content, language), in_language(shipped_pages()[FRAME], language)
    other = OTHER[language]
    here = request.resolver_match.url_name if request.resolver_match else ""
    return {
        "language": language,
        "page": page,
        "w": page.w,
        "s": page.s,
        "f": frame.w,
        "disclaimer": frame.s["disclaimer"],
        "provenance": content.provenance,
        "edited_by": by,
        "menu": entries(language, frame.w, here or ""),
        "other": {"language": other, "name": NAMES[other], "url": here_in(request, other)},
        "alternates": [(each, request.build_absolute_uri(here_in(request, each))) for each in LANGUAGES],
        "demo": bool(getattr(settings, "DEMO", False)),
    }
