"""Small things every page of this room does with a request."""

from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lijfspoor.practice.access.refusals import NotUnderstood


def fill(request: HttpRequest, template: str, form: Form, **page: Any) -> HttpResponse:
    """Return a page with a form; 422 when the form came in with faults."""
    return render(request, template, {"form": form, **page}, status=422 if form.errors else 200)


def show(form: Form, refusal: NotUnderstood) -> None:
    """Put what a flow did not understand beside its field."""
    for name, words in refusal.fields.items():
        form.add_error(name if name in form.fields else None, words)
