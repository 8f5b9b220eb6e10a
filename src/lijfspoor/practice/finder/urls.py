"""Addresses of the finder inside the practice; what visitors see stands in the room site."""

from django.urls import path

from lijfspoor.practice.finder import views

app_name = "finder"
urlpatterns = [path("mijn-profiel/", views.profile, name="profile")]
