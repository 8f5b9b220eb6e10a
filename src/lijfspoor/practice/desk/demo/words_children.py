"""What is written about the sessions of children of the demo, by phase; invented, no one's own words."""

from lijfspoor.practice.treatment.paper import Paper

# For each session: what was picked, check-in, how it went, reflection, home; and in words for the child what worked.
REGULATION = (
    (
        "i-int-1-1",
        "Bleef bij de deur staan, met de jas aan.",
        "Eerst samen het plan in plaatjes gelegd. Daarna ging de jas uit.",
        "De vaste plek en de plaatjes gaven houvast.",
        "Thuis ook plaatjes bij het naar bed gaan.",
        "",
    ),
    (
        "m-sensopathic-2",
        "Liep meteen naar de zandbak.",
        "Twintig minuten zand, eerst alleen, daarna legde ik er sporen naast.",
        "De adem werd lager. Dichtbij zitten kon op een armlengte.",
        "",
        "Je hebt lang met het zand gespeeld en werd er rustig van.",
    ),
    (
        "i-int-1-2",
        "Had honger en was boos.",
        "Eerst iets gegeten op de eigen plek. Daarna schommelen.",
        "Eten en een eigen plek zijn nodig voor iets anders kan.",
        "Iets te eten na school, voor de therapie.",
        "",
    ),
    (
        "m-sensomotor-1",
        "Zei wat er op school gebeurd was: ruzie.",
        "Schommelen, hard en zacht. Zelf het tempo bepalen.",
        "Hard schommelen hielp om de boosheid te laten zakken.",
        "",
        "Je vond zelf uit dat schommelen helpt.",
    ),
    (
        "i-int-1-4",
        "Werd boos omdat de sessie later begon.",
        "Ik bleef rustig zitten en zei wat ik zag. Na tien minuten kwam het kind erbij.",
        "De boosheid mocht er zijn en ging ook weer weg.",
        "Op tijd beginnen: de wachtruimte is lastig.",
        "",
    ),
    (
        "m-sensopathic-1",
        "Vrolijk. Wilde scheerschuim.",
        "Scheerschuim op de spiegel, lachen, ook op mijn handen.",
        "Voor het eerst samen lachen, dichtbij.",
        "",
        "We hebben samen gelachen met het schuim.",
    ),
    (
        "i-int-1-1",
        "Legde zelf de plaatjes neer.",
        "Het hele plan gevolgd, met één verandering die het kind zelf bedacht.",
        "Kan een kleine verandering aan als die van het kind zelf komt.",
        "",
        "Jij bedacht wat er anders mocht.",
    ),
)
RELATIONSHIP = (
    (
        "e-cloths-on-a-line",
        "Zocht mijn blik bij binnenkomen.",
        "Doeken van de lijn: verstoppen en gevonden worden, wel zes keer.",
        "Gevonden worden is fijn als je zelf het teken geeft.",
        "Verstoppertje thuis, met een teken.",
        "Jij gaf het teken dat ik mocht zoeken.",
    ),
    (
        "i-int-2-2",
        "Vertelde over het weekend.",
        "Het spel van het kind gevolgd: een winkel met regels die steeds veranderden.",
        "Ik mocht meedoen zonder de baas te zijn, en het kind ook.",
        "",
        "",
    ),
    (
        "m-sensomotor-7",
        "Moe na school.",
        "De pedalo, hand in hand. Los, en weer vast.",
        "Hulp aannemen lukte drie keer.",
        "Eén keer om hulp vragen, ook als het zelf lukt.",
        "Je vroeg om een hand en die kwam.",
    ),
    (
        "i-int-2-4",
        "Stil. Wees op de buik.",
        "Samen gekeken waar het in het lijf zit, met een krijtlijn om het lijf.",
        "Buikpijn hoort bij spannend. Dat is gezien en gezegd.",
        "Thuis de buik een hand geven.",
        "Je liet zien waar je spanning voelt.",
    ),
    (
        "e-bean-bag-track",
        "Bouwde meteen een baan.",
        "De baan van pittenzakken, drie keer omgevallen, drie keer opnieuw.",
        "Omvallen gaf eerst boosheid en daarna een grapje.",
        "",
        "De baan viel om en jij bouwde hem weer op.",
    ),
    (
        "m-musical-1",
        "Wilde hard.",
        "Trommelen om beurten, hard en zacht volgen.",
        "Zacht volgen was moeilijker en gaf meer contact.",
        "",
        "",
    ),
    (
        "i-int-2-3",
        "Begon uit zichzelf over een ruzie.",
        "Het verhaal nagespeeld met twee kussens als vrienden.",
        "Er kwamen woorden: boos en ook verdrietig.",
        "Elke avond één woord voor de dag.",
        "Je zei dat je boos en ook verdrietig was.",
    ),
    (
        "m-sensomotor-11",
        "Rustig. Bleef naast mij zitten.",
        "Hut in de kast, samen erin, licht uit en weer aan.",
        "Dichtbij zijn kan nu ontspannen zijn.",
        "",
        "We zaten samen in het donker en dat was goed.",
    ),
)
CHANGE = (
    (
        "i-int-3-2",
        "Koos zelf wat er op het plan kwam.",
        "Een klim die net te hoog was. Halverwege gestopt en toch nog een stap.",
        "Net iets verder gaan kan met iemand in de buurt.",
        "Iets nieuws proberen op het schoolplein.",
        "Je ging een stap verder dan vorige week.",
    ),
    (
        "i-int-3-5",
        "Vertelde dat het was misgegaan bij gym.",
        "Boos stampen, verdrietig zitten, bang wegkruipen: raden wat het is.",
        "Vier woorden, en bij elk een plek in het lijf.",
        "De vier woorden op de koelkast.",
        "Je hebt woorden voor vier gevoelens.",
    ),
    (
        "i-int-3-4",
        "Zei dat het moe was.",
        "Het kind bedacht zelf een oplossing voor de bal die steeds wegrolde.",
        "Ik gaf geen oplossing. Dat was precies goed.",
        "",
        "Jij vond zelf de oplossing.",
    ),
    (
        "i-int-3-1",
        "Wilde een wedstrijd.",
        "Wedstrijd zonder winnaar: samen de toren hoog houden.",
        "Verliezen van de zwaartekracht is te doen.",
        "Samen iets bouwen met een ander kind.",
        "",
    ),
    (
        "i-int-3-3",
        "Kwam binnen met een verhaal.",
        "Het verhaal gespeeld, met wisselen van rol.",
        "In de rol van de ander kwam er begrip.",
        "",
        "Je dacht aan wat de ander voelde.",
    ),
    (
        "m-creative-1",
        "Stil, wel tevreden.",
        "Schilderen hoe boos eruitziet, en hoe het zakt.",
        "Het zakken kreeg een eigen kleur.",
        "De kleur noemen als het zakt.",
        "",
    ),
)
TRANSFER = (
    (
        "i-int-4-2",
        "Vertelde over een speelafspraak.",
        "Oefenen met vragen: mag ik meedoen? Drie manieren.",
        "Eén manier paste het beste en die gaat mee naar school.",
        "Eén keer vragen of je mee mag doen.",
        "Je vroeg of je mee mocht doen.",
    ),
    (
        "i-int-4-3",
        "Had stop gezegd op het plein.",
        "Ik-boodschappen met de mat als grens.",
        "Stop zeggen zonder boos te zijn lukte.",
        "",
        "Je zei stop en bleef rustig.",
    ),
    (
        "i-int-4-1",
        "Dacht na over een vriend die verdrietig was.",
        "Gesprek tijdens het balanceren, om beurten.",
        "Kan bij de ander blijven zonder het over te nemen.",
        "",
        "",
    ),
    (
        "i-int-4-4",
        "Bracht zelf een probleem mee.",
        "Drie oplossingen bedacht en er één gespeeld.",
        "Kiest nu zelf en kijkt wat het oplevert.",
        "De gekozen oplossing proberen.",
        "Je koos zelf wat je ging doen.",
    ),
)
BANKS = {"regulation": REGULATION, "relationship": RELATIONSHIP, "behaviour-change": CHANGE, "transfer": TRANSFER}

