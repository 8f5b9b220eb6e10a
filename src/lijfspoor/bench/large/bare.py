"""The addresses of the practice with one bare page beside them: one query, one template, behind the same doors."""

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path


def bare(request: HttpRequest) -> HttpResponse:
    """Show the frame of a page and the name of the practice."""
    practice = apps.get_model("access", "Practice").objects.first()
    return render(request, "base.html", {"practice": practice})


urlpatterns = [path("kaal/", bare), path("", include("lijfspoor.config.urls"))]
