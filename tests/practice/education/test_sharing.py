"""Giving a card: who may get it, what is kept of it, and that what was given stays as it was."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.education import flows
from lijfspoor.practice.education.details import ShareLine
from lijfspoor.practice.education.models import SharedCard
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.people.models import Contact
from tests import cast
from tests.practice.letters import scenes

pytestmark = pytest.mark.django_db
BLOCK, WINDOW, CLASS = "block-basic-safety-parent@1.0", "window-client@1.0", "window-teacher@1.0"


def share(post: scenes.Post, pin: str, recipient: str = "client", who: str = "marjan", **more: Any) -> UUID:
    usual = {"language": "nl", "how": "handed", "on": post.day, "session": None, "as_talk": False}
    given: dict[str, Any] = usual | more
    return flows.share_card(treatment_id=post.treatment_id, pin=pin, recipient=recipient, **given, **post.when(who))


def key(contact: Contact) -> str:
    return f"contact:{contact.id}"


def given(post: scenes.Post) -> tuple[ShareLine, ...]:
    return flows.shared_with(practice_id=post.house.practice.id, client_id=post.client.id)


def test_what_is_kept_says_who_gave_which_version_to_whom_how_and_when() -> None:
    post = scenes.adult()
    session = post.plan(post.day + timedelta(days=1))[0]
    share(post, WINDOW, language="en", how="mailed", on=post.day - timedelta(days=1), session=session)
    (line,) = given(post)
    assert (line.card_id, line.version, line.language, line.how) == ("window-client", "1.0", "Engels", "zelf gemaild")
    assert (line.to, line.by) == ("Samira el Haddioui (cliënt)", "Marjan de Wit")
    assert (line.on, line.session_id) == (post.day - timedelta(days=1), session)
    entry = LogEntry.plain.get(kind="education.card_shared")
    assert entry.detail == {"card": WINDOW, "to": "client", "how": "mailed"}


@pytest.mark.requirement("S2-073")
def test_explanation_to_a_parent_can_be_kept_as_a_talk_too() -> None:
    post = scenes.child()
    share(post, BLOCK, key(post.parents[0]), as_talk=True)
    (talk,) = post.facts(f.TalkHeld)
    assert (talk.audience, talk.mode) == ("caregivers", "psycho_education")
    assert "Bouwsteen 1: basisveiligheid" in talk.summary


def test_a_card_alone_is_no_talk() -> None:
    post = scenes.child()
    share(post, BLOCK, key(post.parents[0]))
    assert post.facts(f.TalkHeld) == []


def test_school_learns_nothing_until_everyone_who_decides_said_yes() -> None:
    post = scenes.child()
    school = post.contact("school", "Juf Mia")
    with pytest.raises(NotUnderstood) as refused:
        share(post, CLASS, key(school))
    assert "Toestemming om informatie te delen ontbreekt" in refused.value.fields["recipient"]
    assert given(post) == ()
    post.agree(*post.parents)
    share(post, CLASS, key(school))
    assert [line.to for line in given(post)] == ["Juf Mia (school)"]


def test_a_client_needs_no_consent_of_anyone_and_a_relative_does() -> None:
    post = scenes.adult()
    share(post, WINDOW)
    child = scenes.child(post.house)
    assert child.grandmother
    with pytest.raises(NotUnderstood):
        share(child, BLOCK, key(child.grandmother))
    child.agree(*child.parents)
    share(child, BLOCK, key(child.grandmother))


def test_a_card_goes_only_to_a_reader_it_was_written_for() -> None:
    post = scenes.child()
    for pin, recipient in ((BLOCK, "client"), (CLASS, key(post.parents[0])), (WINDOW, key(post.parents[0]))):
        with pytest.raises(NotUnderstood) as refused:
            share(post, pin, recipient)
        assert refused.value.fields == {"recipient": "Kies iemand uit de lijst."}


def test_what_cannot_have_been_is_refused() -> None:
    post = scenes.adult()
    with pytest.raises(NotUnderstood, match="ingevuld") as refused:
        share(post, WINDOW, on=post.day + timedelta(days=1))
    assert "on" in refused.value.fields
    other = scenes.child(post.house)
    session = other.plan(other.day + timedelta(days=1))[0]
    with pytest.raises(NotUnderstood) as refused:
        share(post, WINDOW, session=session)
    assert "session" in refused.value.fields
    with pytest.raises(NotFound):
        share(post, "window-client@9.9")


def test_only_who_treats_gives_and_who_leads_reads() -> None:
    post = scenes.child()
    made = share(post, BLOCK, key(post.parents[0]))
    for who, refusal in (("lea", NotAllowed), ("ab", NotAllowed), ("tess", NotFound)):
        with pytest.raises(refusal):
            share(post, BLOCK, key(post.parents[0]), who)
    assert flows.read_shared(share_id=made, **post.when("lea")).may_take_back is False
    with pytest.raises(NotAllowed):
        flows.read_shared(share_id=made, **post.when("ab"))
    elsa: dict[str, Any] = {"actor": cast.oever().actor("elsa"), "day": post.day, "now": post.now}
    with pytest.raises(NotFound):
        flows.read_shared(share_id=made, **elsa)


def test_a_mistake_is_said_so_once_and_both_rows_stay() -> None:
    post = scenes.child()
    made = share(post, BLOCK, key(post.parents[0]))
    with pytest.raises(NotUnderstood):
        flows.take_back(share_id=made, reason=" ", **post.when())
    flows.take_back(share_id=made, reason="Verkeerde ouder", **post.when())
    (line,) = given(post)
    assert line.taken_back == "Verkeerde ouder"
    assert SharedCard.plain.count() == 2
    with pytest.raises(NotPossible):
        flows.take_back(share_id=made, reason="Nog eens", **post.when())
    offer = flows.read_offer(treatment_id=post.treatment_id, audience="parent", **post.when())
    assert offer.before("block-basic-safety-parent") == ()


def test_what_was_given_cannot_be_changed_by_anyone() -> None:
    post = scenes.adult()
    share(post, WINDOW)
    for change in ("UPDATE education_sharedcard SET card = 'x'", "DELETE FROM education_sharedcard"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change)
    assert len(given(post)) == 1


@pytest.mark.requirement("S2-120")
def test_parents_are_offered_the_card_of_the_present_building_block_first() -> None:
    post = scenes.child()
    offer = flows.read_offer(treatment_id=post.treatment_id, audience="parent", **post.when())
    blocks = [fit.card.id for fit in offer.fits if fit.card.blocks]
    assert blocks
    assert [fit.card.id for fit in offer.fits][: len(blocks)] == blocks
    assert "block-basic-safety-parent" in blocks
    assert "block-autonomy-parent" not in blocks
    assert offer.names[offer.fits[0].reasons[0].name].startswith("bouwsteen ")


def test_the_offer_costs_as_many_queries_however_much_was_given() -> None:
    post = scenes.child()

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            flows.read_offer(treatment_id=post.treatment_id, audience="parent", **post.when())
        return len(asked)

    share(post, BLOCK, key(post.parents[0]))
    queries()
    few = queries()
    for _ in range(5):
        share(post, BLOCK, key(post.parents[0]))
    assert queries() == few
