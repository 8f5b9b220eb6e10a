"""Sending: who may get a letter is checked at that moment, and what was sent stays as it was for ever."""

import hashlib
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.intake.models import Referral
from lijfspoor.practice.letters import flows, paper
from lijfspoor.practice.letters.models import LetterRow
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.people.models import Authority
from lijfspoor.workbench.paper import Letter, PaperTookTooLong
from tests import cast
from tests.practice.letters import scenes
from tests.unit.workbench.paper.reading import opened, read_aloud, tight

pytestmark = pytest.mark.django_db

HOSTILE = '#read("/etc/passwd") *vet* $x$ <script>alert(1)</script> = kop @ref // weg [a] {b}'


def kinds(post: scenes.Post, who: str = "marjan") -> set[tuple[str, str]]:
    """The letters on offer: kind and name of the addressee."""
    _, choices = flows.read_choices(treatment_id=post.treatment_id, **post.when(who))
    return {(choice.kind.id, choice.addressee.name) for choice in choices}


def log(post: scenes.Post) -> list[tuple[str, str]]:
    """What the logbook says of letters, with the part of the addressee."""
    rows = LogEntry.objects.in_practice(post.house.practice.id).order_by("number")
    return [(row.kind, row.detail.get("to", "")) for row in rows if row.kind.startswith("letters.")]


@pytest.mark.requirement("S2-143", "S2-051", "S0-030")
def test_each_person_around_a_child_is_offered_the_letter_that_is_theirs() -> None:
    post = scenes.child()
    post.contact("school", "Meester Tom")
    post.contact("gp", "dr. Post")
    post.contact("caregiver", "Stiefvader Jan")
    post.contact("referrer", "Wijkteam Noord")
    assert kinds(post) == {
        ("start", "dr. Post"),
        ("interim", "dr. Post"),
        ("start", "Wijkteam Noord"),
        ("interim", "Wijkteam Noord"),
        ("start", "Lea Aalbers"),
        ("interim", "Lea Aalbers"),
        ("parents", "Eva Veldhuis"),
        ("parents", "Mark Smit"),
        ("parents", "Stiefvader Jan"),
        ("parents", "Ria Veldhuis"),
        ("school", "Meester Tom"),
    }


def test_a_letter_that_does_not_fit_someone_cannot_be_drafted() -> None:
    post = scenes.child()
    for kind in ("closing", "interim", "school", "nothing"):
        with pytest.raises(NotUnderstood):
            post.draft(kind, post.key(post.parents[0]))


def test_the_school_gets_nothing_as_long_as_one_parent_has_not_said_yes() -> None:
    post = scenes.child()
    eva, mark = post.parents
    letter = post.draft("school", post.key(post.contact("school", "Meester Tom")))
    post.agree(eva)
    with pytest.raises(NotPossible) as refused:
        post.send(letter)
    assert refused.value.reasons == ("Toestemming om informatie te delen ontbreekt: Mark Smit.",)
    assert post.letter(letter).sent_at is None
    post.agree(mark)
    assert post.send(letter).sent_at == cast.NOW
    post.agree(mark, given=False)
    again = post.draft("school", post.letter(letter).addressee["key"])
    with pytest.raises(NotPossible):
        post.send(again)


def test_the_lead_clinician_of_an_add_on_is_written_to_with_the_clients_consent() -> None:
    post = scenes.adult()
    lead = f"member:{post.house.members['lea'].id}"
    letter = post.draft("start", lead)
    with pytest.raises(NotPossible, match="kan nu niet weg"):
        post.send(letter)
    post.agree(None)
    sent = post.send(letter)
    assert sent.consents == [{"person": "client", "name": "Samira el Haddioui"}]
    assert "Geachte Lea Aalbers," in sent.text


def test_a_caregiver_without_authority_gets_only_what_was_released_on_purpose() -> None:
    post = scenes.child()
    jan = post.contact("caregiver", "Stiefvader Jan")
    letter = post.draft("parents", post.key(jan))
    with pytest.raises(NotUnderstood) as refused:
        post.send(letter)
    assert "released" in refused.value.fields
    sent = post.send(letter, released=True)
    assert sent.released
    assert log(post)[-1] == ("letters.letter_sent", "caregiver_without_authority")


def test_who_lost_authority_since_the_draft_gets_only_what_is_released() -> None:
    post = scenes.child()
    eva, _ = post.parents
    letter = post.draft("parents", post.key(eva))
    Authority.plain.create(
        practice=post.house.practice,
        client=post.client,
        contact=eva,
        holds_from=cast.LONG_AGO,
        until=cast.TODAY - timedelta(days=1),
        recorded_at=cast.NOW + timedelta(minutes=1),
        recorded_by="Marjan de Wit",
    )
    with pytest.raises(NotUnderstood):
        post.send(letter)


