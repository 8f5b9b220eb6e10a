"""The public pages."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from lijfspoor.catalogue.guide import shipped_guide
from lijfspoor.practice.site.comparing import aspects, kinds
from lijfspoor.practice.site.frame import around, public
from lijfspoor.practice.site.guide_page import questions_page, result_page
from lijfspoor.practice.site.guiding import Turn, follow, read_turn
from lijfspoor.practice.site.languages import Language
from lijfspoor.practice.site.sources import documents, numbers


@login_not_required
@require_safe
def home(request: HttpRequest, language: Language) -> HttpResponse:
    """Where a visitor comes in."""
    return public(request, language, "home", "site/home.html")


@login_not_required
@csrf_exempt  # it changes nothing and keeps nothing; a token would need a cookie (ADR 16)
@require_http_methods(["GET", "HEAD", "POST"])
def guide(request: HttpRequest, language: Language) -> HttpResponse:
    """The guide: questions page by page, then the outcome; answers live in the posts of these pages alone."""
    book = shipped_guide().book
    turn = read_turn(book, request.POST) if request.method == "POST" else Turn()
    shown = follow(book, turn)
    if shown.advice is None:
        page = questions_page(book, shown, language)
        return public(request, language, "guide", "site/guide.html", page, status=422 if shown.unclear else 200)
    words = around(request, language, "guide")["w"]
    template = "site/take.html" if shown.take and not shown.advice.alarms else "site/outcome.html"
    return public(request, language, "guide", template, result_page(book, shown, words, language))


@login_not_required
@require_safe
def compare(request: HttpRequest, language: Language) -> HttpResponse:
    """The kinds of help side by side."""
    words = around(request, language, "compare")["w"]
    page = {"aspects": aspects(language), "kinds": kinds(words, language)}
    return public(request, language, "compare", "site/compare.html", page)


@login_not_required
@require_safe
def sources(request: HttpRequest, language: Language) -> HttpResponse:
    """Every source that public pages name."""
    words = around(request, language, "sources")["w"]
    page = {"documents": documents(words), "numbers": numbers(language)}
    return public(request, language, "sources", "site/sources.html", page)
