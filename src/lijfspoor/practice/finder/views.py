"""The page on the own profile."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lijfspoor.catalogue.finder import finder_content
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.finder import flows
from lijfspoor.practice.finder.details import Profile
from lijfspoor.practice.finder.forms import ProfileForm, initial
from lijfspoor.practice.tenancy.clock import now
from lijfspoor.practice.tenancy.forms import posted, version_of

SHOWN = "Uw profiel is bewaard. Bezoekers kunnen u vinden."
HIDDEN = "Uw profiel is bewaard. Niemand ziet het zolang u het niet toont."
MEANWHILE = (
    "Dit profiel is intussen ergens anders gewijzigd. Wat u typte staat hier nog. Kijk het na en bewaar het opnieuw."
)


@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Read and change what visitors see."""
    actor = actor_of(request)
    kept = flows.read_profile(actor=actor, now=now())
    form = ProfileForm(posted(request), initial=initial(kept))
    if request.method == "POST" and form.is_valid():
        try:
            flows.change_profile(
                actor=actor,
                listing=form.listing(),
                answers=form.answers(),
                shown=form.cleaned_data["shown"],
                version=version_of(request),
                now=now(),
            )
        except ChangedMeanwhile:
            form.add_error(None, MEANWHILE)
            return _page(request, form, kept, 409)
        except NotUnderstood as refusal:
            for field, words in refusal.fields.items():
                form.add_error(field, words)
        else:
            messages.success(request, SHOWN if form.cleaned_data["shown"] else HIDDEN)
            return redirect("finder:profile")
    return _page(request, form, kept, 422 if form.errors else 200)


def _page(request: HttpRequest, form: ProfileForm, kept: Profile, status: int) -> HttpResponse:
    known = finder_content()
    registers = [known.register(each.register) for each in kept.registrations]
    page = {"form": form, "profile": kept, "version": kept.version, "registers": registers}
    return render(request, "finder/profile.html", page, status=status)
