"""The Dutch words this room shows for its codes."""

FITS = {
    "yes": "Ja, we gaan zo door",
    "partly": "Deels, we passen iets aan",
    "no": "Nee, iets anders past beter",
}
BONDS = {
    "at_ease": "De cliënt voelt zich op zijn gemak en begrepen",
    "growing": "Het contact groeit nog",
    "other": "Misschien past een andere therapeut beter",
    "not_discussed": "Niet besproken",
}
DEGREES = {"yes": "Ja", "partly": "Een beetje", "no": "Nee", "not_said": "Niet gezegd"}
WISHES = {
    "stay": "Verder met deze therapeut",
    "talk": "Er eerst over praten",
    "change": "Liever een andere therapeut",
    "not_said": "Niet gezegd",
}
PARTIES = {"client": "Cliënt", "therapist": "Therapeut", "lead_clinician": "Regiebehandelaar"}
ANSWERS = {"yes": "Ja", "no": "Nee", "unknown": "Nog niet bekend"}
AUDIENCES = {
    "caregivers": "Ouders of verzorgers",
    "school": "School",
    "guardian": "Voogd",
    "relatives": "Naasten",
    "co_treatment": "Andere behandelaars",
    "lead_clinician": "Regiebehandelaar",
}
MODES = {
    "talk": "Gesprek",
    "psycho_education": "Uitleg",
    "joint_session": "Nabespreken van meedoen in de sessie",
    "handover": "Overdracht van aanpak en bejegening",
}
STAGES = {
    "not_referred": "nog niet aangemeld",
    "intake": "intake",
    "under_way": "in behandeling",
    "tapering": "afbouw",
    "closed": "afgerond",
}
CODE_STEPS = {
    "signals": "Breng in kaart wat u ziet en hoort",
    "consult": "Overleg met een collega, en zo nodig met Veilig Thuis",
    "talk": "Praat met de mensen om wie het gaat",
    "weigh": "Weeg hoe ernstig het is",
    "decide": "Beslis: is melden nodig, en is er genoeg hulp mogelijk",
}
