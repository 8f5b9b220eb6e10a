"""The page on costs: a form, and in the same page what the answers come to."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lijfspoor.catalogue.funding import shipped_funding
from lijfspoor.practice.site.costs import CostForm, answered, first_answers
from lijfspoor.practice.site.frame import around, public
from lijfspoor.practice.site.languages import Language
from lijfspoor.practice.tenancy.clock import day_of, now

POLICY = ("has_policy", "percent", "per_session", "per_year", "used")
BASIC = ("deductible_left", "voluntary", "institution")
YOUTH = ("municipality_pays", "pgb_per_session", "pgb_sessions")


@login_not_required
@csrf_exempt  # nothing is kept, so nothing can be forged; a token would leave a cookie
@require_http_methods(["GET", "POST"])
def costs(request: HttpRequest, language: Language) -> HttpResponse:
    """Ask what a visitor knows and show what it comes to; the answers are in this request only."""
    rules, words = shipped_funding(), around(request, language, "costs")["w"]
    posted = request.POST if request.method == "POST" else None
    first = first_answers(day_of(now()))
    form = CostForm(posted, initial=first, rules=rules, language=language, words=words)
    more = {"form": form, "caveat": rules.caveat, "opened": _opened(form)}
    if posted is not None and form.is_valid():
        more["answered"] = answered(rules, form.situation(), language)
    return public(request, language, "costs", "site/costs.html", more, status=422 if form.errors else 200)


def _opened(form: CostForm) -> dict[str, bool]:
    """Tell which parts of the form stand open: those with something in them, or something to mend."""

    def used(names: tuple[str, ...]) -> bool:
        return any(form.data.get(name) not in (None, "", "unknown") or name in form.errors for name in names)

    return {"policy": used(POLICY), "basic": used(BASIC), "youth": used(YOUTH)} if form.is_bound else {}
