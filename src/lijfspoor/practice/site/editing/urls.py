"""Addresses inside the practice for the pages that visitors read."""

from django.urls import path

from lijfspoor.practice.site.editing import views

app_name = "editing"
urlpatterns = [
    path("praktijk/paginas/", views.pages, name="pages"),
    path("praktijk/paginas/<slug:page_id>/", views.page, name="page"),
]
