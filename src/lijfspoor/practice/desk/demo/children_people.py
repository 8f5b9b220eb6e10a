"""Who the children of the demo are, who stands around them, and what brings them; all invented."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Route = Literal["private", "institution"]
YEAR = 365.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """Someone around a child. `key` is how a story calls them; `authority` is `parent`, `guardian` or empty."""

    key: str
    kind: str
    name: str
    relation: str
    authority: str = ""
    attachment_figure: bool = False
    joins: bool = False
    organisation: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child with the people around it. `years` is the age today, `level` the developmental age in months.

    `since` counts the days since the last birthday, `signs` are items of the lists as `list.item`, and `safe` names
    the safe attachment figure.
    """

    given: str
    infix: str = ""
    family: str
    years: int
    since: int
    level: int
    gender: str
    reason: str
    around: tuple[Grown, ...]
    safe: str
    signs: str
    likes: str
    therapist: str = "tess"
    route: Route = "private"
    allergies: str = ""
    overridden: str = ""
    """Why treatment began in spite of a contra-indication."""

    @property
    def name(self) -> str:
        """The name as people say it."""
        return " ".join(part for part in (self.given, self.infix, self.family) if part)

    def born(self, today: date) -> date:
        """The birth date that goes with the age today."""
        return today - timedelta(days=round(self.years * YEAR) + self.since)


def mother(name: str, *, joins: bool = False) -> Grown:
    """A mother who holds authority."""
    return Grown(
        key="mother",
        kind="caregiver",
        name=name,
        relation="moeder",
        authority="parent",
        joins=joins,
        attachment_figure=joins,
    )


def father(name: str, note: str = "") -> Grown:
    """A father who holds authority."""
    return Grown(key="father", kind="caregiver", name=name, relation="vader", authority="parent", note=note)


def granny(name: str) -> Grown:
    """A grandmother who takes part in sessions."""
    return Grown(key="granny", kind="relative", name=name, relation="oma", attachment_figure=True, joins=True)


def school(teacher: str) -> Grown:
    """A teacher."""
    name = "Basisschool De Bedachte Boom"
    return Grown(key="school", kind="school", name=teacher, relation="leerkracht", organisation=name)


GP = Grown(key="gp", kind="gp", name="Huisartsenpraktijk De Verzonnen Hoek", relation="huisarts")

AVOIDANT = "form-avoidant.f1-quasi-independent form-avoidant.f1-avoids-under-stress unmet-entrusting.u2-shuts-off"
AMBIVALENT = "form-ambivalent.f2-not-alone form-ambivalent.f2-cannot-relax unmet-self-confidence.u3-claiming"
DISORGANISED = "form-disorganised.f3-inconsistent form-disorganised.f3-wants-control unmet-basic-safety.u1-restless"

