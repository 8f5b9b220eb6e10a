"""What is written about adults of the demo, in the order of their sessions; invented, no one's own words."""

from lijfspoor.practice.treatment.paper import Paper

PICKED = (
    "i-mindfulness-identity",
    "i-relaxation",
    "i-yoga",
    "i-impulse-regulation",
    "i-mindfulness-self-direction",
    "i-movement-experience",
    "i-distance-closeness",
    "i-relaxation",
    "i-yoga",
    "i-movement-experience",
    "i-distance-closeness",
)

# For each session: check-in, how the exercise went, reflection, what was felt and where, emotion, conviction, home.
FLOODED = (
    (
        "Kwam gespannen binnen, had slecht geslapen. Het woord voor nu is: vol.",
        "Aandacht bij de voeten op de grond. Na een paar minuten werd de adem dieper.",
        "Merkte dat aandacht voor de voeten rust geeft en dat dit lukt zonder na te denken.",
        ("druk", "borst", "angst", "Als ik het voel, wordt het te veel"),
        "Twee keer per dag een minuut de voeten voelen.",
    ),
    (
        "De minuut met de voeten is drie keer gelukt. Maandag niet: toen was het te druk in het hoofd.",
        "Spannen en loslaten van de schouders. Loslaten was moeilijker dan spannen.",
        "Ontdekte dat de schouders al omhoog gaan vóór er een gevoel is. Dat is een vroeg teken.",
        ("strak", "schouders", "boosheid", "Ik moet me groot houden"),
        "Opletten wanneer de schouders omhoog gaan.",
    ),
    (
        "Een ruzie op het werk zat nog in het lijf. Wilde er eerst niet over praten.",
        "Rustige yogahoudingen. Bij de derde houding kwamen er tranen. Wij bleven in de houding, daarna zakte het.",
        "Zag dat een golf ook weer zakt. Dat had de cliënt nog niet eerder zo gemerkt.",
        ("brok", "keel", "verdriet", "Huilen stopt nooit meer"),
        "Na een golf opschrijven hoe lang die duurde.",
    ),
    (
        "Minder moe. Schreef twee golven op: de ene duurde tien minuten, de andere een kwartier.",
        "Stop-oefening met de bal: gooien, wachten, pas gooien na een ademtocht.",
        "Wachten voelde eerst als onmacht en later als keuze.",
        ("kriebel", "handen", "ongeduld", "Ik moet nu iets doen"),
        "De ademtocht ook gebruiken aan tafel thuis.",
    ),
    (
        "Kon thuis één keer wachten met antwoorden. Was daar verbaasd over.",
        "Aandacht bij wat het lichaam aangeeft tijdens lopen in verschillend tempo.",
        "Koos zelf het tempo dat goed voelde. Dat was langzamer dan verwacht.",
        ("warm", "buik", "opluchting", "Ik mag langzaam"),
        "Een keer per dag het eigen tempo kiezen.",
    ),
    (
        "Rustige week. Twijfelt of dat mag.",
        "Balanceren en vallen op de dikke mat. Vallen gaf plezier.",
        "Vallen was spannend en leuk tegelijk. Er hoeft niet altijd controle te zijn.",
        ("licht", "hele lijf", "plezier", ""),
        "Iets doen dat nieuw is voor het lijf.",
    ),
    (
        "Las de eigen aantekeningen terug en zag dat de golven korter worden.",
        "Afstand en nabijheid: zelf aangeven wanneer ik moest stoppen met lopen.",
        "Stop zeggen lukte hardop. De derde keer ook zonder uitleg erbij.",
        ("stevig", "benen", "trots", "Mijn stop telt"),
        "Eén keer stop zeggen bij iemand die dichtbij staat.",
    ),
    (
        "Zei stop tegen een zus en die luisterde.",
        "Ontspannen in twee houdingen, zelf gekozen. De cliënt gaf aan wat genoeg was.",
        "Wat eerst overspoelde, is nu te herkennen en te verdragen.",
        ("rustig", "borst", "vertrouwen", "Het gaat weer over"),
        "De drie oefeningen die helpen op een kaart.",
    ),
    (
        "Slaapt weer wat slechter door drukte. Herkende dat eerder dan vroeger.",
        "Yoga, nu met de ogen dicht. Dat was een half jaar geleden niet denkbaar.",
        "Het lijf geeft op tijd een seintje. Dat geeft vertrouwen.",
        ("zwaar", "ogen", "moe", ""),
        "Op tijd naar bed, ook als het hoofd nog wil.",
    ),
)
ESTRANGED = (
    (
        "Zei niets te voelen. Het lijf is iets dat meegaat, meer niet.",
        "Met de handen langs armen en benen wrijven door de kleding heen, en benoemen wat er te merken is.",
        "Merkte verschil tussen warm en koud. Meer nog niet, en dat was genoeg.",
        ("koud", "handen", "", "Mijn lijf doet er niet toe"),
        "Bij het douchen merken of het water warm of koud is.",
    ),
    (
        "Bij het douchen twee keer eraan gedacht. Vond het gek, niet vervelend.",
        "Grote stappen, kleine stappen, stilstaan. In het stilstaan kwam er iets.",
        "In de benen was er een trilling. Die werd niet weggeduwd.",
        ("trilling", "benen", "onrust", ""),
        "Op de fiets letten op de benen.",
    ),
    (
        "Fietste langzamer om het te voelen. Was daarna moe en dat was nieuw.",
        "Rustige yoga met veel steun. Eén houding was prettig.",
        "Prettig is een woord dat lang niet gebruikt is voor het eigen lijf.",
        ("warm", "rug", "rust", ""),
        "De prettige houding elke avond een paar minuten.",
    ),
    (
        "De houding is vijf avonden gelukt.",
        "Werken met kracht: duwen tegen de muur en tegen een grote bal.",
        "Voelde kracht in de armen en moest lachen. Het lijf is er dus wel.",
        ("kracht", "armen", "plezier", "Ik ben er ook"),
        "Eén keer per dag iets zwaars dragen en dat merken.",
    ),
    (
        "Vertelde tegen de partner wat er in de sessies gebeurt.",
        "Met aandacht lopen en op een teken stilstaan. Daarna tekenen wat er te merken was.",
        "De tekening had voor het eerst een rand. Binnen en buiten zijn verschillend.",
        ("rand", "huid", "verbazing", ""),
        "De tekening thuis een plek geven.",
    ),
    (
        "Voelde honger en at op tijd. Dat gebeurt niet vaak.",
        "Bewegen op muziek, eerst klein, dan groter. De ogen bleven open.",
        "Groot bewegen voelde kinderachtig en vrij tegelijk.",
        ("licht", "borst", "schaamte", "Mensen kijken naar mij"),
        "Eén liedje per dag bewegen met de deur dicht.",
    ),
    (
        "Danste thuis twee keer. De kat keek.",
        "Afstand en nabijheid met een touw op de grond als grens.",
        "Wist precies waar de grens lag, en schrok daarvan op een goede manier.",
        ("stevig", "voeten", "zekerheid", "Hier begin ik"),
        "Merken waar de grens ligt in de bus of in een rij.",
    ),
    (
        "Ging in de rij een stap opzij en dat was genoeg.",
        "De prettige houding van het begin, en kijken wat er nu anders is.",
        "Het lijf voelt minder vreemd. Het mag er zijn.",
        ("rustig", "hele lijf", "tevreden", "Dit ben ik"),
        "Doorgaan met de avondhouding.",
    ),
)
SUCCESSES = {
    1: "U bleef met uw aandacht bij uw voeten, een hele minuut.",
    3: "U liet een golf komen en weer gaan.",
    4: "U wachtte een ademtocht en koos toen zelf.",
    7: "U zei stop, en dat was genoeg.",
}


