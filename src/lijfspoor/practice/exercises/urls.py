"""Addresses of the room."""

from django.urls import path

from lijfspoor.practice.exercises import views, views_client, views_own

SHELF = "bibliotheek/werkvormen/"
CLIENT = "clienten/<uuid:client_id>/werkvormen/"

app_name = "exercises"
urlpatterns = [
    path(SHELF, views.shelf, name="shelf"),
    path(f"{SHELF}<slug:exercise_id>/", views.exercise, name="exercise"),
    path(f"{SHELF}<slug:exercise_id>/verbergen/", views.hide, name="hide"),
    path(f"{SHELF}<slug:exercise_id>/tonen/", views.show, name="show"),
    path("bibliotheek/eigen-werkvorm/", views_own.own_form, name="own_form"),
    path("bibliotheek/eigen-werkvorm/tekst/", views_own.own_text, name="own_text"),
    path(CLIENT, views_client.client, name="client"),
    path(f"{CLIENT}let-op/<slug:caution>/voorbij/", views_client.caution_end, name="caution_end"),
    path(f"{CLIENT}inspanning/", views_client.effort, name="effort"),
]
