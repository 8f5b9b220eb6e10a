"""Addresses of the room."""

from django.urls import path

from lijfspoor.practice.people import views

app_name = "people"
urlpatterns = [
    path("clienten/<uuid:client_id>/gegevens/", views.client_edit, name="client_edit"),
    path("clienten/<uuid:client_id>/netwerk/", views.network_page, name="network"),
    path("clienten/<uuid:client_id>/netwerk/nieuw/", views.contact_add, name="contact_add"),
    path("clienten/<uuid:client_id>/netwerk/collega/", views.colleague_add, name="colleague_add"),
    path(
        "clienten/<uuid:client_id>/netwerk/collega/<uuid:member_id>/<slug:kind>/los/",
        views.colleague_release,
        name="colleague_release",
    ),
    path("clienten/<uuid:client_id>/netwerk/<uuid:contact_id>/", views.contact_edit, name="contact_edit"),
    path("clienten/<uuid:client_id>/netwerk/<uuid:contact_id>/gezag/", views.authority, name="authority"),
    path("clienten/<uuid:client_id>/netwerk/<uuid:contact_id>/weg/", views.contact_end, name="contact_end"),
    path("clienten/<uuid:client_id>/toestemmingen/", views.consents, name="consents"),
    path(
        "clienten/<uuid:client_id>/toestemmingen/<slug:scope>/<slug:person>/",
        views.consent_record,
        name="consent_record",
    ),
]
