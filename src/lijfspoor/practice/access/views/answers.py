"""Small things every page of this room does with a request."""

from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from lijfspoor.practice.access.refusals import NotUnderstood


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was sent to fill a form with, or None when nothing was sent yet."""
    return request.POST if request.method == "POST" else None


def fill(request: HttpRequest, template: str, form: Form, **page: Any) -> HttpResponse:
    """Return a page with a form; 422 when the form came in with faults."""
    return render(request, template, {"form": form, **page}, status=422 if form.errors else 200)


def show(form: Form, refusal: NotUnderstood) -> None:
    """Put what a flow did not understand beside its field."""
    for name, words in refusal.fields.items():
        form.add_error(name if name in form.fields else None, words)


def version_of(request: HttpRequest) -> int:
    """Return the version the form was filled from; 0, which never fits, when it is missing or no number."""
    posted = request.POST.get("version", "")
    return int(posted) if posted.isascii() and posted.isdigit() and len(posted) < 10 else 0
