"""The pages on finding a therapist: search, one therapist, asking for a first talk."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from lijfspoor.catalogue.finder import finder_content
from lijfspoor.practice.access.refusals import NotFound, NotPossible
from lijfspoor.practice.finder import flows
from lijfspoor.practice.finder.details import Card
from lijfspoor.practice.site import map as land_map
from lijfspoor.practice.site.finding import FinderForm, other_page, page_number
from lijfspoor.practice.site.first_talk import FirstTalkForm, new_seal, opened
from lijfspoor.practice.site.frame import around, public
from lijfspoor.practice.site.languages import Language, address
from lijfspoor.practice.tenancy.clock import day_of, now


@login_not_required
@require_safe
def finder(request: HttpRequest, language: Language) -> HttpResponse:
    """Search, and who was found."""
    form = FinderForm(request.GET or None, language=language, words=around(request, language, "finder")["w"])
    form.is_valid()
    wish = form.wish()
    found = flows.find(wish=wish, page=page_number(request), day=day_of(now()))
    first = (found.page - 1) * flows.PER_PAGE
    more = {
        "form": form,
        "found": found,
        "numbered": list(enumerate(found.cards, start=1)),
        "first": first,
        "order": wish.order if wish.pc4 or wish.order == "waiting" else "name",
        "map": {"land": land_map.land(), "width": land_map.WIDTH, "height": land_map.HEIGHT},
        "dots": land_map.dots((card.north, card.east) for card in found.cards),
        "earlier": other_page(request, found.page - 1) if found.page > 1 else "",
        "later": other_page(request, found.page + 1) if found.page < found.pages else "",
    }
    return public(request, language, "finder", "site/finder.html", more, status=422 if form.errors else 200)


@login_not_required
@require_safe
def therapist(request: HttpRequest, language: Language, listed_id: UUID) -> HttpResponse:
    """One therapist, with the questions of a first meeting."""
    card = _card(listed_id)
    asked = [(each, card.answers.get(each.id, "")) for each in finder_content().questions]
    vocabulary = around(request, language, "finder")["w"]
    more = {"card": card, "asked": asked, "vocabulary": vocabulary, "back": request.GET.get("van", "")}
    return public(request, language, "therapist", "site/therapist.html", more)


@login_not_required
@csrf_exempt  # nobody is signed in here, so nobody's rights can be borrowed; a token would leave a cookie
@require_http_methods(["GET", "POST"])
def first_talk(request: HttpRequest, language: Language, listed_id: UUID) -> HttpResponse:
    """Ask for a first talk."""
    card, words = _card(listed_id), around(request, language, "first-talk")["w"]
    if not card.asks_here:
        raise NotFound
    form = FirstTalkForm(request.POST if request.method == "POST" else None, language=language, words=words)
    problem = ""
    if request.method == "POST" and form.is_valid():
        problem = _sent(request, form, listed_id)
        if not problem:
            return redirect(address("first_talk_asked", language, listed_id=listed_id))
    more = {"form": form, "card": card, "seal": _seal(request, problem), "problem": words[problem] if problem else ""}
    status = 422 if form.errors or problem else 200
    return public(request, language, "first-talk", "site/first_talk.html", more, status=status)


@login_not_required
@require_safe
def first_talk_asked(request: HttpRequest, language: Language, listed_id: UUID) -> HttpResponse:
    """What happens next."""
    return public(request, language, "first-talk", "site/first_talk_asked.html", {"card": _card(listed_id)})


def _card(listed_id: UUID) -> Card:
    return flows.read_listed(listed_id=listed_id, pc4="", day=day_of(now()))


def _seal(request: HttpRequest, problem: str) -> str:
    """Keep the seal of a form that is mended, so that sending it twice stays one request; else a new one."""
    kept = request.POST.get("seal", "")
    return kept if kept and problem in ("", "error-quick", "error-many") else new_seal(now())


def _sent(request: HttpRequest, form: FirstTalkForm, listed_id: UUID) -> str:
    """Keep the request; return the id of the words that say why not, nothing when it went well."""
    key = opened(request.POST.get("seal", ""), now())
    if isinstance(key, str):
        return key
    if form.is_by_machine:
        return ""
    try:
        flows.ask_first_talk(
            listed_id=listed_id, talk=form.talk(key), address=request.META.get("REMOTE_ADDR", ""), now=now()
        )
    except NotPossible:
        return "error-many"
    return ""
