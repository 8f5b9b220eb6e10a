"""What was seen in the group of the demo, of each by itself; and of the group as a whole, which names nobody."""

from lijfspoor.practice.groups.cards import Entry


def _seen(attendance: str = "present", **note: str) -> Entry:
    named = {name.replace("_", "-") if name.startswith("channel_") else name: words for name, words in note.items()}
    return Entry(attendance, named)


OBSERVED = (
    {
        "Hanna": _seen(
            channel_bodily_experience="Hoge schouders tot de bal rondging. Daarna zakte de adem.",
            in_group="Koos een plek aan de rand. Kwam een stap dichterbij toen iemand vroeg of dat goed was.",
            own_words="Ik wist niet dat ik zo ver weg stond.",
        ),
        "Youssef": _seen(
            in_group="Keek veel naar wat anderen deden en deed dat na. Lachte mee toen de bal viel.",
            own_words="Meedoen is makkelijker dan erover praten.",
        ),
        "Liselotte": _seen(
            "late",
            in_group="Haalde meteen materiaal voor iedereen. Stond stil bij de vraag wat zij zelf wilde.",
            own_words="Ik merk het pas als ik moe ben.",
        ),
    },
    {
        "Hanna": _seen(
            channel_expression="Duwde eerst zacht, bij de derde keer met kracht. Zette daarna een grens met de hand.",
            in_group="Zei hardop dat de afstand te klein was. Bleef erbij toen er niet meteen iets veranderde.",
        ),
        "Youssef": Entry("cancelled"),
        "Liselotte": _seen(
            in_group="Bood haar plek aan en nam die weer terug. Gaf woorden aan de twijfel.",
            own_words="Teruggaan mocht ook.",
        ),
    },
    {
        "Hanna": _seen(
            in_group="Stond halverwege de zaal. Zocht oogcontact voor het spel begon.",
            own_words="Dichterbij is niet altijd te dichtbij.",
        ),
        "Youssef": _seen(
            channel_bodily_experience="Noemde warme handen, voor het eerst zonder dat ernaar werd gevraagd.",
            in_group="Merkte op dat het stil werd en vroeg wat er was.",
        ),
        "Liselotte": Entry("no_show"),
    },
)
"""By session and first name."""

WHOLE = (
    {
        "pick-g-balls": "ja",
        "pick-g-movement-game": "ja",
        "about": "Aftastend begin. De bal gaf reden om te kijken.",
    },
    {"pick-g-posture": "ja", "about": "Meer rust. Grenzen aangeven kwam vanzelf uit het duwen voort."},
    {"pick-g-cloths": "ja", "about": "Kleine groep vandaag. Stilte mocht er zijn."},
)
"""By session."""
