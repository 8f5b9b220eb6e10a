"""Addresses of the public side: each page in Dutch (/hulp/...) and in English (/en/help/...)."""

from lijfspoor.practice.site import views, views_costs, views_finder, views_reading
from lijfspoor.practice.site.languages import in_both
from lijfspoor.practice.site.reading import READING

app_name = "site"
urlpatterns = [
    *in_both("", "", views.home, "home"),
    *in_both("wegwijzer/", "guide/", views.guide, "guide"),
    *in_both("vergelijken/", "compare/", views.compare, "compare"),
    *in_both("kosten/", "costs/", views_costs.costs, "costs"),
    *in_both("therapeuten/", "therapists/", views_finder.finder, "finder"),
    *in_both("therapeuten/<uuid:listed_id>/", "therapists/<uuid:listed_id>/", views_finder.therapist, "therapist"),
    *in_both(
        "therapeuten/<uuid:listed_id>/gesprek/",
        "therapists/<uuid:listed_id>/talk/",
        views_finder.first_talk,
        "first_talk",
    ),
    *in_both(
        "therapeuten/<uuid:listed_id>/gevraagd/",
        "therapists/<uuid:listed_id>/asked/",
        views_finder.first_talk_asked,
        "first_talk_asked",
    ),
    *(pattern for each in READING for pattern in in_both(each.nl, each.en, views_reading.reading, each.name)),
    *in_both("bronnen/", "sources/", views.sources, "sources"),
]
