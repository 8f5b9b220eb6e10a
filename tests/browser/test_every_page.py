"""Every page of the practice can be used by everyone: axe, a phone, a narrow window, dark and light (WCAG 2.2 AA)."""

from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from lijfspoor.domain.pathways.facts import TreatmentBesideNoted
from lijfspoor.practice.access.actor import Role
from lijfspoor.practice.access.invitations import invite
from lijfspoor.practice.counsel import flows as counsel
from lijfspoor.practice.counsel.models import CaseDraft, CaseQuestion
from lijfspoor.practice.education.models import SharedCard
from lijfspoor.practice.groups.models import GroupNote, Meeting
from lijfspoor.practice.pathway import store
from lijfspoor.practice.pathway.models import Treatment
from lijfspoor.practice.tenancy import clock
from lijfspoor.practice.treatment.models import Note
from tests.browser import demo as the_demo
from tests.browser.walk import Walk, every_name

pytestmark = pytest.mark.django_db(transaction=True)

DARK = {"desk:today", "desk:file", "desk:clients", "treatment:session", "treatment:decision", "intake:overview"}
ONLY_SENT = """
    access:sign_out_elsewhere access:switch intake:paper_continue intake:paper_draft intake:paper_merge intake:start
    exercises:caution_end exercises:show treatment:choose_exercise
    groups:draft groups:fill groups:merge treatment:trauma_session_drop
    authoring:add authoring:autosave authoring:merge authoring:move authoring:remove
    counsel:answer counsel:ask counsel:autosave counsel:close counsel:invite counsel:withdraw
    letters:draft letters:merge letters:renew people:authority treatment:ask_lead treatment:change_therapist
    treatment:close treatment:decision_close treatment:decision_propose treatment:decision_voice treatment:goal_agree
    treatment:hold_session treatment:note_draft treatment:note_merge treatment:practised treatment:sign treatment:taper
"""
NEEDS_A_SECOND_FACTOR = """
    mfa_authenticate mfa_deactivate_totp mfa_download_recovery_codes mfa_edit_webauthn mfa_generate_recovery_codes
    mfa_list_webauthn mfa_login_webauthn mfa_reauthenticate mfa_reauthenticate_webauthn mfa_remove_webauthn
    mfa_view_recovery_codes
"""
CLOSED_OR_BY_MAIL = """
    account_code_closed account_confirm_email account_confirm_login_code account_email account_email_closed
    account_email_verification_sent account_inactive account_mail_closed account_mails_closed account_set_password
    account_reset_password_from_key account_reset_password_from_key_done account_signup
"""
NOT_SEEN = {
    **dict.fromkeys(ONLY_SENT.split(), "takes what a form sends and leads on to a page"),
    **dict.fromkeys(NEEDS_A_SECOND_FACTOR.split(), "nobody in the demo has one; see test_second_factor"),
    **dict.fromkeys(CLOSED_OR_BY_MAIL.split(), "closed, or opened from a mail"),
    "access:first_owner": "there is an owner",
    "letters:pdf": "a download",
    "discovery:robots": "read by machines",
    "discovery:sitemap": "read by machines",
    "site:first_talk_asked": "what one comes to by asking for a first talk",
    "exchange:imported": "nobody sent a file; looked at in the story from a file",
    "intake:override": "nobody in intake has a contra-indication now; looked at in the story of attachment",
}
"""Addresses that this walk does not open, each with the reason."""

NOT_LINKED = ("look:components", "account_logout")
"""Pages that no link of these leads to; they are opened all the same."""


@pytest.fixture
def walker(page: Page, live_server: LiveServer, demo: None) -> Walk:
    """Someone who walks through the demo practice."""
    return Walk(page, live_server.url, set(NOT_SEEN), DARK)


