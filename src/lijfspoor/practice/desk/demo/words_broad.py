"""What is written about the clients of the demo along the module for PMT; invented, no one's own words."""

from lijfspoor.practice.treatment.paper import Paper

TOLD = {
    "part.complaints": "Gespannen schouders en een hoge adem. Merkt pas laat dat het te veel was.",
    "part.medical-history": "Geen ziekten. Eerder gesprekken bij een coach; dat gaf begrip, geen rust.",
    "part.goals": "Eerder voelen dat het genoeg is, en dan ook stoppen.",
    "part.duration": "Begonnen met de korte vorm.",
    "part.questions": "Vroeg hoe een sessie gaat en of de partner iets kan doen.",
}
CHILD_TOLD = {
    "part.complaints": "Beweegt graag en hard, kiest wilde spelen, schrikt van lawaai. Samen spelen lukt kort.",
    "part.medical-history": "Gezond. Geen medicijnen.",
    "part.goals": "Samen spelen zonder ruzie.",
    "part.parents-view": "Thuis gaat het beter dan op school. Na schooltijd is zij op.",
    "parents.hope": "Dat zij met plezier naar school gaat.",
}
PLAN = {
    "plan.own-words": "Ik wil met Sara spelen zonder ruzie.",
    "plan.support.signs": "Zij gaat wiebelen en praat harder.",
    "plan.support.helps": "Even duwen tegen de muur of een rondje lopen. Daarna weer verder.",
    "plan.support.words": "Je lijf wil bewegen. Kom, we doen even de muur.",
}
# For each session: check-in, what was done, what came of it.
SESSIONS = {
    "adult": (
        ("Moe, hoofd vol.", "Spannen en ontspannen van de schouders.", "Merkte het verschil pas de derde keer."),
        ("Beter geslapen.", "Adem volgen in lopen.", "De adem zakte tijdens het lopen vanzelf."),
        ("Drukke week.", "Stoppen bij het eerste teken.", "Stopte eerder dan de vorige keer."),
        ("Heeft één afspraak afgezegd.", "Grenzen voelen met een touw op de vloer.", "Koos zelf de plek."),
        ("Rustig.", "Houding: zwaar worden op de grond.", "Bleef liggen zonder aan morgen te denken."),
    ),
    "child": (
        ("Kwam springend binnen.", "Klimmen en van de kast springen op de mat.", "Wachtte twee keer op de beurt."),
        ("Vertelde over Sara.", "Samen een bal in het doek houden.", "Zei zelf: nu even pauze."),
    ),
}


def note(who: str, number: int, unfinished: bool) -> Paper:
    """Return plan and note of a session; `who` is `adult` or `child`."""
    told = SESSIONS[who]
    check_in, did, came = told[(number - 1) % len(told)]
    answers = {"check_in": check_in, "own-0": did, "ownrole-0": "guides" if who == "adult" else "plays"}
    if unfinished:
        return Paper(note=answers)
    more = {"played": came} if who == "child" else {"reflection": came}
    return Paper(note={**answers, **more, "observation": "Schouders hoger bij spreken dan bij bewegen."})
