"""Declares the room to Django."""

from django.apps import AppConfig


class Treatments(AppConfig):
    """The treatment itself: sessions and notes, phases, subgoals, evaluations, decisions, closing."""

    name = "lijfspoor.practice.treatment"
    label = "treatment"
    default_auto_field = "django.db.models.BigAutoField"
