"""The words for cards: on the screens in Dutch, on paper in the language of the reader."""

from dataclasses import dataclass

AUDIENCES = {
    "client": "voor cliënten",
    "child": "voor kinderen",
    "parent": "voor ouders en verzorgers",
    "teacher": "voor leerkrachten",
}
LANGUAGES = {"nl": "Nederlands", "en": "Engels"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """The fixed words on a card."""

    language: str
    try_this: str
    help: str
    sure: str
    version: str
    not_reviewed: str
    reviewed: str
    general: str


ON_PAPER = {
    "nl": PaperWords(
        language="nl",
        try_this="Om te proberen, als u wilt",
        help="Hulp nodig?",
        sure="Hoe zeker is dit?",
        version="Versie",
        not_reviewed="Eigen tekst, nog niet nagekeken door iemand uit het vak.",
        reviewed="Nagekeken door {who} op {day}.",
        general="Deze kaart geeft algemene uitleg. Vraag uw therapeut wat bij u past.",
    ),
    "en": PaperWords(
        language="en",
        try_this="To try, if you want",
        help="Need help?",
        sure="How certain is this?",
        version="Version",
        not_reviewed="Our own text, not yet looked over by someone of the field.",
        reviewed="Looked over by {who} on {day}.",
        general="This card explains in general. Ask your therapist what fits you.",
    ),
}
