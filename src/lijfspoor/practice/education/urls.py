"""Addresses of the room."""

from django.urls import path

from lijfspoor.practice.education import views

app_name = "education"
urlpatterns = [
    path("traject/<uuid:treatment_id>/uitleg/", views.offer, name="offer"),
    path("traject/<uuid:treatment_id>/uitleg/<str:card_pin>/", views.share, name="share"),
    path("uitleg/<uuid:share_id>/", views.shared, name="shared"),
    path("uitleg/<uuid:share_id>/herstel/", views.take_back, name="take_back"),
]