SEEN = {
    "bv-1": "Bleef spelen toen ik op een armlengte ging zitten.",
    "bv-2": "Liet zich helpen bij het ademen en kwam weer op de mat.",
    "bv-3": "Pakte zelf het zand en werd rustig.",
    "tv-1": "Leunde tegen de bank naast mij.",
    "tv-2": "Vroeg om een hand op de pedalo.",
    "tv-3": "Stond stil en legde een hand op de buik.",
    "tv-4": "Wees op de krijtlijn waar het zat.",
    "tv-5": "Zei: het kriebelt hier.",
    "tv-6": "Zei: als het kriebelt ben ik bang.",
    "zv-1": "Klom hoger dan vorige keer en keek om.",
    "zv-2": "Bouwde de baan opnieuw na het omvallen.",
    "zv-3": "Noemde boos en verdrietig na elkaar.",
    "zv-4": "Zei: ik wil even alleen.",
    "zv-5": "Vroeg of ik het ook leuk vond.",
    "zs-1": "Wachtte tot ik klaar was.",
    "zs-2": "Zei stop en bleef staan.",
    "zs-3": "Ging zelf even schommelen en kwam terug.",
    "zs-4": "Was eerst de baas van de winkel en daarna klant.",
}


# What was done besides from the library, by phase and session in it, and how it went.
DONE = {
    ("regulation", 2): ("x-pk-clay-back-and-forth-v1-0", "fine"),
    ("regulation", 4): ("x-pk-clay-back-and-forth-v1-0", "well"),
    ("relationship", 2): ("x-pk-clay-back-and-forth-v1-0", "well"),
    ("behaviour-change", 2): ("x-pk-two-gardens-v1-0", "not_now"),
    ("behaviour-change", 5): ("x-pk-two-gardens-v1-0", "well"),
}


def note(phase: str, number: int, unfinished: bool, *, joined_by: tuple[str, ...] = ()) -> Paper:
    """Return plan and note of a session, the `number`th in a phase; the texts begin again when they are used up.

    `joined_by` are the ids of those of the network who came.
    """
    bank = BANKS[phase]
    pick, check_in, how, reflection, home, success = bank[(number - 1) % len(bank)]
    said = {"window_in": "moves", "check_in": check_in, f"how-{pick}": how, f"role-{pick}": "plays"}
    if not unfinished:
        said |= {"reflection": reflection, "home": home, "success": success, "window_out": "within"}
        said |= {"attitude-attunement": "Volgde meer dan ik leidde.", "self_check": "Goed. Geen steun nodig."}
    said |= {f"came-{id_}": "ja" for id_ in joined_by}
    plan = {f"pick-{pick}": "ja", "plan": "Plaatjes leggen, spelen, samen opruimen, dag zeggen bij de deur."}
    if done := DONE.get((phase, number)):
        plan |= {f"pick-{done[0]}": "ja"}
        said |= {f"went-{done[0]}": done[1]}
    return Paper(plan, {name: text for name, text in said.items() if text})
