"""How the engine speaks: reasons with their sources, lists, days and names, in Dutch and English."""

from collections.abc import Iterable, Sequence
from datetime import date

from lijfspoor.domain.kernel import Reason, Text

OWN = ("own",)
"""The source id of what the sources leave open and the practice world adds itself."""

MONTHS = (
    Text(nl="januari", en="January"),
    Text(nl="februari", en="February"),
    Text(nl="maart", en="March"),
    Text(nl="april", en="April"),
    Text(nl="mei", en="May"),
    Text(nl="juni", en="June"),
    Text(nl="juli", en="July"),
    Text(nl="augustus", en="August"),
    Text(nl="september", en="September"),
    Text(nl="oktober", en="October"),
    Text(nl="november", en="November"),
    Text(nl="december", en="December"),
)

PARTIES = {
    "client": Text(nl="de cliënt", en="the client"),
    "therapist": Text(nl="de therapeut", en="the therapist"),
    "lead_clinician": Text(nl="de regiebehandelaar", en="the lead clinician"),
}

SCOPES = {
    "treatment": Text(nl="de behandeling", en="treatment"),
    "information": Text(nl="het delen van informatie", en="sharing information"),
    "touch": Text(nl="aanraking", en="touch"),
}


def because(code: str, text: Text, *sources: Sequence[str]) -> Reason:
    """Return a reason resting on all `sources` in order, each once; on `own` when none is given."""
    ids = tuple(dict.fromkeys(source for group in sources for source in group))
    return Reason(code, text, ids or OWN)


def say(nl: str, en: str) -> Text:
    """Return a text in both languages."""
    return Text(nl=nl, en=en)


def ended(words: Text) -> Text:
    """Return the words as the end of a sentence: with a full stop unless they end with a mark of their own."""
    return Text(nl=_stopped(words.nl), en=_stopped(words.en))


def _stopped(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."


def listed(texts: Iterable[Text]) -> Text:
    """Return the texts as one enumeration: `a, b en c` and `a, b and c`."""
    items = tuple(texts)
    return Text(nl=_joined([t.nl for t in items], "en"), en=_joined([t.en for t in items], "and"))


def _joined(words: list[str], last: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def day_text(day: date) -> Text:
    """Return a day as people write it: `3 maart 2025`, `3 March 2025`."""
    month = MONTHS[day.month - 1]
    return Text(nl=f"{day.day} {month.nl} {day.year}", en=f"{day.day} {month.en} {day.year}")


def scope_text(scope: str) -> Text:
    """Return what a consent is about, in words."""
    return SCOPES.get(scope, Text(nl=scope, en=scope))


def person_text(person: str, name: str) -> Text:
    """Return who is asked for consent: the client, or the holder of authority by name."""
    if person == "client":
        return PARTIES["client"]
    return Text(nl=name or person, en=name or person)


def sessions_text(count: int) -> Text:
    """Return a number of sessions in words: `1 sessie`, `8 sessies`."""
    if count == 1:
        return Text(nl="1 sessie", en="1 session")
    return Text(nl=f"{count} sessies", en=f"{count} sessions")


def held_text(count: int) -> Text:
    """Return how many sessions have been held, as a sentence."""
    if count == 1:
        return Text(nl="Er is nu 1 sessie geweest.", en="By now 1 session has been held.")
    return Text(nl=f"Er zijn nu {count} sessies geweest.", en=f"By now {count} sessions have been held.")