def test_who_left_the_network_since_the_draft_gets_nothing() -> None:
    post = scenes.child()
    tom = post.contact("school", "Meester Tom")
    post.agree(*post.parents)
    letter = post.draft("school", post.key(tom))
    tom.ended_on = cast.TODAY
    tom.save()
    with pytest.raises(NotPossible) as refused:
        post.send(letter)
    assert "Meester Tom (school)" in refused.value.reasons[0]


def test_a_guardian_takes_the_place_of_parents() -> None:
    post = scenes.child()
    voogd = post.contact("guardian", "Voogdij Zeeland")
    Authority.plain.create(
        practice=post.house.practice,
        client=post.client,
        contact=voogd,
        guardian=True,
        holds_from=cast.LONG_AGO,
        recorded_at=cast.NOW,
        recorded_by="Marjan de Wit",
    )
    assert ("guardian", "Voogdij Zeeland") in kinds(post)
    assert not post.send(post.draft("guardian", post.key(voogd))).released
    with pytest.raises(NotUnderstood):
        post.send(post.draft("parents", post.key(post.parents[0])))


def test_no_letter_holds_the_address_phone_or_mail_of_someone_else_at_home() -> None:
    post = scenes.child()
    tom, gp = post.contact("school", "Meester Tom"), post.contact("gp", "dr. Post")
    eva, mark = post.parents
    post.agree(eva, mark)
    everyone = [("parents", eva), ("parents", mark), ("school", tom), ("start", gp), ("interim", gp)]
    for kind, who in everyone:
        text = post.send(post.draft(kind, post.key(who))).text
        for parent in (eva, mark):
            found = [marker for marker in (parent.street, parent.phone, parent.email) if marker in text]
            assert found == ([parent.street] if who is parent else [])


def test_an_address_of_the_other_parent_that_was_typed_holds_the_letter_back() -> None:
    post = scenes.child()
    eva, mark = post.parents
    letter = post.draft("parents", post.key(eva))
    post.edit(letter, more=f"Noor is dit weekend op de {mark.street}.")
    with pytest.raises(NotPossible) as refused:
        post.send(letter)
    assert refused.value.reasons == ("In de brief staat een adres, telefoon of mail van Mark Smit. Haal dat weg.",)
    post.edit(letter, more=f"U woont op de {eva.street}.")
    assert post.send(letter).sent_at


def test_the_childs_own_address_stays_out_of_what_goes_home() -> None:
    post = scenes.child()
    eva, mark = post.parents
    post.client.street = mark.street
    post.client.save()
    mark.street = ""
    mark.save()
    letter = post.draft("parents", post.key(eva))
    post.edit(letter, more="Noor woont aan de Wadlaan 12.")
    with pytest.raises(NotPossible):
        post.send(letter)


@pytest.mark.parametrize("change", ["text = 'anders'", "sent_at = NULL", "pdf = NULL", "handed_over = 'own_mail'"])
def test_a_sent_letter_cannot_be_changed_by_anyone(change: str) -> None:
    post = scenes.child()
    letter = post.send(post.draft("parents", post.key(post.parents[0])))
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE letters_letterrow SET {change}")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM letters_letterrow")
    assert post.letter(letter.id).text == letter.text


def test_sending_twice_sends_once() -> None:
    post = scenes.child()
    letter = post.draft("parents", post.key(post.parents[0]))
    first = post.send(letter)
    flows.send_letter(
        letter_id=letter, version=1, how="own_mail", released=False, actor=post.actor(), day=post.day,
        now=cast.NOW + timedelta(hours=1),
    )  # fmt: skip
    assert post.letter(letter).sent_at == first.sent_at
    assert [kind for kind, _ in log(post)].count("letters.letter_sent") == 1


def test_a_sent_letter_is_no_draft_any_more() -> None:
    post = scenes.child()
    letter = post.send(post.draft("parents", post.key(post.parents[0]))).id
    with pytest.raises(NotPossible):
        post.edit(letter, more="anders")
    with pytest.raises(NotPossible):
        flows.drop_draft(letter_id=letter, **post.when())
    with pytest.raises(NotPossible):
        flows.renew_draft(letter_id=letter, version=1, **post.when())


def test_the_file_says_what_the_page_says_and_hostile_text_stays_text() -> None:
    post = scenes.child()
    letter = post.draft("parents", post.key(post.parents[0]))
    post.edit(letter, more=HOSTILE)
    sent = post.send(letter)
    file, name = flows.read_pdf(letter_id=letter, **post.when())
    aloud, place = read_aloud(file), 0
    for line in sent.text.splitlines():
        for part in line.removeprefix("- ").replace(": ", " | ").split(" | "):
            place = aloud.index(tight(part).removesuffix(":"), place)
    assert tight(HOSTILE) in aloud
    assert HOSTILE in sent.text
    assert "CONCEPT" not in aloud
    assert hashlib.sha256(file).hexdigest() == sent.fingerprint
    assert name == f"brief-{letter.hex[:8].upper()}.pdf"
    assert "Noor" not in str(opened(file).metadata)


