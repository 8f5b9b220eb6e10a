"""Addresses that search engines ask for."""

from django.urls import path

from lijfspoor.practice.site.discovery import views

app_name = "discovery"
urlpatterns = [
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
]
