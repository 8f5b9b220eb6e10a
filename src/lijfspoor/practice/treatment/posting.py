"""How pages of this room carry out what a form asks: once, with what is wrong shown beside the field."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once
from lijfspoor.practice.treatment import pages_course


def carry_out(request: HttpRequest, form: forms.Form, act: Callable[[], str]) -> HttpResponse | None:
    """Run `act` once when the form is valid and go to the address it returns; None to show the form again.

    A submit that was carried out before goes to the same address, also when the form no longer fits since.
    """

    def attempt() -> str:
        if not form.is_valid():
            raise NotUnderstood({})
        return act()

    try:
        return redirect(once(actor_of(request).member_id, key_of(request), attempt))
    except NotUnderstood as refusal:
        for name, words in refusal.fields.items():
            form.add_error(name if name in form.fields else None, words)
    return None


def status_of(*shown: forms.Form) -> int:
    """Return 422 when any of these forms came back with something to mend, else 200."""
    return 422 if any(form.is_bound and form.errors for form in shown) else 200


def ask(
    request: HttpRequest,
    seen: tuple[Course, Relation],
    place: str,
    form: forms.Form,
    act: Callable[[], str],
    *,
    title: str,
    back: str,
    yes: str = "Bewaar",
) -> HttpResponse:
    """Carry out what a short form on a treatment asks, or show it on a page of its own under `place`.

    `yes` is on the button that does it, `back` the address of who does not want to.
    """
    if request.method == "POST" and (done := carry_out(request, form, act)):
        return done
    page = pages_course.frame(*seen, place) | {"title": title, "yes": yes, "form": form, "back_url": back}
    return render(request, "treatment/course/reason.html", page, status=status_of(form))
