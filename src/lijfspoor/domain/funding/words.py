"""What the codes of a cost range mean, in plain words."""

from lijfspoor.domain.funding.rules import Kind, Setting
from lijfspoor.domain.kernel.money import Money
from lijfspoor.domain.kernel.text import Text

NOT_KNOWN: dict[str, Text] = {
    "price-average": Text(
        nl="U vulde geen prijs in. Wij rekenden met de gemiddelde prijs van een sessie PMT.",
        en="You entered no price. We counted with the average price of a session of PMT.",
    ),
    "price-not-known": Text(
        nl="Wat een sessie daar kost, weten wij niet. U betaalt nooit meer dan wat er van uw eigen risico over is.",
        en="We do not know what a session costs there. You never pay more than what is left of your deductible.",
    ),
    "year-not-known": Text(
        nl="Voor een van de jaren staat het eigen risico nog niet vast. Wij rekenden met het laatste bedrag dat wij "
        "kennen, en met wat is aangekondigd.",
        en="For one of the years the deductible is not fixed yet. We counted with the last amount we know, and with "
        "what was announced.",
    ),
    "deductible-not-told": Text(
        nl="U vulde niet in wat er van uw eigen risico over is. Het kan niets zijn, of alles.",
        en="You did not enter what is left of your deductible. It can be nothing, or all of it.",
    ),
    "policy-not-told": Text(
        nl="U vulde niet in wat uw polis betaalt. Dit is wat u betaalt als de polis niets betaalt.",
        en="You did not enter what your policy pays. This is what you pay when the policy pays nothing.",
    ),
    "recognition-not-told": Text(
        nl="Het is niet bekend of uw verzekeraar de vereniging van de therapeut erkent. Zo niet, dan betaalt u alles.",
        en="It is not known whether your insurer recognises the therapist's association. If not, you pay everything.",
    ),
    "municipality-not-told": Text(
        nl="De gemeente heeft nog niet besloten. Zonder besluit betaalt u alles.",
        en="The municipality has not decided yet. Without a decision you pay everything.",
    ),
    "budget-not-told": Text(
        nl="U vulde geen budget in. Zonder budget betaalt u alles.",
        en="You entered no budget. Without a budget you pay everything.",
    ),
    "turns-18": Text(
        nl="Vanaf 18 jaar verandert wie betaalt. Vraag op tijd hoe het dan verder gaat.",
        en="From 18 on, who pays is different. Ask in time how it goes on then.",
    ),
}
KINDS: dict[Kind, Text] = {
    "pmt": Text(nl="Psychomotorische therapie (PMT)", en="Psychomotor therapy (PMT)"),
    "pmkt": Text(nl="Psychomotorische kindertherapie (PMKT)", en="Psychomotor child therapy (PMKT)"),
    "pmt_addon": Text(nl="PMT naast psychotherapie (add-on)", en="PMT beside psychotherapy (add-on)"),
    "psychosomatic_physio": Text(nl="Psychosomatische fysiotherapie", en="Psychosomatic physiotherapy"),
}
SETTINGS: dict[Setting, Text] = {
    "ggz_institution": Text(nl="In een GGZ-instelling", en="In a mental health institution"),
    "hospital": Text(nl="In een ziekenhuis", en="In a hospital"),
    "own_practice": Text(nl="Bij een therapeut met een eigen praktijk", en="With a therapist in an own practice"),
    "school": Text(nl="Op school", en="At school"),
    "unknown": Text(nl="Dat weet ik nog niet", en="I do not know yet"),
}


def euros(amount: Money, language: str) -> str:
    """Write an amount as people do: `€ 1.234,50` in Dutch, `€ 1,234.50` in English; whole euros without cents."""
    whole, cents = divmod(amount.cents, 100)
    written = f"{whole:,}" + (f".{cents:02d}" if cents else "")
    if language != "en":
        written = written.translate(str.maketrans(",.", ".,"))
    return f"€ {written}"
