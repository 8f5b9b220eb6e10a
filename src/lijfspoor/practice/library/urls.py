"""Addresses of the room."""

from django.urls import path

from lijfspoor.practice.library import views, views_knowledge

app_name = "library"
urlpatterns = [
    path("bibliotheek/", views.home, name="home"),
    path("bibliotheek/module/<str:pin>/", views.module, name="module"),
    path("bibliotheek/module/<str:pin>/folder/", views.leaflet, name="leaflet"),
    path("bibliotheek/module/<str:pin>/verschil/<str:other>/", views.versions_compared, name="differences"),
    path("bibliotheek/bron/<str:source_id>/", views.source, name="source"),
    path("bibliotheek/onderbouwing/", views_knowledge.evidence, name="evidence"),
    path("bibliotheek/onderbouwing/<str:record_id>/", views_knowledge.evidence_record, name="evidence_record"),
    path("bibliotheek/beweringen/", views_knowledge.claims, name="claims"),
    path("bibliotheek/beweringen/<str:claim_id>/", views_knowledge.claim, name="claim"),
    path("bibliotheek/lezen/<str:module_name>/", views_knowledge.reading_list, name="reading_list"),
    path("bibliotheek/uitleg/", views_knowledge.cards, name="cards"),
    path("bibliotheek/uitleg/<str:card_pin>/", views_knowledge.card, name="card"),
    path("bibliotheek/herzien/", views_knowledge.due, name="reviews"),
    path("bibliotheek/eigen/nieuw/", views.own_new, name="own_new"),
]
