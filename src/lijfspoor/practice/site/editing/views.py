"""The pages on which an owner writes what visitors read."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.site.editing import flows
from lijfspoor.practice.site.editing.forms import PageForm, initial
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import posted


@require_safe
def pages(request: HttpRequest) -> HttpResponse:
    """Every page one can write."""
    at = now()
    cards = flows.read_pages(actor=actor_of(request), day=day_of(at), now=at)
    return render(request, "site/editing/pages.html", {"cards": cards})


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, page_id: str) -> HttpResponse:
    """Write one page."""
    actor, at = actor_of(request), now()
    writing = flows.read_page(actor=actor, page_id=page_id, day=day_of(at), now=at)
    form = PageForm(posted(request), initial=initial(writing), page=writing.page)
    if request.method == "POST" and form.is_valid():
        try:
            flows.write_page(
                actor=actor,
                page_id=page_id,
                texts=form.texts(),
                added=form.added(),
                review_by=form.cleaned_data["review_by"],
                reviewed=form.cleaned_data["reviewed"],
                day=day_of(at),
                now=at,
            )
        except NotUnderstood as refusal:
            for field, words in refusal.fields.items():
                form.add_error(field if field in form.fields else None, words)
        else:
            messages.success(request, "De pagina is bewaard. Bezoekers lezen nu uw tekst.")
            return redirect("editing:pages")
    told = {"form": form, "writing": writing}
    return render(request, "site/editing/page.html", told, status=422 if form.errors else 200)
