"""Addresses of the logbook's pages."""

from django.urls import path

from lijfspoor.practice.people.log import views

app_name = "logbook"
urlpatterns = [
    path("clienten/<uuid:client_id>/logboek/", views.client, name="client"),
    path("praktijk/logboek/", views.practice, name="practice"),
]
