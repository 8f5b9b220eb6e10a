"""The page that shows every part in every state, with invented people; only in the demo."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from lijfspoor.practice.look import samples


@login_not_required
@require_http_methods(["GET", "POST"])
def components(request: HttpRequest) -> HttpResponse:
    """Every part in every state; 404 outside the demo. A post shows the sample form with its errors."""
    if not getattr(settings, "DEMO", False):
        raise Http404
    return render(request, "look/components.html", samples.page(request.POST or None))