def test_a_draft_on_paper_is_marked_as_such() -> None:
    post = scenes.child()
    letter = post.draft("parents", post.key(post.parents[0]))
    file, name = flows.read_pdf(letter_id=letter, **post.when())
    assert "CONCEPT" in "".join(page.extract_text() for page in opened(file).pages)
    assert name.startswith("concept-")


def test_when_the_press_fails_nothing_is_sent_and_the_draft_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    post = scenes.child()
    letter = post.draft("parents", post.key(post.parents[0]))

    def stuck(_letter: Letter) -> bytes:
        raise PaperTookTooLong("stuck")

    monkeypatch.setattr(paper, "render_letter", stuck)
    with pytest.raises(NotPossible, match="concept is bewaard"):
        post.send(letter)
    assert post.letter(letter).sent_at is None
    assert "letters.letter_sent" not in {kind for kind, _ in log(post)}


def test_consent_taken_back_while_the_letter_is_set_still_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    post = scenes.child()
    eva, mark = post.parents
    post.agree(eva, mark)
    letter = post.draft("school", post.key(post.contact("school", "Meester Tom")))

    def meanwhile(_letter: Letter) -> bytes:
        post.agree(mark, given=False)
        return b"%PDF-"

    monkeypatch.setattr(paper, "render_letter", meanwhile)
    with pytest.raises(NotPossible):
        post.send(letter)
    assert post.letter(letter).sent_at is None


def test_two_writers_never_overwrite_each_other() -> None:
    post = scenes.child()
    cast.relate(post.house, post.client, "tess", "stands_in")
    letter = post.draft("parents", post.key(post.parents[0]))
    post.edit(letter, "tess", more="van Tess")
    with pytest.raises(ChangedMeanwhile):
        post.edit(letter, version=1, more="van Marjan")
    with pytest.raises(ChangedMeanwhile):
        post.send(letter, version=1)
    assert "van Tess" in str(post.letter(letter).body)


def test_facts_of_a_draft_are_brought_up_to_date_and_own_words_stay() -> None:
    post = scenes.child()
    post.agree(*post.parents)
    letter = post.draft("interim", post.key(post.contact("gp", "dr. Post")))
    post.edit(letter, seen="Noor lachte veel.")
    post.add(f.PhaseMoved, to_phase="relationship", reason="zij zoekt contact", on=cast.TODAY)
    assert flows.read_letter(letter_id=letter, **post.when()).stale
    flows.renew_draft(letter_id=letter, version=2, **post.when())
    view = flows.read_letter(letter_id=letter, **post.when())
    assert not view.stale
    assert "verder naar fase 2, Relatie. Reden: zij zoekt contact." in view.text
    assert "Noor lachte veel." in view.text


def test_a_lead_clinician_reads_what_was_sent_to_referrer_or_lead_clinician_and_nothing_else() -> None:
    post = scenes.child()
    post.agree(*post.parents)
    lead = f"member:{post.house.members['lea'].id}"
    theirs, draft = post.send(post.draft("start", lead)).id, post.draft("start", lead)
    at_home = post.send(post.draft("parents", post.key(post.parents[0]))).id
    assert flows.read_letter(letter_id=theirs, **post.when("lea")).line.title == "Startbericht"
    for closed in (draft, at_home):
        with pytest.raises(NotFound):
            flows.read_letter(letter_id=closed, **post.when("lea"))
        with pytest.raises(NotFound):
            flows.read_pdf(letter_id=closed, **post.when("lea"))
    found = flows.read_letters(treatment_id=post.treatment_id, **post.when("lea"))
    assert [line.id for line in found.lines] == [theirs]
    with pytest.raises(NotAllowed):
        post.draft("start", lead, "lea")


def test_the_administration_does_not_learn_that_a_letter_exists() -> None:
    post = scenes.child()
    letter = post.draft("parents", post.key(post.parents[0]))
    with pytest.raises(NotFound):
        flows.read_letter(letter_id=letter, **post.when("ab"))
    with pytest.raises(NotFound):
        flows.read_letter(letter_id=UUID(int=5), **post.when("ab"))
    with pytest.raises(NotAllowed):
        flows.read_letters(treatment_id=post.treatment_id, **post.when("ab"))


