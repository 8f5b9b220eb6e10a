"""Addresses of the public side: each page in Dutch (/hulp/...) and in English (/en/help/...)."""

from lijfspoor.practice.site import views, views_costs
from lijfspoor.practice.site.languages import in_both

app_name = "site"
urlpatterns = [
    *in_both("", "", views.home, "home"),
    *in_both("kosten/", "costs/", views_costs.costs, "costs"),
    *in_both("bronnen/", "sources/", views.sources, "sources"),
]
