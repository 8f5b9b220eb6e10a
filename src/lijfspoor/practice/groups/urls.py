"""Addresses of the room."""

from django.urls import path

from lijfspoor.practice.groups import views, views_meeting

GROUP = "groepen/<uuid:group_id>/"
MEETING = "groepssessie/<uuid:meeting_id>/"

app_name = "groups"
urlpatterns = [
    path("groepen/", views.groups, name="list"),
    path("groepen/nieuw/", views.new, name="new"),
    path(GROUP, views.group, name="group"),
    path(f"{GROUP}wijzigen/", views.change, name="change"),
    path(f"{GROUP}plannen/", views.plan, name="plan"),
    path(f"{GROUP}deelnemers/", views.candidates, name="candidates"),
    path(f"{GROUP}deelnemers/<uuid:treatment_id>/", views.join, name="join"),
    path(f"{GROUP}deelnemers/<uuid:treatment_id>/stopt/", views.leave, name="leave"),
    path("traject/<uuid:treatment_id>/groep/", views.choose, name="choose"),
    path(MEETING, views_meeting.meeting, name="meeting"),
    path(f"{MEETING}concept/", views_meeting.draft, name="draft"),
    path(f"{MEETING}samenvoegen/", views_meeting.merge, name="merge"),
    path(f"{MEETING}plaatsen/", views_meeting.fill, name="fill"),
    path(f"{MEETING}vervalt/", views_meeting.drop, name="drop"),
    path(f"{MEETING}aanvullen/", views_meeting.amend, name="amend"),
]
