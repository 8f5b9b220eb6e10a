"""Pages of questions: one group at a time, and passing a contra-indication."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.intake import criteria, forms, group_page
from lijfspoor.practice.intake.views.answers import put_back
from lijfspoor.practice.tenancy.clock import day_of, now


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The two forms of a group: answers, and the developmental age when the group rests on it."""

    answers: forms.CriteriaForm
    age: forms.AgeForm | None

    def is_valid(self) -> bool:
        """Tell whether both are filled in well."""
        return self.answers.is_valid() and (self.age is None or self.age.is_valid())

    @property
    def wrong(self) -> bool:
        """Whether anything has to be mended."""
        return bool(self.answers.errors or (self.age is not None and self.age.errors))


@require_http_methods(["GET", "POST"])
def group(request: HttpRequest, treatment_id: UUID, group_id: str) -> HttpResponse:
    """Ask the questions of one group and show what was answered before."""
    actor, at = actor_of(request), now()
    read = criteria.read_group(actor=actor, treatment_id=treatment_id, group_id=group_id, day=day_of(at), now=at)
    asked = _asked(request, read)
    if request.method == "POST" and asked.is_valid() and _keep(actor, at, treatment_id, group_id, asked):
        messages.success(request, "Bewaard.")
        return redirect(group_page.after(read, to_next=request.POST.get("then") == "next"))
    page = group_page.fill(read, asked.answers, asked.age)
    return render(request, "intake/criteria.html", page, status=422 if asked.wrong else 200)


def _asked(request: HttpRequest, read: criteria.GroupRead) -> Asked:
    posted = request.POST if request.method == "POST" else None
    answers = forms.CriteriaForm(
        posted,
        criteria=read.group.criteria,
        again=group_page.can_ask_again(read),
        initial=group_page.initial(read),
    )
    by_development = any(c.age is not None and c.age.measure == "developmental" for c in read.group.criteria)
    age = forms.AgeForm(posted, initial=group_page.initial_age(read)) if by_development else None
    return Asked(answers=answers, age=age)


def _keep(actor: Actor, at: datetime, treatment_id: UUID, group_id: str, asked: Asked) -> bool:
    today = day_of(at)
    try:
        if asked.age is not None and asked.age.filled:
            criteria.state_developmental_age(
                actor=actor, treatment_id=treatment_id, months=asked.age.total(), day=today, now=at
            )
        criteria.answer_criteria(
            actor=actor,
            treatment_id=treatment_id,
            group_id=group_id,
            answers=asked.answers.answers(),
            ask_again=bool(asked.answers.cleaned_data.get("again")),
            day=today,
            now=at,
        )
    except NotUnderstood as refusal:
        put_back(asked.answers, refusal)
        return False
    return True


@require_http_methods(["GET", "POST"])
def override(request: HttpRequest, treatment_id: UUID, criterion_id: str) -> HttpResponse:
    """Pass a contra-indication with a reason, after consulting someone."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    asked, criterion = criteria.read_contra_indication(
        actor=actor, treatment_id=treatment_id, criterion_id=criterion_id, day=today, now=at
    )
    roles = asked.override.consulted_roles if asked.override else ()
    form = forms.OverrideForm(request.POST or None, roles=roles)
    if request.method == "POST" and form.is_valid():
        try:
            criteria.override_contra_indication(
                actor=actor,
                treatment_id=treatment_id,
                criterion_id=criterion_id,
                day=today,
                now=at,
                **form.cleaned_data,
            )
        except NotUnderstood as refusal:
            put_back(form, refusal)
        else:
            return redirect("intake:criteria", treatment_id, asked.id)
    page = {"form": form, "group": asked, "criterion": criterion, "treatment_id": treatment_id}
    return render(request, "intake/override.html", page, status=422 if form.errors else 200)
