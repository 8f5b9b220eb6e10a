"""Declares the room to Django."""

from django.apps import AppConfig


class Intake(AppConfig):
    """From referral to an agreed plan: meetings, criteria, examination, goals."""

    name = "lijfspoor.practice.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"
