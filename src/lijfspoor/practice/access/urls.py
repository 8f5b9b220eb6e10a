"""Addresses of the room."""

from django.urls import path

from lijfspoor.practice.access.views import account, door, practice, team

app_name = "access"
urlpatterns = [
    path("begin/", door.first_owner, name="first_owner"),
    path("uitnodiging/<str:token>/", door.invitation, name="invitation"),
    path("praktijk/", practice.practice, name="practice"),
    path("praktijk/evaluaties/", practice.evaluations, name="evaluations"),
    path("praktijk/collegas/", team.colleagues, name="colleagues"),
    path("praktijk/collegas/nieuw/", team.invite, name="invite"),
    path(
        "praktijk/collegas/uitnodiging/<uuid:invitation_id>/weg/", team.invitation_withdraw, name="invitation_withdraw"
    ),
    path("praktijk/collegas/<uuid:member_id>/", team.colleague, name="colleague"),
    path("praktijk/collegas/<uuid:member_id>/einde/", team.colleague_end, name="colleague_end"),
    path("praktijk/collegas/<uuid:member_id>/bevoegdheid/", team.credential_add, name="credential_add"),
    path("praktijk/wissel/", account.switch, name="switch"),
    path("mijn-account/", account.account, name="account"),
    path("mijn-account/elders-uitloggen/", account.sign_out_elsewhere, name="sign_out_elsewhere"),
]
