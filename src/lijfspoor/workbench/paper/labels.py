"""The few fixed words a letter carries of itself, per language."""

from dataclasses import dataclass

from lijfspoor.workbench.paper.letter import Language


@dataclass(frozen=True, slots=True)
class Labels:
    """Fixed words around the text of a letter."""

    our_reference: str
    concerning: str
    letter: str
    enclosures: str
    cc: str
    page: str
    of: str
    draft: str
    draft_meaning: str
    agb: str


_LABELS: dict[Language, Labels] = {
    "nl": Labels(
        our_reference="Ons kenmerk",
        concerning="Betreft",
        letter="Brief",
        enclosures="Bijlagen",
        cc="Kopie aan",
        page="pagina",
        of="van",
        draft="CONCEPT",
        draft_meaning="Dit is een concept. De brief is nog niet vastgesteld.",
        agb="AGB-code",
    ),
    "en": Labels(
        our_reference="Our reference",
        concerning="Subject",
        letter="Letter",
        enclosures="Enclosures",
        cc="Copy to",
        page="page",
        of="of",
        draft="DRAFT",
        draft_meaning="This is a draft. The letter is not final yet.",
        agb="AGB code",
    ),
}


def labels(language: Language) -> Labels:
    """Give the fixed words in one language."""
    return _LABELS[language]
