"""All addresses of the practice: each room adds its own."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path


def _rooms() -> list[URLPattern | URLResolver]:
    modules = [f"lijfspoor.practice.{room}.urls" for room in settings.ROOMS]
    modules = [module for module in modules if find_spec(module)]
    return [path("", include(module)) for module in modules]


# The logbook lies below the rooms that know who may read it; its pages are in the room of people.
LOGBOOK_PAGES = "lijfspoor.practice.people.log.urls"

urlpatterns = _rooms()
if "people" in settings.ROOMS:
    urlpatterns.append(path("", include(LOGBOOK_PAGES)))
if "access" in settings.ROOMS:
    urlpatterns.append(path("account/", include("allauth.urls")))
