"""What came of a file, as plain lines."""

from collections.abc import Iterable, Iterator

from lijfspoor.practice.intake.details import ReferralCard
from lijfspoor.practice.look import dutch

MOST = 25
"""So many lines of one list are printed; the rest is counted and stays readable in the browser."""


def told(card: ReferralCard, *, was_known: bool) -> str:
    """Return what came of a file, to print."""
    return "\n".join(_lines(card, was_known))


def _lines(card: ReferralCard, was_known: bool) -> Iterator[str]:
    if was_known:
        day = dutch.day(card.received_on)
        yield f"Deze verwijzing was al binnengekomen op {day}. Er is niets toegevoegd."
    else:
        yield f"Verwijzing ingelezen: {card.client.name}."
    yield f"Adres in Lijfspoor: /aanmelding/{card.id}/"
    yield from _list("Nog na te vragen", card.still_to_ask)
    yield from _list("Bij het lezen opgevallen", card.cautions)
    yield from _list("Niet gebruikt (blijft bij de verwijzing bewaard)", card.unused)


def _list(title: str, lines: Iterable[str]) -> Iterator[str]:
    every = tuple(lines)
    if not every:
        return
    yield ""
    yield f"{title}:"
    yield from (f"  {line}" for line in every[:MOST])
    if len(every) > MOST:
        yield f"  en nog {len(every) - MOST}; alles staat bij de verwijzing."
