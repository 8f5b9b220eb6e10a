"""Addresses of the room."""

from django.urls import path

from lijfspoor.practice.intake.views import beforehand, criteria, goals, overview, papers, referrals, variants

app_name = "intake"
TREATMENT = "traject/<uuid:treatment_id>/intake/"
PAPER = f"{TREATMENT}stuk/<str:kind>/"
urlpatterns = [
    path("aanmelding/", referrals.refer, name="refer"),
    path("aanmelding/nieuw-binnen/", referrals.waiting, name="referrals"),
    path("aanmelding/<uuid:referral_id>/", referrals.referral, name="referral"),
    path("aanmelding/<uuid:referral_id>/terzijde/", referrals.set_aside, name="referral_set_aside"),
    path(TREATMENT, overview.overview, name="overview"),
    path(f"{TREATMENT}start/", overview.start, name="start"),
    path(f"{TREATMENT}vragen/<slug:group_id>/", criteria.group, name="criteria"),
    path(f"{TREATMENT}uitzondering/<slug:criterion_id>/", criteria.override, name="override"),
    path(f"{TREATMENT}vooraf/<slug:forewarning_id>/", beforehand.forewarning, name="forewarning"),
    path(f"{TREATMENT}vorm/", variants.variants, name="variants"),
    path(f"{TREATMENT}diagnostische-fase/", variants.diagnostic_phase, name="diagnostic_phase"),
    path(f"{TREATMENT}doelen/", goals.goals, name="goals"),
    path(f"{TREATMENT}doelen/<slug:goal>/vervalt/", goals.drop, name="goal_drop"),
    path(PAPER, papers.paper, name="paper"),
    path(f"{PAPER}stap/<int:step>/", papers.step, name="paper_step"),
    path(f"{PAPER}stap/<int:step>/concept/", papers.draft, name="paper_draft"),
    path(f"{PAPER}stap/<int:step>/twee-versies/", papers.merge, name="paper_merge"),
    path(f"{PAPER}nakijken/", papers.check, name="paper_check"),
    path(f"{PAPER}verder/", papers.go_on, name="paper_continue"),
    path(f"{PAPER}weg/", papers.discard, name="paper_discard"),
]
