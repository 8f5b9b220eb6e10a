"""Addresses of the room."""

from django.urls import path

from lijfspoor.practice.exchange import views

app_name = "exchange"
urlpatterns = [
    path("aanmelding/bestand/", views.import_referral, name="import_referral"),
    path("aanmelding/bestand/<uuid:referral_id>/", views.imported, name="imported"),
]
