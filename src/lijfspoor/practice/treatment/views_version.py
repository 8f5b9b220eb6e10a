"""The page on which a treatment is moved to a newer version of its module."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.library.differences import differences
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.treatment import pages_course
from lijfspoor.practice.treatment.flows import versions
from lijfspoor.practice.treatment.forms_version import VersionForm, goal_names
from lijfspoor.practice.treatment.posting import carry_out, status_of


@require_http_methods(["GET", "POST"])
def version(request: HttpRequest, treatment_id: UUID, version: str) -> HttpResponse:
    """Show what a newer version would change for this treatment, and move to it."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    reading = versions.read_move(actor=actor, treatment_id=treatment_id, version=version, day=today, now=at)
    form = VersionForm(request.POST or None, reading=reading)

    def move() -> str:
        versions.move_version(
            actor=actor, treatment_id=treatment_id, version=version, chosen=form.chosen(), day=today, now=at
        )
        messages.success(request, f"De behandeling gaat verder met versie {version}.")
        return reverse("treatment:phases", args=[treatment_id])

    if request.method == "POST" and (done := carry_out(request, form, move)):
        return done
    return render(request, "treatment/course/version.html", _page(reading, form), status=status_of(form))


def _page(reading: versions.MoveReading, form: VersionForm) -> dict[str, Any]:
    course, new, asked = reading.course, reading.new, reading.moving
    names, titles = goal_names(course.module), {group.id: group for group in new.audience.groups}
    return pages_course.frame(course, reading.relation, "") | {
        "now": course.module,
        "new": new,
        "differences": differences(course.module, new),
        "unmet": [titles[group.group] for group in asked.unmet],
        "otherwise": [_kinds(course.module)[each] for each in asked.otherwise],
        "lost": [names[subgoal] for subgoal in asked.lost],
        "reasons": (*asked.refused, *reading.permission.reasons),
        "form": form,
    }


def _kinds(module: CareModule) -> dict[str, str]:
    """Return the variants and problem areas of a module by id, in words."""
    variants = {variant.id: variant.name.nl for variation in module.variations for variant in variation.variants}
    return variants | {area.id: area.name.nl for area in module.problem_areas}
