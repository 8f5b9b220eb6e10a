"""The pages: from choosing a letter to the file in hand, and what each page refuses."""

import json
from uuid import UUID, uuid4

import pytest
from django.test import Client as Browser
from django.urls import reverse

from lijfspoor.practice.letters import views
from lijfspoor.practice.letters.models import LetterRow
from lijfspoor.practice.people.models import CareRelation
from tests import cast
from tests.practice.access.browsers import Answer
from tests.practice.letters import scenes

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>{{ 7|add:7 }}"


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "now", lambda: cast.NOW)


def browser(post: scenes.Post, who: str = "marjan") -> Browser:
    """A signed-in colleague."""
    opened = Browser()
    opened.force_login(post.house.user(who))
    return opened


def at(page: str, id_: UUID) -> str:
    """The address of a page of this room."""
    return reverse(f"letters:{page}", args=[id_])


def filled(post: scenes.Post, letter_id: UUID, **changed: str) -> dict[str, str]:
    """What the form of a draft posts."""
    row = post.letter(letter_id)
    values = {name: row.body[name] for name in ("concerning", "salutation", "closing")}
    values |= {f"text_{section['id']}": section["text"] for section in row.body["sections"]}
    values |= {f"keep_{section['id']}": "on" for section in row.body["sections"] if section["kept"]}
    return values | {"version": str(row.version)} | changed


def mothers(post: scenes.Post) -> UUID:
    """A draft with tips for Noor's mother."""
    return post.draft("parents", post.key(post.parents[0]))


def test_from_choosing_to_the_file_in_hand() -> None:
    post = scenes.child()
    at_desk = browser(post)
    chosen = {"letter": f"parents|{post.key(post.parents[0])}", "idempotency_key": str(uuid4())}
    new = at("new", post.treatment_id)
    assert "Tips voor thuis aan Eva Veldhuis (ouder of verzorger met gezag)" in at_desk.get(new).content.decode()
    first, second = at_desk.post(new, chosen), at_desk.post(new, chosen)
    assert first["Location"] == second["Location"]
    letter = LetterRow.objects.in_practice(post.house.practice.id).get().id
    saved = at_desk.post(at("letter", letter), filled(post, letter, text_more="Tot ziens", send="1"))
    assert saved["Location"] == at("send", letter)
    asked = at_desk.get(at("send", letter)).content.decode()
    assert scenes.EVA in asked
    assert "Wie gezag heeft over een kind onder 12 jaar, mag deze brief krijgen." in asked
    sent = at_desk.post(at("send", letter), {"version": "2", "how": "own_mail"}, follow=True).content.decode()
    assert "Verstuurd op 23 november 2026 door Marjan de Wit" in sent
    assert "Tot ziens" in sent
    file = at_desk.get(at("pdf", letter))
    assert file["Content-Type"] == "application/pdf"
    assert file["Content-Disposition"] == f'attachment; filename="brief-{letter.hex[:8].upper()}.pdf"'
    assert file["X-Content-Type-Options"] == "nosniff"
    assert file.content == bytes(post.letter(letter).pdf or b"")


def test_the_page_of_sending_names_who_still_has_to_say_yes_and_offers_no_way_to_send() -> None:
    post = scenes.child()
    letter = post.draft("school", post.key(post.contact("school", "Meester Tom")))
    page = browser(post).get(at("send", letter)).content.decode()
    assert "Toestemming om informatie te delen ontbreekt: Eva Veldhuis." in page
    assert "Leg vast als verstuurd" not in page
    refused = browser(post).post(at("send", letter), {"version": "1", "how": "printed"})
    assert refused.status_code == 409
    assert "Mark Smit" in refused.content.decode()


def test_releasing_to_someone_without_authority_is_asked_beside_its_field() -> None:
    post = scenes.child()
    letter = post.draft("parents", post.key(post.contact("caregiver", "Stiefvader Jan")))
    asked = browser(post).post(at("send", letter), {"version": "1", "how": "printed"})
    assert asked.status_code == 422
    assert "Zet hier een vinkje als u deze hoofdlijnen met opzet vrijgeeft." in asked.content.decode()
    done = browser(post).post(at("send", letter), {"version": "1", "how": "printed", "released": "on"})
    assert done.status_code == 302
    assert "met opzet vrijgegeven" in browser(post).get(at("letter", letter)).content.decode()


@pytest.mark.parametrize("page", ["letter", "preview"])
def test_hostile_text_is_shown_as_text(page: str) -> None:
    post = scenes.child()
    letter = mothers(post)
    browser(post).post(at("letter", letter), filled(post, letter, text_more=HOSTILE, salutation=HOSTILE))
    shown = browser(post).get(at(page, letter)).content.decode()
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7|add:7 }}" in shown


def autosave(post: scenes.Post, letter: UUID, **changed: str) -> Answer:
    """What the page gets while someone writes."""
    return browser(post).post(at("draft", letter), filled(post, letter) | changed)


