"""Addresses of the room."""

from django.urls import path

from lijfspoor.practice.library import views

app_name = "library"
urlpatterns = [
    path("bibliotheek/", views.home, name="home"),
    path("bibliotheek/module/<str:pin>/", views.module, name="module"),
    path("bibliotheek/module/<str:pin>/folder/", views.leaflet, name="leaflet"),
    path("bibliotheek/bron/<str:source_id>/", views.source, name="source"),
    path("bibliotheek/eigen/nieuw/", views.own_new, name="own_new"),
]
