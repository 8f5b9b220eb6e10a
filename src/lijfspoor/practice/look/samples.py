"""Invented people and findings for the page that shows every part in every state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator

from lijfspoor.practice.look.forms import (
    DayField,
    LongTextField,
    MomentField,
    PlainForm,
    ThreeWayField,
    TimeField,
)
from lijfspoor.practice.look.parts import (
    Chip,
    DueItem,
    Fact,
    Gap,
    Link,
    NextStep,
    Rating,
    Source,
    Stop,
    Voice,
)
from lijfspoor.practice.look.pictures.path import Mark, Phase, Reason, RiverPath, Step

LONG_NAME = "Anne-Fleur van der Hoeven-Wijnbergen van Oudewater"
FOUR = (
    Phase("Regulatie", "Fase 1"),
    Phase("Relatie", "Fase 2"),
    Phase("Gedragsverandering", "Fase 3", short="Gedrag"),
    Phase("Transfer", "Fase 4"),
)


class SampleForm(PlainForm):
    """A form with every kind of field."""

    name = forms.CharField(label="Naam", max_length=40)
    email = forms.EmailField(label="E-mailadres", required=False)
    born = DayField(label="Geboortedatum", latest=date(2026, 4, 14))
    starts = TimeField(label="Begintijd", required=False)
    moment = MomentField(label="Eerste afspraak", required=False, help_text="Op de klok van hier.")
    kind = forms.ChoiceField(
        label="Soort afspraak", choices=(("", "Kies een soort"), ("s", "Sessie"), ("g", "Gesprek"))
    )
    safe = ThreeWayField(label="Woont de cliënt nu op een veilige plek?", help_text="Vraag het zo nodig na.")
    with_whom = forms.MultipleChoiceField(
        label="Wie doet mee?",
        choices=(("c", "Cliënt"), ("o", "Ouder of verzorger"), ("h", "Hechtingsfiguur")),
        widget=forms.CheckboxSelectMultiple,
    )
    place = forms.ChoiceField(
        label="Waar?", choices=(("z", "Gymzaal"), ("k", "Kamer 2"), ("b", "Buiten")), widget=forms.RadioSelect
    )
    direction = forms.ChoiceField(
        label="Spanning", choices=(("o", "omhoog"), ("n", "omlaag"), ("s", "stabiel")), widget=forms.RadioSelect
    )
    note = LongTextField(label="Verslag", max_length=400, required=False, help_text="Alleen wat u zag en hoorde.")
    agreed = forms.BooleanField(label="De cliënt heeft dit gelezen")


def page(posted: Mapping[str, Any] | None) -> dict[str, Any]:
    """Everything the page of parts shows."""
    return {
        "crumbs": [Link(text="Cliënten", url="#"), Link(text="Noor V.", url="#"), Link(text="Plan")],
        "facts": _facts(),
        "next_step": _next_step(),
        "stops": _stops(),
        "due": _due(),
        "chips": [
            Chip(text="concept"),
            Chip(text="toestemming ontbreekt", tone="wait", icon="hand"),
            Chip(text="ondertekend", tone="settled", icon="vink"),
            Chip(text="om te weten", tone="know"),
            Chip(text="in beeld", tone="plum"),
        ],
        "voices": _voices(),
        "ratings": _ratings(),
        "form": SampleForm(posted, auto_id="sample_%s"),
        "page": Paginator(range(95), 20).page(2),
        "rivers": rivers(),
        "sources": ["S2-053", Source(id="S2-072", label="stap terug is gewoon")],
    }


def _facts() -> list[Fact]:
    return [
        Fact(term="Leeftijd", value="7 jaar", extra="ontwikkeling rond 4 jaar"),
        Fact(term="Behandelmodule", value="PMKT bij verstoord hechtingsgedrag", extra="versie 2024-09"),
        Fact(term="Fase", value="2, relatie", sources=["S2-054"]),
        Fact(term="Vaste plek", value="Dinsdag 10.30, gymzaal"),
        Fact(term="Behandelaar", value=LONG_NAME, extra="kinderpsychomotorisch therapeut"),
    ]


def _next_step() -> NextStep:
    return NextStep(
        before="Over 12 minuten, om 10.30 uur in de gymzaal",
        title="Noor V. en oma Ria · sessie 19",
        detail="Plan klaar: zelfde bankje, sap, dan de schommelzak. Oma Ria doet mee.",
        main=Link(text="Sessie beginnen", url="#", icon="start"),
        others=[Link(text="Bekijk plan", url="#")],
    )


def _stops() -> list[Stop | Gap]:
    draft, fixed = Chip(text="verslag in concept"), Chip(text="vast tijdstip en vaste plek", tone="plum")
    return [
        Stop(
            time="09.00", iso="09:00", name="Thomas B.", url="#", detail="PMT · sessie 6", chips=[draft], state="done"
        ),
        Stop(time="10.30", iso="10:30", name="Noor V.", url="#", detail="Gymzaal", chips=[fixed], state="now"),
        Gap("Pauze en ruimte klaarzetten, 45 minuten"),
        Stop(
            time="12.15",
            iso="12:15",
            name=LONG_NAME,
            url="#",
            detail="PMT add-on · sessie 6 van 8 · Kamer 2",
            chips=[Chip(text="tussenevaluatie vandaag", tone="wait")],
            act=Link(text="Open evaluatie", url="#"),
        ),
        Stop(time="17.00", iso="17:00", name="Kennismaking: mevrouw Brandsma", detail="Aanmelding via huisarts"),
    ]


def _due() -> list[DueItem]:
    return [
        DueItem(
            what="Toestemming voor aanraking ontbreekt bij Joris de G.",
            why="In het plan van vandaag staat een werkvorm met aanraking. Die blijft dicht tot er toestemming is.",
            icon="hand",
            act=Link(text="Vraag toestemming", url="#", about="aan Joris de G."),
            others=[Link(text="Kies een andere werkvorm", url="#")],
            sources=[Source(id="S1-032", label="aanraking")],
        ),
        DueItem(what="Vraag de randvoorwaarden opnieuw", why="De evaluatie is op 21 april.", sources=["S2-138"]),
        DueItem(kind="open", what="Subdoel 2.4 kan aan bod komen", act=Link(text="Zet in plan", url="#")),
        DueItem(
            kind="know", what="Vijf sessies tot de 25e", sources=[Source(id="S2-053", label="duur van de behandeling")]
        ),
    ]


def _voices() -> list[Voice]:
    yes = Chip(text="Ja, drie sessies erbij", tone="plum", icon="vink")
    return [
        Voice(
            party="Cliënt",
            name="Samira el H.",
            answer=yes,
            words="Ik voel mijn buik weer. Ik durf het thuis nog niet alleen.",
            quoted=True,
            when="14 april, 12.31 uur, in het portaal.",
            earlier="Eerder: ‘weet ik nog niet’, 7 april.",
        ),
        Voice(
            party="Therapeut",
            name=LONG_NAME,
            answer=yes,
            words="De stap naar thuis oefenen past in drie sessies.",
            when="14 april, 12.40 uur.",
            act=Link(text="Mijn stem aanpassen", url="#"),
        ),
        Voice(
            party="Regiebehandelaar",
            name="Dr. P. Aalbers",
            answer=Chip(text="Nog geen stem", tone="wait", icon="klok"),
            words="Gevraagd op 14 april. Sessie 8 is op 28 april.",
            given=False,
            act=Link(text="Stuur een herinnering", url="#"),
        ),
    ]


def _ratings() -> list[Rating]:
    return [
        Rating(word="vanzelf", level=3, before=2, before_word="vaak"),
        Rating(word="met hulp", level=1, before=2, before_word="vaak"),
        Rating(word="vaak", level=2, before=2, before_word="vaak"),
        Rating(word="nog niet", level=0),
        Rating(),
    ]


def _walk(turns: tuple[tuple[int, int], ...]) -> list[Step]:
    phases = [phase for phase, sessions in turns for _ in range(sessions)]
    return [Step(number, phase) for number, phase in enumerate(phases, 1)]


def rivers() -> list[tuple[str, RiverPath]]:
    """Paths of every shape: one session, many, many moves, two to six phases, and none."""
    six = [Phase(name, f"Fase {n}") for n, name in enumerate(("Kennismaken", "Veiligheid", "Waarnemen",
           "Uitdrukken", "Samen bewegen en begrenzen", "Transfer"), 1)]  # fmt: skip
    return [
        (
            "Vier fasen, een stap terug",
            RiverPath(
                FOUR,
                _walk(((0, 7), (1, 4), (0, 4), (1, 4))),
                "vandaag, sessie 19",
                reasons=(
                    Reason("Samen een vast begin gemaakt: bankje, sap, plan."),
                    Reason("Noor kan ontspannen in de zaal.", ("S2-079",)),
                    Reason(
                        "Na de verhuizing eerst weer houvast.", (Source(id="S2-072", label="stap terug is gewoon"),)
                    ),
                    Reason("Zij zoekt de zandbak en oma weer op."),
                ),
            ),
        ),
        ("Eén sessie", RiverPath(FOUR, [Step(1, 0)], "vandaag, sessie 1")),
        ("Nog geen sessie", RiverPath(FOUR, [])),
        (
            "Zestig sessies, acht bewegingen",
            RiverPath(
                FOUR,
                _walk(((0, 12), (1, 3), (0, 2), (1, 11), (2, 6), (1, 2), (2, 14), (3, 10))),
                "vandaag, sessie 60",
            ),
        ),
        (
            "Afgesloten",
            RiverPath(FOUR, _walk(((0, 9), (1, 9), (2, 8), (3, 5))), "klaar na sessie 31", ahead=False),
        ),
        ("Twee fasen", RiverPath((Phase("Opbouw"), Phase("Afbouw")), _walk(((0, 6), (1, 1))), "vandaag, sessie 7")),
        ("Zes fasen", RiverPath(six, _walk(((0, 4), (1, 5), (3, 4), (2, 2), (4, 9))), "vandaag, sessie 24")),
        (
            "Zonder fasen: het aanbod van acht en de verlenging",
            RiverPath(
                (),
                [Step(number) for number in range(1, 11)],
                "vandaag, sessie 10",
                marks=(Mark(6, "tussenevaluatie"), Mark(9, "begin verlenging")),
            ),
        ),
    ]
