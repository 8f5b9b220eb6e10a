"""The Django app of the look."""

from __future__ import annotations

from django.apps import AppConfig


class LookConfig(AppConfig):
    """Registers the templates, static files and tags that all pages share."""

    name = "lijfspoor.practice.look"
    label = "look"
    verbose_name = "Look"
