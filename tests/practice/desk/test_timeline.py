"""All treatments of a client on one line of time, with movement before or after a trauma session."""

import re
from datetime import date, timedelta
from functools import partial

import pytest
from django.urls import reverse

from lijfspoor.domain.pathways import facts as f
from lijfspoor.domain.pathways.plans import MovementPlan
from tests import cast
from tests.practice.desk import desk
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db
SINCE = date(2026, 9, 7)


@pytest.fixture
def samira() -> Scene:
    """Movement here, EMDR by a colleague outside, with three days of trauma processing."""
    scene = scenes.movement()
    scene.add(
        f.TreatmentBesideNoted,
        beside="emdr",
        name="EMDR",
        by_whom="Joris Prins",
        where="De Brug",
        since=SINCE,
        trauma=True,
    )
    for week in range(3):
        on = cast.TODAY + timedelta(weeks=week - 1)
        scene.add(partial(f.TraumaSessionNoted, moment=f"d{week}", beside="emdr", on=on, at="14:30"))
    plan = MovementPlan(
        route="enhancer", what="Loopband", minutes=30, beside="emdr", timing="before", offset_minutes=15
    )
    scene.add(f.MovementPrescribed, movement="m", plan=plan, on=cast.TODAY - timedelta(days=2))
    return scene


def shown(scene: Scene) -> str:
    return desk.get(scene.house, "file", scene.client.id).content.decode()


@pytest.mark.requirement("S4-017", "S4-028", "S4-003")
def test_a_treatment_elsewhere_and_movement_before_its_trauma_sessions_stand_on_one_line(samira: Scene) -> None:
    html = shown(samira)
    told = desk.section(desk.get(samira.house, "file", samira.client.id), "samen")
    assert "EMDR · Joris Prins, De Brug : vanaf 7 september 2026, loopt nog, 3 dagen van traumaverwerking" in told
    assert "bij 2 dagen bewegen ervoor" in told, "the first day came before it was agreed"
    assert "14:30 uur: EMDR. Loopband, 15 minuten vóór de traumasessie" in told
    (wide,) = re.findall(r'<svg[^>]*class="river__wide"[^>]*aria-labelledby="tijdlijn-wide-t.*?</svg>', html, re.DOTALL)
    assert wide.count('class="timeline__trauma"') == 3
    assert wide.count('class="timeline__near"') == 2
    trauma = [float(x) for x in re.findall(r'timeline__trauma" cx="([\d.]+)"', wide)]
    near = [float(x) + 4 for x in re.findall(r'timeline__near" x="([\d.]+)"', wide)]
    assert all(mark < dot for mark, dot in zip(near, trauma[1:], strict=True)), "before is on the left"
    assert "<title" in wide
    assert "<desc" in wide


def test_numbers_in_the_drawing_never_hold_a_comma(samira: Scene) -> None:
    drawn = re.findall(r'(?:x1|x2|cx|cy|viewBox|x|y)="([^"]*)"', shown(samira).split('class="timeline river"')[1])
    assert drawn
    assert not [number for number in drawn if "," in number]


def test_one_treatment_alone_has_no_line_of_time() -> None:
    assert "Behandelingen op één tijdlijn" not in shown(scenes.addon())


@pytest.mark.requirement("S1-014")
def test_the_add_on_stands_beside_the_psychotherapy_it_supports() -> None:
    scene = scenes.addon()
    scene.add(f.TreatmentBesideNoted, beside="st", name="Schematherapie", since=date(2026, 1, 5))
    told = desk.section(desk.get(scene.house, "file", scene.client.id), "samen")
    assert "PMT add-on" in told
    assert "Schematherapie : vanaf 5 januari 2026, loopt nog." in told


def test_the_file_costs_the_same_however_much_lies_beside(samira: Scene) -> None:
    signed_in, address = desk.browser(samira.house, "marjan"), reverse("desk:file", args=[samira.client.id])
    few = len(desk.queries(signed_in, address))
    for number in range(10):
        samira.add(f.TreatmentBesideNoted, beside=f"x{number}", name=f"Therapie {number}", since=SINCE, trauma=True)
        samira.add(partial(f.TraumaSessionNoted, moment=f"x{number}", beside=f"x{number}", on=cast.TODAY))
    assert len(desk.queries(signed_in, address)) == few
