"""Addresses of the room."""

from importlib import import_module
from importlib.util import find_spec

from django.urls import URLPattern, URLResolver

from lijfspoor.practice.treatment.urls_sessions import urls_sessions

COURSE = "lijfspoor.practice.treatment.urls_course"

app_name = "treatment"
urlpatterns: list[URLPattern | URLResolver] = [*urls_sessions]
if find_spec(COURSE):
    urlpatterns += import_module(COURSE).urlpatterns
