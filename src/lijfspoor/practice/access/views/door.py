"""Pages at the door: the first owner, and joining with an invitation."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lijfspoor.practice.access import beginning, forms, invitations
from lijfspoor.practice.access.details import Welcome
from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.access.requests import PRACTICE
from lijfspoor.practice.access.signing_in import sign_in
from lijfspoor.practice.access.views.answers import fill, show
from lijfspoor.practice.tenancy.clock import now
from lijfspoor.practice.tenancy.forms import posted


@login_not_required
@require_http_methods(["GET", "POST"])
def first_owner(request: HttpRequest) -> HttpResponse:
    """Make the first practice and its owner, with the code from the console."""
    beginning.check_can_begin()
    form = forms.FirstOwnerForm(posted(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            user_id = beginning.begin(
                secret=given["secret"],
                practice=given["practice"],
                person=form.person(),
                profession=given["profession"],
                address=request.META.get("REMOTE_ADDR", ""),
                now=now(),
            )
        except NotUnderstood as refusal:
            show(form, refusal)
        else:
            sign_in(request, user_id)
            return redirect("mfa_index")
    return fill(request, "access/first_owner.html", form)


@login_not_required
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Join a practice with the link an owner handed over."""
    welcome = invitations.read_invitation(secret=token, user_id=request.user.pk, now=now())
    if welcome.known:
        return _join_known(request, token, welcome)
    form = forms.JoinForm(posted(request), initial={"name": welcome.name}, address=welcome.email)
    if request.method == "POST" and form.is_valid():
        user_id = invitations.accept_as_new(
            secret=token,
            name=form.cleaned_data["name"],
            password=form.cleaned_data["password"],
            address=request.META.get("REMOTE_ADDR", ""),
            now=now(),
        )
        sign_in(request, user_id)
        return redirect("mfa_index")
    return fill(request, "access/invitation.html", form, welcome=welcome)


def _join_known(request: HttpRequest, token: str, welcome: Welcome) -> HttpResponse:
    if request.method == "POST" and request.user.is_authenticated:
        joined = invitations.accept_as_known(
            secret=token, user_id=request.user.pk, address=request.META.get("REMOTE_ADDR", ""), now=now()
        )
        request.session[PRACTICE] = str(joined)
        return redirect("/")
    return render(request, "access/invitation_known.html", {"welcome": welcome})
