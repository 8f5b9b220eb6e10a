"""Joint decisions: rounds of voices on a proposal, with the outcome that follows from the voices."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from lijfspoor.domain.caremodules.agreements import Party
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import DecisionClosed, DecisionOpened, VoiceGiven
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import DecisionStanding, Round, Voice

Parties = tuple[Party, ...]


@dataclass(slots=True)
class _Draft:
    """A round while it is being read."""

    sessions: int
    opened_on: date
    said: list[Voice] = field(default_factory=list)
    counting: dict[Party, Voice] = field(default_factory=dict)
    closed_on: date | None = None
    superseded: bool = False


def decisions(module: CareModule, history: History) -> tuple[DecisionStanding, ...]:
    """Return every joint decision of the module with its rounds, oldest first (S1-013)."""
    drafts: dict[str, list[_Draft]] = {d.id: [] for d in module.agreements.decisions}
    parties = {d.id: d.parties for d in module.agreements.decisions}
    for fact in history.of(DecisionOpened, VoiceGiven, DecisionClosed):
        if fact.decision in drafts:
            _take_in(fact, drafts[fact.decision], parties[fact.decision])
    return tuple(
        DecisionStanding(decision, tuple(_round(draft, parties[decision]) for draft in rounds))
        for decision, rounds in drafts.items()
    )


def outcome(parties: Parties, voices: Mapping[Party, Voice]) -> Literal["open", "agreed", "divided"]:
    """Return what the voices give by the rule `all_yes`: open as long as one is missing or unsure."""
    given = [voices[party].voice if party in voices else "unsure" for party in parties]
    if "unsure" in given:
        return "open"
    return "agreed" if all(voice == "yes" for voice in given) else "divided"


def _take_in(fact: DecisionOpened | VoiceGiven | DecisionClosed, rounds: list[_Draft], parties: Parties) -> None:
    running = rounds[-1] if rounds and rounds[-1].closed_on is None else None
    if isinstance(fact, DecisionOpened):
        if running:
            running.closed_on = fact.stamp.holds_on
            running.superseded = True
        rounds.append(_Draft(fact.sessions, fact.stamp.holds_on))
    elif isinstance(fact, VoiceGiven):
        if running and fact.party in parties:
            voice = _voice(fact)
            running.said.append(voice)
            running.counting[fact.party] = voice
    elif running and outcome(parties, running.counting) != "open":
        running.closed_on = fact.stamp.holds_on


def _voice(fact: VoiceGiven) -> Voice:
    return Voice(fact.party, fact.voice, fact.reason, fact.stamp.holds_on, fact.stamp.by, fact.as_spoken)


def _round(draft: _Draft, parties: Parties) -> Round:
    return Round(
        sessions=draft.sessions,
        opened_on=draft.opened_on,
        voices=tuple(draft.counting[party] for party in parties if party in draft.counting),
        earlier=tuple(_earlier(draft)),
        outcome=outcome(parties, draft.counting),
        closed_on=draft.closed_on,
        superseded=draft.superseded,
    )


def _earlier(draft: _Draft) -> Iterator[Voice]:
    for voice in draft.said:
        if draft.counting[voice.party] is not voice:
            yield voice
