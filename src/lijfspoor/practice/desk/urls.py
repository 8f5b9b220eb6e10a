"""Addresses of the room."""

from django.urls import path

from lijfspoor.practice.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("vandaag/", views.today, name="today"),
    path("vandaag/alles/", views.due, name="due"),
    path("clienten/", views.clients, name="clients"),
    path("clienten/<uuid:client_id>/", views.file, name="file"),
    path("agenda/", views.agenda, name="agenda"),
]
