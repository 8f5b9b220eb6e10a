"""Addresses of the room."""

from django.urls import path

from lijfspoor.practice.counsel import views, views_asking

app_name = "counsel"
QUESTION = "casusvragen/<uuid:question_id>"
DRAFT = "casusvragen/concept/<uuid:draft_id>"

urlpatterns = [
    path("casusvragen/", views.home, name="home"),
    path("casusvragen/nieuw/", views_asking.new, name="new"),
    path(f"{DRAFT}/", views_asking.edit, name="edit"),
    path(f"{DRAFT}/bewaar/", views_asking.autosave, name="autosave"),
    path(f"{DRAFT}/nakijken/", views_asking.look_over, name="look_over"),
    path(f"{DRAFT}/stellen/", views_asking.ask, name="ask"),
    path(f"{DRAFT}/weggooien/", views_asking.discard, name="discard"),
    path(f"{QUESTION}/", views.question, name="question"),
    path(f"{QUESTION}/antwoord/", views.answer, name="answer"),
    path(f"{QUESTION}/afsluiten/", views.close, name="close"),
    path(f"{QUESTION}/deskundige/", views.invite, name="invite"),
    path(f"{QUESTION}/deskundige/<uuid:invite_id>/intrekken/", views.withdraw, name="withdraw"),
    path("gevraagd/<str:secret>/", views.expert, name="expert"),
]