def test_every_page_can_be_used_by_everyone(walker: Walk) -> None:
    invited, asked = invitation(), asked_outside()
    the_demo.sign_in(walker.page, walker.base, "marjan")
    walker.go("/vandaag/", *starts(), *map(reverse, NOT_LINKED))
    walker.page.context.clear_cookies()
    walker.go("/account/login/", reverse("account_reset_password_done"), invited, asked, "/hulp/")
    seen = set(walker.found)
    wrong = {"faults": walker.faults, "seen": seen & set(NOT_SEEN), "unseen": every_name() - seen - set(NOT_SEEN)}
    assert not any(wrong.values()), "\n".join(f"{what} {one}" for what, those in wrong.items() for one in those)


@pytest.mark.parametrize("who", ["tess", "lea", "ab"])
def test_every_page_of_a_colleague_can_be_used_by_everyone(walker: Walk, who: str) -> None:
    the_demo.sign_in(walker.page, walker.base, who)
    walker.go("/vandaag/")
    assert not walker.faults, walker.faults
    assert {"desk:today", "desk:file", "desk:clients"} <= set(walker.found)


def starts() -> list[str]:
    """Pages of someone still in intake, of a note that is signed, and of a module with phases."""
    signed = Note.plain.filter(client__given="Mila", session__isnull=False, signed_at__isnull=False).latest("saved_at")
    return [
        of_treatment("Daan", "intake:overview"),
        of_treatment("Imane", "intake:overview"),
        reverse("intake:paper_step", args=[treatment("Daan"), "examination:behaviour-observation", 1]),
        f"{the_demo.write_letter('Mila')}versturen/",
        reverse("intake:paper_check", args=[treatment("Daan"), "examination:behaviour-observation"]),
        of_treatment("Joris", "treatment:subgoals"),
        of_treatment("Imane", "intake:goals"),
        the_demo.session_today("Joris"),
        f"{the_demo.session_today('Joris')}niet-doorgegaan/",
        of_treatment("Mila", "treatment:subgoals"),
        reverse("treatment:version", args=[treatment("Mila"), "1.0"]),
        reverse("library:differences", args=["walking-outside@1.1", "walking-outside@1.0"]),
        reverse("counsel:look_over", args=[CaseDraft.plain.get().id]),
        reverse("treatment:session", args=[signed.session_id]),
        reverse("education:shared", args=[SharedCard.plain.get(client__given="Mila").id]),
        of_treatment("Mirte", "intake:variants"),
        of_treatment("Mirte", "intake:diagnostic_phase"),
        *beside_hidde(),
        reverse("groups:drop", args=[Meeting.plain.latest("starts_at").id]),
        of_treatment("Mila", "treatment:joining"),
        of_treatment("Mila", "groups:choose"),
        reverse("groups:amend", args=[GroupNote.plain.exclude(signed_at=None).earliest("signed_at").meeting_id]),
    ]


def beside_hidde() -> list[str]:
    """Pages on the treatment beside Hidde's."""
    own = treatment("Hidde")
    facts = store.facts_of(Treatment.plain.get(id=own).practice_id, (own,))[own]
    beside = next(each.beside for each in facts if isinstance(each, TreatmentBesideNoted))
    return [
        reverse("treatment:beside_change", args=[own, beside]),
        reverse("treatment:trauma_session", args=[own, beside]),
    ]


def of_treatment(given: str, name: str) -> str:
    """The address of a page of a client's treatment, by first name."""
    return reverse(name, args=[treatment(given)])


def treatment(given: str) -> UUID:
    """The treatment of a client of the demo, by first name."""
    found: Treatment = Treatment.plain.get(client__given=given)
    return found.id


def invitation() -> str:
    """Where someone who was invited comes in."""
    secret = invite(
        actor=the_demo.actor("marjan"),
        name="Nora Verzonnen",
        email="nora@elders.example",
        profession="",
        roles=(Role.THERAPIST,),
        now=clock.now(),
    )
    return reverse("access:invitation", args=[secret])


def asked_outside() -> str:
    """Where an expert who was asked comes in."""
    question = CaseQuestion.plain.get()
    secret = counsel.invite(
        actor=the_demo.actor("tess"), question_id=question.id, name="Nora Verzonnen", field="trauma", now=clock.now()
    )
    return reverse("counsel:expert", args=[secret])
