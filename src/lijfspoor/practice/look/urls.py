"""Addresses of the look."""

from __future__ import annotations

from django.urls import path

from lijfspoor.practice.look import views

app_name = "look"

urlpatterns = [path("vormgeving/", views.components, name="components")]
