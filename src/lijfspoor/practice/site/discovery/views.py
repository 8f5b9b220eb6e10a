"""The list of public pages, and what robots may read: the public side and nothing else."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from lijfspoor.practice.site.languages import BEGIN, LANGUAGES, address
from lijfspoor.practice.site.reading import READING

NAMES = ("home", "guide", "compare", "costs", "finder", *(each.name for each in READING), "sources")


@login_not_required
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page in both languages, each with its twin."""
    pages = [{each: request.build_absolute_uri(address(name, each)) for each in LANGUAGES} for name in NAMES]
    return render(request, "site/sitemap.xml", {"pages": pages}, content_type="application/xml")


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What robots may read."""
    allowed = "".join(f"Allow: /{begin}\n" for begin in BEGIN.values())
    where = request.build_absolute_uri(reverse("discovery:sitemap"))
    return HttpResponse(f"User-agent: *\n{allowed}Disallow: /\nSitemap: {where}\n", content_type="text/plain")
