"""Declares the room to Django."""

from django.apps import AppConfig


class Site(AppConfig):
    """Pages for everyone, without account."""

    name = "lijfspoor.practice.site"
    label = "site"
