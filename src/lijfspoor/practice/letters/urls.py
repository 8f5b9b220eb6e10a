"""Addresses of the room."""

from django.urls import path

from lijfspoor.practice.letters import views

app_name = "letters"
urlpatterns = [
    path("traject/<uuid:treatment_id>/brieven/", views.letter_list, name="list"),
    path("traject/<uuid:treatment_id>/brieven/nieuw/", views.new, name="new"),
    path("brief/<uuid:letter_id>/", views.letter, name="letter"),
    path("brief/<uuid:letter_id>/concept/", views.draft, name="draft"),
    path("brief/<uuid:letter_id>/samenvoegen/", views.merge, name="merge"),
    path("brief/<uuid:letter_id>/voorbeeld/", views.preview, name="preview"),
    path("brief/<uuid:letter_id>/pdf/", views.pdf, name="pdf"),
    path("brief/<uuid:letter_id>/versturen/", views.send, name="send"),
    path("brief/<uuid:letter_id>/weg/", views.drop, name="drop"),
    path("brief/<uuid:letter_id>/bijwerken/", views.renew, name="renew"),
]
