"""What the catalogue says about a mistake in a module file, in Dutch for who writes one in the browser."""

import re

_KINDS = {
    "a building block": "een bouwsteen",
    "a joint decision": "een gezamenlijk besluit",
    "a phase": "een fase",
    "an aspect": "een aspect",
    "a checklist": "een lijst",
    "a criterion": "een criterium",
    "a line of this checklist": "een regel van deze lijst",
    "a subgoal": "een subdoel",
}
_LANGUAGES = {"Dutch": "Nederlandse", "English": "Engelse"}
_SOURCE = "Noem een bron: een nummer zoals S2-053, een DOI zoals 10.1000/xyz, of own."

_TOLD: tuple[tuple[str, str], ...] = (
    # How the file is written.
    (r"Keep the file under 1 MB\.", "Houd het bestand kleiner dan 1 MB."),
    (r"Keep the file under (\d+) values\.", "Houd het bestand onder {0} waarden."),
    (
        r"Save the file as UTF-8: this line holds bytes that are not\.",
        "Sla het bestand op als UTF-8: op deze regel staan tekens die dat niet zijn.",
    ),
    (r"Take out the invisible character(?: on this line)?\.", "Haal het onzichtbare teken weg."),
    (r"Write this so that it can be read as YAML: (.*)\.", "Schrijf dit zo dat het als YAML te lezen is ({0})."),
    (
        r"Keep one document in a file: put what follows --- elsewhere\.",
        "Zet één module in een bestand: wat na --- komt, hoort ergens anders.",
    ),
    (
        r"Write the value out: a file cannot point at another place \(\*\)\.",
        "Schrijf de waarde voluit: een bestand kan niet naar een andere plek verwijzen (*).",
    ),
    (r"Use a plain word as key, not a list or block\.", "Gebruik een gewoon woord als sleutel, geen lijst of blok."),
    (r"Use a plain word as key\.", "Gebruik een gewoon woord als sleutel."),
    (r"Put no more than (\d+) lists and blocks inside each other\.", "Zet hooguit {0} lijsten en blokken in elkaar."),
    (
        r"Write this key once: it stands on line (\d+) too\.",
        "Schrijf deze sleutel één keer: die staat ook op regel {0}.",
    ),
    (
        r"Put quotes around (.*): without them it can be misread\.",
        "Zet aanhalingstekens om {0}: zonder kan het verkeerd worden gelezen.",
    ),
    (
        r"Take out the name for this place \(&\): nothing points at it\.",
        "Haal de naam van deze plek (&) weg: niets verwijst ernaar.",
    ),
    (
        r"Take out the type mark \(!\): values speak for themselves\.",
        "Haal het teken (!) weg: een waarde spreekt voor zich.",
    ),
    # Groups.
    (
        r"Take this out, or name group among the forms\.",
        "Haal dit weg, of noem group bij forms.",
    ),
    (
        r"Write how many take part, 2 or more and low not above high\.",
        "Schrijf hoeveel mensen meedoen, 2 of meer, low niet hoger dan high.",
    ),
    (r"Write how many lead the group, 1 or more\.", "Schrijf hoeveel mensen de groep begeleiden, 1 of meer."),
    # Movement.
    (
        r"Write own and nothing else: no source asks for a check of effort\.",
        "Schrijf own en niets anders: geen bron vraagt om een inspanningscheck.",
    ),
    (
        r"Add the group of kind effort_check: this module asks for effort\.",
        "Voeg de groep met soort effort_check toe: deze module vraagt inspanning.",
    ),
    (
        r"Name a way that this module has: there is no (.*)\.",
        "Noem een manier die deze module heeft: {0} bestaat niet.",
    ),
    (
        r"Write before or after: this movement goes with a session\.",
        "Schrijf before of after: dit bewegen hoort bij een sessie.",
    ),
    (
        r"Name a kind of intervention that this module has: there is no (.*)\.",
        "Noem een soort interventie die deze module heeft: {0} bestaat niet.",
    ),
    # Its shape.
    (r"Write a text here; put quotes around a number\.", "Schrijf hier een tekst; zet aanhalingstekens om een getal."),
    (r"Write a text here: it is empty\.", "Schrijf hier een tekst: het is leeg."),
    (r"Write a text here that every program can read\.", "Schrijf hier een tekst die elk programma kan lezen."),
    (r"Write a whole number here, without quotes\.", "Schrijf hier een heel getal, zonder aanhalingstekens."),
    (r"Write true or false here, without quotes\.", "Schrijf hier true of false, zonder aanhalingstekens."),
    (
        r"Write a list here: lines that begin with a dash\.",
        "Schrijf hier een lijst: regels die met een streepje beginnen.",
    ),
    (r"Write a block here with keys of its own\.", "Schrijf hier een blok met eigen sleutels."),
    (r"Write a date here, such as (.*)\.", "Schrijf hier een datum, zoals {0}."),
    (r"Write a date here that exists, such as (.*)\.", "Schrijf hier een datum die bestaat, zoals {0}."),
    (r"Add the (Dutch|English) text: it is missing\.", "Voeg de {0} tekst toe: die ontbreekt."),
    (r"Add the key (.*): it is missing\.", "Voeg de sleutel {0} toe: die ontbreekt."),
    (r"Write the (Dutch|English) text: it is empty\.", "Schrijf de {0} tekst: die is leeg."),
    (
        r"Take out this key: it is not known here\. Did you mean (.*)\? Known are (.*)\.",
        "Haal deze sleutel weg: die hoort hier niet. Bedoelt u {0}? Hier horen: {1}.",
    ),
    (
        r"Take out this key: it is not known here\. Known are (.*)\.",
        "Haal deze sleutel weg: die hoort hier niet. Hier horen: {0}.",
    ),
    # Its sources, ids and names.
    (r"Say what this rests on\. .*", f"Zeg waar dit op steunt. {_SOURCE}"),
    (r"Name a requirement such as .*", _SOURCE),
    (r"Name a requirement that exists: (.*) does not\.", "Noem een bron die bestaat: {0} bestaat niet."),
    (
        r"Write the id with lower-case letters, digits and hyphens only\.",
        "Schrijf de id met alleen kleine letters, cijfers en streepjes.",
    ),
    (r"Choose another id: (.*) is (.*) already\.", "Kies een andere id: {0} heet al {1}."),
    (r"Choose another code: subgoal (.*) has (.*) already\.", "Kies een andere code: subdoel {0} heeft {1} al."),
    (
        r"Write the version as numbers with points, such as '1\.0'\.",
        "Schrijf de versie als getallen met punten, zoals '1.0'.",
    ),
    (
        r"Name a subgoal that stands earlier in the ladder: (.*) does not\.",
        "Noem een subdoel dat eerder op de ladder staat: {0} staat later.",
    ),
    (
        r"Name (an? .*) that this module has: there is no (.*)\.",
        "Noem {0} van deze module: {1} is er niet.",
    ),
    # What it promises.
    (
        r"Write the lowest age in months, 0 or more and not above high_months\.",
        "Schrijf de laagste leeftijd in maanden: 0 of meer, en niet hoger dan high_months.",
    ),
    (r"Write at least one line in this list\.", "Schrijf ten minste één regel in deze lijst."),
    (
        r"Take out the phases, or let phase_order be ordered or free\.",
        "Haal de fasen weg, of maak van phase_order ordered of free.",
    ),
    (r"Add phases, or write none: (.*) asks for phases\.", "Voeg fasen toe, of schrijf none: {0} vraagt om fasen."),
    (
        r"Write at least one sign that shows this phase has done its work\.",
        "Schrijf ten minste één teken waaraan men ziet dat deze fase klaar is.",
    ),
    (
        r"Add subgoals, or say own_goals: true for a block without them\.",
        "Voeg subdoelen toe, of schrijf own_goals: true bij een bouwsteen zonder subdoelen.",
    ),
    (r"Take this out: a fixed dose has only high\.", "Haal dit weg: bij een vast aantal sessies hoort alleen high."),
    (
        r"Write the number of sessions of this fixed dose, 1 or more\.",
        "Schrijf het vaste aantal sessies: 1 of meer.",
    ),
    (
        r"Name the joint decision that can extend a fixed dose\.",
        "Noem het gezamenlijke besluit waarmee een vast aantal sessies kan worden verlengd.",
    ),
    (
        r"Write low and high, 1 or more, low not above high\.",
        "Schrijf low en high: 1 of meer, en low niet hoger dan high.",
    ),
    (r"Take this out: an open dose has no numbers\.", "Haal dit weg: een open aantal sessies heeft geen getallen."),
    (r"Take this out: only a fixed dose is extended\.", "Haal dit weg: alleen een vast aantal sessies wordt verlengd."),
    (
        r"Write the shortest length in minutes, 1 or more and not above minutes_high\.",
        "Schrijf de kortste duur in minuten: 1 of meer, en niet hoger dan minutes_high.",
    ),
    (r"Write after how many sessions, 1 or more\.", "Schrijf na hoeveel sessies: 1 of meer."),
    (r"Write (\d+) or less: the dose is (\d+) sessions\.", "Schrijf {0} of minder: de behandeling telt {1} sessies."),
    (r"Write after how many sessions again, 1 or more\.", "Schrijf na hoeveel sessies opnieuw: 1 of meer."),
    (
        r"Take this out: only contra-indications are overridden\.",
        "Haal dit weg: alleen van een contra-indicatie kan worden afgeweken.",
    ),
    (
        r"Write none: contra-indications are answered with no to go on\.",
        "Schrijf none: bij contra-indicaties is het antwoord nee om verder te gaan.",
    ),
    (
        r"Add who is consulted when a contra-indication is overridden\.",
        "Voeg toe met wie wordt overlegd als van een contra-indicatie wordt afgeweken.",
    ),
    (r"Add before_start to this list\.", "Voeg before_start toe aan deze lijst."),
    (
        r"Add the consent with scope treatment that opens start\.",
        "Voeg de toestemming toe met scope treatment en opens start.",
    ),
    (
        r"Add the consent with scope touch that opens touch: this uses touch\.",
        "Voeg de toestemming toe met scope touch en opens touch: hier wordt aangeraakt.",
    ),
    (r"Add the words to rate subgoals with\.", "Voeg de woorden toe waarmee subdoelen worden gescoord."),
    (r"Write a higher number than for the word before\.", "Schrijf een hoger getal dan bij het woord ervoor."),
    (
        r"Say carries: true for the first word from which next subgoals can follow\.",
        "Schrijf carries: true bij het eerste woord waarna volgende subdoelen kunnen komen.",
    ),
    (
        r"Name at least two parties, each of them once\.",
        "Noem ten minste twee partijen, elk één keer.",
    ),
    (r"Write a date after checked_on\.", "Schrijf een datum na checked_on."),
    (
        r"Write (\d+): this list is numbered from 1 upwards\.",
        "Schrijf {0}: deze lijst is genummerd vanaf 1.",
    ),
    (r"Write (.*) here\.", "Schrijf hier een van deze woorden: {0}."),
)
_SENTENCES = tuple((re.compile(pattern, re.DOTALL), dutch) for pattern, dutch in _TOLD)


def in_dutch(expected: str) -> str:
    """Return what is expected in Dutch; a sentence that is not known stays as it is."""
    for pattern, dutch in _SENTENCES:
        if match := pattern.fullmatch(expected):
            return dutch.format(*(_word(part) for part in match.groups()))
    return expected


def _word(part: str) -> str:
    return _KINDS.get(part) or _LANGUAGES.get(part) or part.replace("' or '", "', '")
