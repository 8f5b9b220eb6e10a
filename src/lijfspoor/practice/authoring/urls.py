"""Addresses of the room."""

from django.urls import path

from lijfspoor.practice.authoring import views, views_parts

app_name = "authoring"
DRAFT = "bibliotheek/concepten/<uuid:draft_id>"

urlpatterns = [
    path("bibliotheek/concepten/", views.home, name="home"),
    path("bibliotheek/concepten/nieuw/<str:pin>/", views.begin, name="begin"),
    path(f"{DRAFT}/", views.draft, name="draft"),
    path(f"{DRAFT}/tekst/", views.text, name="text"),
    path(f"{DRAFT}/voorbeeld/", views.preview, name="preview"),
    path(f"{DRAFT}/voorbeeld/folder/", views.preview_leaflet, name="preview_leaflet"),
    path(f"{DRAFT}/publiceren/", views.publish, name="publish"),
    path(f"{DRAFT}/weggooien/", views.discard, name="discard"),
    path(f"{DRAFT}/deel/<path:place>/", views_parts.part, name="part"),
    path(f"{DRAFT}/bewaar/<path:place>/", views_parts.autosave, name="autosave"),
    path(f"{DRAFT}/samen/<path:place>/", views_parts.merge, name="merge"),
    path(f"{DRAFT}/erbij/<slug:name>/<path:place>/", views_parts.add, name="add"),
    path(f"{DRAFT}/eruit/<slug:name>/<path:place>/", views_parts.remove, name="remove"),
    path(f"{DRAFT}/schuif/<slug:name>/<path:place>/", views_parts.move, name="move"),
]
