"""The public pages."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lijfspoor.practice.site.frame import around, public
from lijfspoor.practice.site.languages import Language
from lijfspoor.practice.site.sources import documents


@login_not_required
@require_safe
def home(request: HttpRequest, language: Language) -> HttpResponse:
    """Where a visitor comes in."""
    return public(request, language, "home", "site/home.html")


@login_not_required
@require_safe
def sources(request: HttpRequest, language: Language) -> HttpResponse:
    """Every source that public pages name."""
    words = around(request, language, "sources")["w"]
    return public(request, language, "sources", "site/sources.html", {"documents": documents(words)})