@pytest.mark.parametrize("who", ["tess", "elsa"])
def test_a_colleague_without_relation_and_another_practice_find_nothing(who: str) -> None:
    post = scenes.child()
    elsewhere = cast.oever()
    actor = post.actor("tess") if who == "tess" else elsewhere.actor("elsa")
    letter = post.draft("parents", post.key(post.parents[0]))
    when = post.when() | {"actor": actor}
    for read in (flows.read_letter, flows.read_pdf, flows.read_sending, flows.drop_draft):
        with pytest.raises(NotFound):
            read(letter_id=letter, **when)
    with pytest.raises(NotFound):
        flows.send_letter(letter_id=letter, version=1, how="printed", released=False, **when)
    with pytest.raises(NotFound):
        flows.read_letters(treatment_id=post.treatment_id, **when)
    assert flows.letters_of(practice_id=elsewhere.practice.id, client_id=post.client.id) == ()


def test_everything_done_with_a_letter_is_in_the_logbook() -> None:
    post = scenes.child()
    letter = post.draft("parents", post.key(post.parents[0]))
    post.edit(letter, more="x")
    flows.read_letter(letter_id=letter, **post.when())
    post.send(letter)
    flows.read_pdf(letter_id=letter, **post.when())
    flows.drop_draft(letter_id=post.draft("parents", post.key(post.parents[1])), **post.when())
    assert [kind.removeprefix("letters.letter_") for kind, _ in log(post)] == [
        "drafted",
        "saved",
        "read",
        "sent",
        "printed",
        "drafted",
        "dropped",
    ]


def test_lists_cost_one_query_each_and_leave_the_content_where_it_is() -> None:
    post = scenes.child()
    for parent in post.parents:
        post.draft("parents", post.key(parent))
    with CaptureQueriesContext(connection) as asked:
        drafts = flows.drafts_of(practice_id=post.house.practice.id, member_id=post.house.members["marjan"].id)
    with CaptureQueriesContext(connection) as asked_too:
        lines = flows.letters_of(practice_id=post.house.practice.id, client_id=post.client.id)
    assert len(asked) == len(asked_too) == 1
    assert len(drafts) == len(lines) == 2
    assert '"letters_letterrow"."body"' not in asked[0]["sql"] + asked_too[0]["sql"]


def test_the_referrer_of_the_referral_is_written_to_at_the_address_they_gave() -> None:
    post = scenes.child()
    post.agree(*post.parents)
    referral = {
        "practice": post.house.practice,
        "client": post.client,
        "treatment_id": post.treatment_id,
        "came_by": "typed",
        "referrer_name": "dr. Bos",
        "referrer_organisation": "De Wierden",
        "referrer_address": "Markt 2, Duinstad",
        "reason": "Boos na schooltijd",
        "received_on": cast.TODAY,
        "recorded_at": cast.NOW,
        "recorded_by": "Ab Kramer",
    }
    made = Referral.plain.create(identity="een", route="institution", **referral)
    text = post.send(post.draft("start", f"referral:{made.id}")).text
    assert "De Wierden\ndr. Bos\nMarkt 2, Duinstad" in text
    assert "aangemeld door dr. Bos, De Wierden.\n\nDe reden van aanmelding was:\nBoos na schooltijd" in text


def test_a_parent_who_registered_their_own_child_gets_no_report_as_referrer() -> None:
    post = scenes.child()
    Referral.plain.create(
        practice=post.house.practice,
        client=post.client,
        treatment_id=post.treatment_id,
        identity="een",
        came_by="typed",
        route="private",
        referrer_name="Eva Veldhuis",
        received_on=cast.TODAY,
        recorded_at=cast.NOW,
        recorded_by="Ab Kramer",
    )
    assert {kind for kind, name in kinds(post) if name == "Eva Veldhuis"} == {"parents"}


def test_a_file_that_is_no_longer_what_was_sent_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    post = scenes.child()
    letter = post.send(post.draft("parents", post.key(post.parents[0]))).id
    monkeypatch.setattr("lijfspoor.practice.letters.store.pdf", lambda *_: b"%PDF- anders")
    with pytest.raises(NotPossible, match="niet meer zoals"):
        flows.read_pdf(letter_id=letter, **post.when())


def test_an_empty_letter_is_not_sent() -> None:
    post = scenes.child()
    letter = post.draft("parents", post.key(post.parents[0]))
    body = post.letter(letter).body
    LetterRow.objects.in_practice(post.house.practice.id).update(body=body | {"sections": []})
    with pytest.raises(NotPossible) as refused:
        post.send(letter)
    assert refused.value.reasons == ("De brief is nog leeg.",)


def test_the_signature_names_the_one_who_sends_with_profession_and_register() -> None:
    post = scenes.child()
    post.house.members["marjan"].profession = "psychomotorisch kindertherapeut"
    post.house.members["marjan"].save()
    letter = post.draft("parents", post.key(post.parents[0]))
    text = post.send(letter).text
    end = "Marjan de Wit\npsychomotorisch kindertherapeut\nKwaliteitsregister Vaktherapie: 123"
    assert end in text
    assert "Duinstad, 23 november 2026" in text
