"""Finding a client."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from lijfspoor.domain.pathways import facts as f
from tests import cast
from tests.practice.desk import desk
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> tuple[Scene, Scene]:
    """Noor under way and Samira closed, both with Marjan."""
    noor = scenes.attachment()
    samira = scenes.addon(noor.house)
    samira.add(f.TreatmentClosed, reason="goals-reached", next_step="", words="", on=cast.TODAY)
    return desk.keep(noor), desk.keep(samira)


def found(scene: Scene, who: str = "marjan", **query: str) -> list[str]:
    read = desk.words(desk.get(scene.house, "clients", who=who, **query))
    return [name for name in ("Noor Veldhuis", "Samira el Haddioui") if name in read]


@pytest.mark.parametrize("q", ["vel", "NOOR", "noor vel", "06-05-2019", "6-5-2019", "2019-05-06", "06/05/2019"])
def test_a_client_is_found_by_part_of_the_name_or_by_birth_date(two: tuple[Scene, Scene], q: str) -> None:
    assert found(two[0], q=q) == ["Noor Veldhuis"]


@pytest.mark.parametrize(
    ("stand", "names"),
    [
        ("", ["Noor Veldhuis", "Samira el Haddioui"]),
        ("running", ["Noor Veldhuis"]),
        ("under_way", ["Noor Veldhuis"]),
        ("closed", ["Samira el Haddioui"]),
        ("intake", []),
        ("nonsense", ["Noor Veldhuis", "Samira el Haddioui"]),
    ],
)
def test_clients_are_narrowed_by_where_they_are(two: tuple[Scene, Scene], stand: str, names: list[str]) -> None:
    assert found(two[0], stand=stand) == names


def test_a_line_says_who_along_what_where_and_what_comes(two: tuple[Scene, Scene]) -> None:
    noor, _ = two
    noor.plan(cast.TODAY + timedelta(days=1), at=time(10, 30))
    noor.held(4)
    cast.consent(noor.house, noor.client, "treatment", noor.father, given=False)
    desk.keep(noor)
    read = desk.words(desk.get(noor.house, "clients", q="noor"))
    assert "Noor Veldhuis 7 jaar · PMKT bij hechting" in read
    assert "fase 1, regulatie · 4 sessies geweest" in read
    assert "Volgende sessie dinsdag 24 november, 10.30" in read
    assert "1 ding wacht" in read


def test_a_therapist_finds_own_clients_only_whatever_is_asked(two: tuple[Scene, Scene]) -> None:
    assert found(two[0], "tess") == []
    assert found(two[0], "tess", wie="alle") == []
    assert found(two[0], "tess", q="noor", wie="alle") == []


def test_the_owner_chooses_between_own_clients_and_the_whole_practice(two: tuple[Scene, Scene]) -> None:
    tess = cast.adult(two[0].house, therapist="tess", lead="", called="Saar")
    assert tess.called == "Saar"
    own = desk.words(desk.get(two[0].house, "clients"))
    everyone = desk.words(desk.get(two[0].house, "clients", wie="alle"))
    assert "2 cliënten" in own
    assert "3 cliënten" in everyone
    assert "Saar el Haddioui" in everyone


def test_of_clients_one_only_administers_the_list_tells_nothing_of_the_treatment(two: tuple[Scene, Scene]) -> None:
    read = desk.words(desk.get(two[0].house, "clients", who="ab"))
    assert "Noor Veldhuis 7 jaar" in read
    assert not [word for word in ("PMKT", "fase", "sessies geweest", "afgerond ", "wacht") if word in read]


def test_nobody_found_says_how_to_look_and_a_new_practice_how_to_begin(two: tuple[Scene, Scene]) -> None:
    assert "Niemand gevonden" in desk.words(desk.get(two[0].house, "clients", q="zzz"))
    fresh = desk.get(cast.oever(), "clients", who="elsa")
    assert "Nog geen cliënten" in desk.words(fresh)
    assert reverse("intake:refer") in fresh.content.decode()


def test_the_list_comes_in_pages_of_25() -> None:
    house = cast.duinrand()
    for number in range(26):
        cast.adult(house, lead="", called=f"Client{number:02}")
    first, second = desk.get(house, "clients"), desk.get(house, "clients", page="2")
    assert first.content.decode().count('class="client"') == 25
    assert second.content.decode().count('class="client"') == 1
    assert "Bladzijde 2 van 2" in desk.words(second)


@pytest.mark.parametrize("q", ["<script>alert(1)</script>", "%", "_", "' OR 1=1 --", "\\", "é" * 119])
def test_whatever_is_typed_is_only_looked_for(two: tuple[Scene, Scene], q: str) -> None:
    page = desk.get(two[0].house, "clients", q=q)
    assert page.status_code == 200
    assert "Niemand gevonden" in desk.words(page)
    assert "<script>alert" not in page.content.decode()


def test_looking_leaves_one_entry_that_names_everyone_shown(two: tuple[Scene, Scene]) -> None:
    before = len(desk.entries(two[0].house))
    desk.get(two[0].house, "clients")
    assert len(desk.entries(two[0].house)) == before + 1
    (entry,) = desk.entries(two[0].house, "desk.clients_read")
    assert set(entry.clients) == {str(two[0].client.id), str(two[1].client.id)}
