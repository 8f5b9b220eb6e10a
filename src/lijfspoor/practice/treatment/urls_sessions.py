"""Addresses of sessions and their notes."""

from django.urls import URLPattern, path

from lijfspoor.practice.treatment import views_appointments, views_exercises, views_sessions

TREATMENT = "traject/<uuid:treatment_id>/sessies/"
SESSION = "sessie/<uuid:session_id>/"

urls_sessions: list[URLPattern] = [
    path(TREATMENT, views_appointments.sessions, name="sessions"),
    path(f"{TREATMENT}nieuw/", views_appointments.plan_session, name="plan_session"),
    path(SESSION, views_sessions.session, name="session"),
    path(f"{SESSION}afspraak/", views_appointments.move_session, name="move_session"),
    path(f"{SESSION}vervalt/", views_appointments.drop_session, name="drop_session"),
    path(f"{SESSION}werkvormen/", views_exercises.exercises, name="exercises"),
    path(f"{SESSION}werkvormen/kies/", views_exercises.choose, name="choose_exercise"),
    path(f"{SESSION}concept/", views_sessions.note_draft, name="note_draft"),
    path(f"{SESSION}samenvoegen/", views_sessions.note_merge, name="note_merge"),
    path(f"{SESSION}geweest/", views_sessions.hold_session, name="hold_session"),
    path(f"{SESSION}niet-doorgegaan/", views_sessions.miss_session, name="miss_session"),
    path(f"{SESSION}tekenen/", views_sessions.sign, name="sign"),
    path(f"{SESSION}aanvullen/", views_sessions.amend, name="amend"),
    path(f"{SESSION}herstel/", views_sessions.correct_session, name="correct_session"),
    path(f"{SESSION}afdruk/", views_sessions.print_note, name="print_note"),
]