EVALUATED = (
    ("Voortgang bij de behandeldoelen", "Ik merk eerder wat er gebeurt.", "De doelen kloppen nog."),
    ("Identiteit", "Ik voel beter wat van mij is.", "Herkent gevoelens aan het lijf."),
    ("Zelf-directie", "Ik wacht een ademtocht.", "Kiest vaker zelf het tempo."),
    ("Empathie", "", "Kwam weinig aan bod."),
    ("Intimiteit", "Dichtbij is nog spannend.", "Oefenen met afstand en nabijheid is begonnen."),
)


def note(theme: str, number: int, unfinished: bool) -> Paper:
    """Return plan and note of a session; the texts begin again when there are more sessions than texts."""
    bank = FLOODED if theme == "flooded" else ESTRANGED
    check_in, how, reflection, (what, where, emotion, conviction), home = bank[(number - 1) % len(bank)]
    pick = PICKED[(number - 1) % len(PICKED)]
    said = {"check_in": check_in, f"how-{pick}": how, f"role-{pick}": "guides"}
    if not unfinished:
        said |= {
            "reflection": reflection,
            "channel-bodily-experience": f"{what.capitalize()}, {where}.",
            "sensation-0-what": what,
            "sensation-0-where": where,
            "sensation-0-emotion": emotion,
            "sensation-0-conviction": conviction,
            "home": home,
            "can-aware": "ja",
            "success": SUCCESSES.get(number, ""),
        }
    plan = {f"pick-{pick}": "ja", "plan": "Eerst landen, dan bewegen, aan het eind vijf minuten napraten."}
    return Paper(plan, {name: text for name, text in said.items() if text})
