"""Addresses of the second half of the room; urls.py takes them in."""

from django.urls import path

from lijfspoor.practice.treatment import (
    views_around,
    views_beside,
    views_bond,
    views_course,
    views_decision,
    views_joining,
    views_moving,
    views_version,
)

TREATMENT = "traject/<uuid:treatment_id>"

urlpatterns = [
    path(f"{TREATMENT}/fasen/", views_course.phases, name="phases"),
    path(f"{TREATMENT}/subdoelen/", views_course.subgoals, name="subgoals"),
    path(f"{TREATMENT}/subdoelen/eigen/", views_course.goal_agree, name="goal_agree"),
    path(f"{TREATMENT}/subdoelen/<slug:goal>/los/", views_course.goal_drop, name="goal_drop"),
    path(f"{TREATMENT}/evaluatie/", views_course.evaluation, name="evaluation"),
    path(f"{TREATMENT}/klik/", views_bond.bond, name="bond"),
    path(f"{TREATMENT}/besluit/<slug:decision_id>/", views_decision.decision, name="decision"),
    path(f"{TREATMENT}/besluit/<slug:decision_id>/voorstel/", views_decision.propose, name="decision_propose"),
    path(f"{TREATMENT}/besluit/<slug:decision_id>/stem/<slug:party>/", views_decision.voice, name="decision_voice"),
    path(f"{TREATMENT}/besluit/<slug:decision_id>/sluiten/", views_decision.close, name="decision_close"),
    path(f"{TREATMENT}/besluit/<slug:decision_id>/vraag/", views_decision.ask_lead, name="ask_lead"),
    path(f"{TREATMENT}/gesprekken/", views_around.talks, name="talks"),
    path(f"{TREATMENT}/gesprekken/geoefend/", views_around.practised, name="practised"),
    path(f"{TREATMENT}/successen/", views_course.successes, name="successes"),
    path(f"{TREATMENT}/intrekken/<uuid:fact_id>/", views_course.take_back, name="take_back"),
    path(f"{TREATMENT}/meedoen/", views_joining.joining, name="joining"),
    path(f"{TREATMENT}/meedoen/<uuid:contact_id>/", views_joining.fear, name="fear"),
    path(f"{TREATMENT}/veiligheid/", views_around.safety, name="safety"),
    path(f"{TREATMENT}/afronden/", views_around.closing, name="closing"),
    path(f"{TREATMENT}/afronden/afbouw/", views_around.taper, name="taper"),
    path(f"{TREATMENT}/afronden/sluiten/", views_around.close, name="close"),
    path(f"{TREATMENT}/afronden/therapeut/", views_around.therapist, name="change_therapist"),
    path(f"{TREATMENT}/versie/<str:version>/", views_version.version, name="version"),
    path(f"{TREATMENT}/bewegen/", views_moving.movement, name="movement"),
    path(f"{TREATMENT}/bewegen/<slug:route_id>/", views_moving.agree, name="movement_agree"),
    path(f"{TREATMENT}/bewegen/<slug:movement_id>/anders/", views_moving.change, name="movement_change"),
    path(f"{TREATMENT}/bewegen/<slug:movement_id>/stop/", views_moving.stop, name="movement_stop"),
    path(f"{TREATMENT}/ernaast/", views_beside.beside, name="beside"),
    path(f"{TREATMENT}/ernaast/<slug:beside_id>/", views_beside.beside_change, name="beside_change"),
    path(f"{TREATMENT}/ernaast/<slug:beside_id>/dag/", views_beside.trauma_session, name="trauma_session"),
    path(
        f"{TREATMENT}/ernaast/<slug:beside_id>/dag/<slug:session>/niet/",
        views_beside.trauma_session_drop,
        name="trauma_session_drop",
    ),
    path(f"{TREATMENT}/van-de-client/", views_beside.client_notes, name="client_notes"),
    path(f"{TREATMENT}/van-de-client/<slug:note>/", views_beside.client_note_answer, name="client_note_answer"),
    path(f"{TREATMENT}/op-een-dag/", views_course.as_of, name="as_of"),
]