def test_a_draft_is_kept_while_writing_and_two_texts_are_put_side_by_side() -> None:
    post = scenes.child()
    letter = mothers(post)
    kept = autosave(post, letter, text_more="van Marjan")
    assert json.loads(kept.content) == {"version": 2, "saved_at": "10.00"}
    late = autosave(post, letter, text_more="van Tess", version="1")
    assert late.status_code == 409
    merge = json.loads(late.content)["merge"]
    beside = browser(post).post(merge, filled(post, letter, text_more="van Tess", version="1")).content.decode()
    assert "van Marjan" in beside
    assert "van Tess" in beside
    assert 'name="version" value="2"' in beside
    without_script = browser(post).post(at("letter", letter), filled(post, letter, text_more="x", version="1"))
    assert without_script.status_code == 409
    assert "Er is niets overschreven" in without_script.content.decode()


def test_what_cannot_be_kept_says_why() -> None:
    post = scenes.child()
    letter = mothers(post)
    assert autosave(post, letter, salutation="").status_code == 422
    assert browser(post).post(at("letter", letter), filled(post, letter, concerning="")).status_code == 422
    assert autosave(post, letter, text_more="x" * 20_001).status_code == 422
    post.send(letter)
    assert "al verstuurd" in json.loads(autosave(post, letter).content)["message"]


def test_facts_that_are_left_out_are_not_in_the_letter() -> None:
    post = scenes.child()
    post.agree(*post.parents)
    letter = post.draft("interim", post.key(post.contact("gp", "dr. Post")))
    values = filled(post, letter)
    assert "Gehouden sessies" in browser(post).get(at("preview", letter)).content.decode()
    del values["keep_sessions"]
    browser(post).post(at("letter", letter), values)
    assert "Gehouden sessies" not in browser(post).get(at("preview", letter)).content.decode()


def test_bringing_up_to_date_and_throwing_away() -> None:
    post = scenes.child()
    letter = mothers(post)
    assert browser(post).post(at("renew", letter), {"version": "1"})["Location"] == at("letter", letter)
    assert "Dit concept weggooien?" in browser(post).get(at("drop", letter)).content.decode()
    assert browser(post).post(at("drop", letter))["Location"] == at("list", post.treatment_id)
    assert browser(post).get(at("letter", letter)).status_code == 404


def test_the_list_shows_drafts_and_what_was_sent() -> None:
    post = scenes.child()
    empty = browser(post).get(at("list", post.treatment_id)).content.decode()
    assert "Nog geen brieven verstuurd" in empty
    post.send(mothers(post))
    post.draft("parents", post.key(post.parents[1]))
    full = browser(post).get(at("list", post.treatment_id)).content.decode()
    assert "aan Eva Veldhuis (ouder of verzorger met gezag) · Marjan de Wit · 23 november 2026" in full
    assert "Concepten" in full


def test_nobody_to_write_to_is_said_calmly() -> None:
    post = scenes.adult()
    CareRelation.objects.in_practice(post.house.practice.id).filter(kind="leads").delete()
    assert "Er is nog niemand om aan te schrijven" in browser(post).get(at("new", post.treatment_id)).content.decode()


PAGES = ("letter", "preview", "pdf", "send", "drop")


@pytest.mark.parametrize(("who", "status"), [("marjan", 200), ("tess", 404), ("lea", 404), ("ab", 404)])
def test_a_draft_is_open_to_who_treats_and_does_not_exist_for_others(who: str, status: int) -> None:
    post = scenes.child()
    letter = mothers(post)
    for page in PAGES:
        answer = browser(post, who).get(at(page, letter))
        assert answer.status_code == status, page
        if status == 404:
            missing = browser(post, who).get(at(page, UUID(int=7)))
            assert abs(len(answer.content) - len(missing.content)) < 64
            assert b"Eva" not in answer.content


def test_another_practice_finds_no_letter_and_no_list() -> None:
    post = scenes.child()
    letter = mothers(post)
    elsa = Browser()
    elsa.force_login(cast.oever().user("elsa"))
    assert {elsa.get(at(page, letter)).status_code for page in PAGES} == {404}
    assert elsa.get(at("list", post.treatment_id)).status_code == 404
    assert elsa.get(at("new", post.treatment_id)).status_code == 404
    assert {elsa.post(at(page, letter)).status_code for page in ("draft", "merge", "renew", "drop")} == {404}


def test_without_signing_in_every_page_leads_to_the_door() -> None:
    post = scenes.child()
    letter = mothers(post)
    for page in PAGES:
        assert "/account/login/" in Browser().get(at(page, letter))["Location"]


def test_titles_of_pages_and_names_of_files_tell_nothing_about_the_client() -> None:
    post = scenes.child()
    letter = mothers(post)
    for page in ("letter", "preview", "send", "drop"):
        title = browser(post).get(at(page, letter)).content.decode().split("<title>")[1].split("</title>")[0]
        assert "Noor" not in title
        assert "Veldhuis" not in title