NOOR = Child(
    given="Noor",
    family="Sprookjeshof",
    years=7,
    since=40,
    level=60,
    gender="female",
    reason="Klampt zich vast bij afscheid en is thuis vaak boos. Moeder meldt haar zelf aan.",
    around=(mother("Eva Sprookjeshof"),),
    safe="Eva Sprookjeshof",
    signs=AMBIVALENT,
    likes="Tekenen, springen",
)
DAAN = Child(
    given="Daan",
    family="Nergenstra",
    years=6,
    since=120,
    level=48,
    gender="male",
    reason="Laat niemand dichtbij komen en speelt alleen. Op school stil, thuis woedebuien.",
    around=(mother("Ilse Nergenstra"), father("Bart Bedenker"), school("juf Fleur Verzinsel")),
    safe="Bart Bedenker",
    signs=AVOIDANT,
    likes="Bouwen, water",
    therapist="marjan",
)
LIV = Child(
    given="Liv",
    family="Zandkasteel",
    years=5,
    since=80,
    level=36,
    gender="female",
    reason="Woont sinds een jaar in een pleeggezin. Eet en slaapt onrustig, en is steeds op haar hoede.",
    around=(
        Grown(
            key="guardian",
            kind="guardian",
            name="Rik van der Ficties",
            relation="voogd",
            authority="guardian",
            organisation="Jeugdbescherming De Verzonnen Haven",
        ),
        Grown(
            key="foster",
            kind="caregiver",
            name="Anja Droomland",
            relation="pleegmoeder",
            attachment_figure=True,
            joins=True,
        ),
        school("meester Job Voorbeeld"),
    ),
    safe="Anja Droomland",
    signs=DISORGANISED,
    likes="Schommelen, zand",
    therapist="marjan",
    route="institution",
    allergies="Pinda en noten",
)
SEM = Child(
    given="Sem",
    infix="van der",
    family="Fictie",
    years=8,
    since=200,
    level=66,
    gender="male",
    reason="Na de scheiding vaak boos en bang. Wil alles zelf bepalen.",
    around=(
        mother("Karin Uitgedacht", joins=True),
        father("Joost van der Fictie", note="Woont apart. Brieven naar beide adressen."),
        school("juf Mona Denkbeeld"),
    ),
    safe="Karin Uitgedacht",
    signs=DISORGANISED,
    likes="Voetbal, klimmen",
)
MILA = Child(
    given="Mila",
    family="Bedachtema",
    years=9,
    since=15,
    level=84,
    gender="female",
    reason="Houdt zich groot en vraagt nooit hulp. Buikpijn, slaapt slecht.",
    around=(mother("Suzan Bedachtema"), father("Ruud Bedachtema"), granny("Ria Bedachtema"), school("juf Kim Dromer")),
    safe="Ria Bedachtema",
    signs=AVOIDANT,
    likes="Turnen, dieren",
    therapist="marjan",
)
FINN = Child(
    given="Finn",
    family="Voorbeeldsma",
    years=12,
    since=320,
    level=108,
    gender="male",
    reason="Geadopteerd. Kan vrienden maken maar niet houden. Ernstige angst, daarvoor ook bij de psychiater.",
    around=(mother("Petra Voorbeeldsma"), father("Dirk Voorbeeldsma"), school("meester Ali Bedenk")),
    safe="Petra Voorbeeldsma",
    signs=AMBIVALENT,
    likes="Skaten, muziek",
    overridden="De angst is ingesteld op medicatie en stabiel. De psychiater blijft betrokken en ziet Finn elke maand.",
    route="institution",
)
YARA = Child(
    given="Yara",
    family="Denkstra",
    years=8,
    since=300,
    level=72,
    gender="female",
    reason="Trekt zich terug na ziekte van moeder in de eerste jaren. Vertrouwt volwassenen niet.",
    around=(mother("Naima Denkstra"), granny("Oma Loes Denkstra"), school("juf Tineke Verhaal")),
    safe="Oma Loes Denkstra",
    signs=AVOIDANT,
    likes="Verven, verstoppertje",
)
THIJS = Child(
    given="Thijs",
    family="Oefenaar",
    years=7,
    since=180,
    level=54,
    gender="male",
    reason="Onrust en driftbuien. Veel verhuisd in korte tijd.",
    around=(mother("Linda Oefenaar"), school("juf Bo Probeersel")),
    safe="Linda Oefenaar",
    signs=DISORGANISED,
    likes="Rennen, trommelen",
    therapist="marjan",
)
SAAR = Child(
    given="Saar",
    family="Uitgedacht",
    years=10,
    since=100,
    level=96,
    gender="female",
    reason="Te vroeg geboren, lang in het ziekenhuis. Bang om fouten te maken en om alleen te zijn.",
    around=(mother("Mieke Uitgedacht", joins=True), father("Henk Uitgedacht"), school("meester Ivo Sprookje")),
    safe="Mieke Uitgedacht",
    signs=AMBIVALENT,
    likes="Toneel, zwemmen",
)
BRAM = Child(
    given="Bram",
    family="Demoveld",
    years=11,
    since=30,
    level=102,
    gender="male",
    reason="Woedebuien op school en geen vrienden. Begon in een ander gezin.",
    around=(mother("Joke Demoveld"), father("Wim Demoveld"), school("juf Sanne Fantasie"), GP),
    safe="Wim Demoveld",
    signs=DISORGANISED,
    likes="Techniek, stoeien",
)
KIKI = Child(
    given="Kiki",
    family="Oeverfabel",
    years=6,
    since=222,
    level=52,
    gender="female",
    reason="Slaapt niet alleen en zegt weinig. Ouders weten niet meer hoe.",
    around=(mother("Lotte Oeverfabel", joins=True), father("Sjoerd Oeverfabel")),
    safe="Lotte Oeverfabel",
    signs=AMBIVALENT,
    likes="Zingen",
    therapist="elsa",
)
OMAR = Child(
    given="Omar",
    family="Verzinhassan",
    years=9,
    since=77,
    level=76,
    gender="male",
    reason="Gespannen en waakzaam. Legt nieuwe dingen snel weer weg.",
    around=(mother("Hanan Verzinhassan"), father("Said Verzinhassan")),
    safe="Said Verzinhassan",
    signs=AVOIDANT,
    likes="Lego, fietsen",
    therapist="elsa",
)
PIP = Child(
    given="Pip",
    family="Kadeverzon",
    years=4,
    since=12,
    level=36,
    gender="female",
    reason="Nieuw aangemeld door moeder, na advies van de kinderopvang.",
    around=(mother("Roos Kadeverzon"),),
    safe="Roos Kadeverzon",
    signs=AMBIVALENT,
    likes="Zandbak",
    therapist="elsa",
)
