"""The Dutch words this room shows for codes of modules and sources."""

DISCIPLINES = {
    "pmt": "psychomotorische therapie",
    "pmkt": "psychomotorische kindertherapie",
    "psychosomatic_physiotherapy": "psychosomatische fysiotherapie",
}
MODULES = {
    "pmt": "PMT",
    "pmt-addon": "PMT add-on",
    "pmkt-attachment": "PMKT bij hechting",
    "psychosomatic-physio": "Psychosomatische fysiotherapie",
    "movement-in-trauma": "Beweging bij trauma",
}
AGE_GROUPS = {"child": "kinderen", "youth": "jongeren", "adult": "volwassenen", "older": "ouderen"}
FORMS = {"individual": "alleen", "dyad": "samen met iemand", "group": "in een groep"}
NEEDS = {"all": "Op alles is het antwoord ja", "any": "Op ten minste één is het antwoord ja", "none": "Alles is nee"}
KINDS = {
    "eligibility": "past de cliënt",
    "indication": "indicatie",
    "contra_indication": "contra-indicatie",
    "precondition": "randvoorwaarde",
    "joint_session": "samen in een sessie",
    "effort_check": "eigen inspanningscheck",
}
ASKED = {"before_start": "voor de start", "at_evaluation": "bij elke evaluatie"}
OPENS = {"start": "nodig om te starten", "letters": "nodig voor brieven", "touch": "nodig voor aanraking"}
ROUTES = {"private": "zelf aanmelden", "institution": "via een instelling", "lead_clinician": "via de regiebehandelaar"}
ATTENDED = {"client": "cliënt", "caregivers": "ouders of verzorgers", "lead_clinician": "regiebehandelaar"}
FILLED_IN = {"caregivers": "ouders", "teacher": "leerkracht", "child": "kind", "therapist": "therapeut"}
ORDERS = {"ordered": "Vaste volgorde", "free": "Vrije volgorde", "none": "Geen fasen"}
PARTIES = {"client": "cliënt", "therapist": "therapeut", "lead_clinician": "regiebehandelaar"}
MODES = {"talk": "gesprek", "psycho_education": "uitleg", "joint_session": "samen in een sessie"}
AUDIENCES = {"caregivers": "ouders", "school": "school", "guardian": "voogd", "relatives": "naasten"}
LEVELS = {"required": "verplicht", "desirable": "gewenst"}

DOCUMENTS = {
    "S0": "Artikel voor het publiek over psychomotorische therapie (januari 2026)",
    "S1": "PMT add-on bij persoonlijkheidsstoornissen (NPI)",
    "S2": "Module PMKT bij hechtingsproblemen (2019, herzien 2024)",
    "S3": "Artikel over psychosomatische fysiotherapie (februari 2026)",
    "S4": "Vraag en antwoord over sport en bewegen bij traumabehandeling",
}
LAWS = {
    "standards-4.4": "Toestemming en inzage: Burgerlijk Wetboek boek 7, artikelen 447, 450, 457 en 465.",
    "standards-4.5": "Meldcode huiselijk geweld en kindermishandeling: de vijf stappen.",
}
OWN = "own"
OWN_WORDS = "De bron zegt hier niets over. Dit is een keuze van de makers van de module of van dit programma."
