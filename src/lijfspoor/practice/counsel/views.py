"""Pages of case questions: the column, one question, answering, closing, inviting, and the page of an expert."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.counsel import flows
from lijfspoor.practice.counsel.answering import PAGE
from lijfspoor.practice.counsel.forms import AnswerForm, InviteForm, ThanksForm, WishForm
from lijfspoor.practice.counsel.pages import labels, modules_of
from lijfspoor.practice.look.forms import PlainForm
from lijfspoor.practice.tenancy.clock import now
from lijfspoor.practice.tenancy.forms import key_of, posted
from lijfspoor.practice.tenancy.once import once


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The questions, all or those one looks for."""
    actor = actor_of(request)
    modules = modules_of(actor)
    form = WishForm(request.GET or None, modules=modules)
    number = request.GET.get("page", "1")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1
    column = flows.read_column(actor=actor, wish=form.wish(), page=page, now=now())
    pages = Paginator(range(column.total), PAGE).get_page(page)
    shown = [(each, labels(each, modules)) for each in column.questions]
    context = {"form": form, "column": column, "shown": shown, "pages": pages, "searched": bool(request.GET)}
    return render(request, "counsel/home.html", context)


@require_safe
def question(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """One question with its answers."""
    return _question(request, question_id)


@require_POST
def answer(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Answer a question."""
    actor, at, form = actor_of(request), now(), AnswerForm(request.POST)

    def act() -> None:
        flows.answer(actor=actor, question_id=question_id, said=form.said(), now=at)
        messages.success(request, "Uw antwoord staat erbij.")

    return _carried_out(request, form, act, question_id) or _question(request, question_id, answer=form)


@require_POST
def close(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Thank and close."""
    actor, at, form = actor_of(request), now(), ThanksForm(request.POST)

    def act() -> None:
        flows.close(actor=actor, question_id=question_id, thanks=form.cleaned_data["thanks"], now=at)
        messages.success(request, "De vraag is afgesloten. Zij blijft te vinden.")

    return _carried_out(request, form, act, question_id) or _question(request, question_id, thanks=form)


@require_POST
def invite(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Invite an expert; the link is shown this once."""
    actor, form = actor_of(request), InviteForm(request.POST)
    flows.check_can_invite(actor=actor, question_id=question_id)
    if not form.is_valid():
        return _question(request, question_id, invite=form)
    given = form.cleaned_data
    secret = flows.invite(actor=actor, question_id=question_id, name=given["name"], field=given["field"], now=now())
    link = request.build_absolute_uri(reverse("counsel:expert", args=[secret]))
    return render(request, "counsel/invited.html", {"link": link, "name": given["name"], "question_id": question_id})


@require_POST
def withdraw(request: HttpRequest, question_id: UUID, invite_id: UUID) -> HttpResponse:
    """End an invitation."""
    flows.withdraw(actor=actor_of(request), question_id=question_id, invite_id=invite_id, now=now())
    messages.success(request, "De link werkt niet meer.")
    return redirect("counsel:question", question_id)


@login_not_required
@require_http_methods(["GET", "POST"])
def expert(request: HttpRequest, secret: str) -> HttpResponse:
    """The one question that an invited expert may read and answer, without an account."""
    at, address = now(), request.META.get("REMOTE_ADDR", "")
    form = AnswerForm(posted(request))
    reading = flows.read_as_expert(secret=secret, address=address, now=at)

    def act() -> str:
        flows.answer_as_expert(secret=secret, said=form.said(), address=address, now=at)
        messages.success(request, "Dank u wel. Uw antwoord is bewaard.")
        return request.path

    if request.method == "POST" and form.is_valid():
        try:
            return redirect(once(reading.invite.id, key_of(request), act))
        except NotUnderstood as refusal:
            _show(form, refusal)
    context = {"reading": reading, "form": form, "closed": reading.question.closed_at is not None}
    return render(request, "counsel/expert.html", context, status=422 if form.is_bound and form.errors else 200)


def _carried_out(
    request: HttpRequest, form: PlainForm, act: Callable[[], None], question_id: UUID
) -> HttpResponse | None:
    def attempt() -> str:
        act()
        return reverse("counsel:question", args=[question_id])

    if form.is_valid():
        try:
            return redirect(once(actor_of(request).member_id, key_of(request), attempt))
        except NotUnderstood as refusal:
            _show(form, refusal)
    return None


def _show(form: PlainForm, refusal: NotUnderstood) -> None:
    for name, words in refusal.fields.items():
        form.add_error(name if name in form.fields else None, words)


def _question(request: HttpRequest, question_id: UUID, **forms: PlainForm) -> HttpResponse:
    actor = actor_of(request)
    reading = flows.read_question(actor=actor, question_id=question_id, now=now())
    context: dict[str, Any] = {
        "reading": reading,
        "question": reading.question,
        "labels": labels(reading.question, modules_of(actor)),
        "answer": AnswerForm(),
        "thanks": ThanksForm(),
        "invite": InviteForm(),
        "now": now(),
    }
    return render(request, "counsel/question.html", context | forms, status=422 if forms else 200)
