"""Starts Django for the tests that need it, so that the tests of the domain run without it."""

import os

import django


def start_django() -> None:
    """Load the test settings and the apps; harmless when done already."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
