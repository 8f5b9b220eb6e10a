"""Joint decisions, read afresh from the facts: what was said is cut into rounds at each opening."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from lijfspoor.domain.caremodules.agreements import JointDecision
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import AnyFact, DecisionClosed, DecisionOpened, VoiceGiven
from lijfspoor.domain.pathways.model import DecisionStanding, Round, Voice
from tests.generative.reference.counting import every, place

Outcome = Literal["open", "agreed", "divided"]


def decisions(module: CareModule, facts: Sequence[AnyFact]) -> tuple[DecisionStanding, ...]:
    return tuple(DecisionStanding(decision.id, rounds(decision, facts)) for decision in module.agreements.decisions)


def rounds(decision: JointDecision, facts: Sequence[AnyFact]) -> tuple[Round, ...]:
    openings = [fact for fact in every(facts, DecisionOpened) if fact.decision == decision.id]
    found = []
    for number, opening in enumerate(openings):
        following = openings[number + 1] if number + 1 < len(openings) else None
        said = [
            fact
            for fact in facts
            if isinstance(fact, VoiceGiven | DecisionClosed)
            and fact.decision == decision.id
            and place(opening) < place(fact)
            and (following is None or place(fact) < place(following))
        ]
        found.append(one_round(decision, opening, said, following))
    return tuple(found)


def one_round(
    decision: JointDecision,
    opening: DecisionOpened,
    said: Sequence[VoiceGiven | DecisionClosed],
    following: DecisionOpened | None,
) -> Round:
    voices: list[VoiceGiven] = []
    closed_on: date | None = None
    for fact in said:
        if isinstance(fact, VoiceGiven) and fact.party in decision.parties:
            voices.append(fact)
        elif isinstance(fact, DecisionClosed) and outcome(decision, voices) != "open":
            closed_on = fact.stamp.holds_on
            break
    superseded = closed_on is None and following is not None
    if superseded and following is not None:
        closed_on = following.stamp.holds_on
    return Round(
        sessions=opening.sessions,
        opened_on=opening.stamp.holds_on,
        voices=tuple(as_voice(v) for party in decision.parties for v in voices_now(voices) if v.party == party),
        earlier=tuple(as_voice(voice) for voice in voices if voice not in voices_now(voices)),
        outcome=outcome(decision, voices),
        closed_on=closed_on,
        superseded=superseded,
    )


def voices_now(voices: Sequence[VoiceGiven]) -> list[VoiceGiven]:
    """The last voice of each party."""
    return [v for v in voices if all(o.party != v.party for o in voices if place(o) > place(v))]


def outcome(decision: JointDecision, voices: Sequence[VoiceGiven]) -> Outcome:
    words = {voice.party: voice.voice for voice in voices_now(voices)}
    if any(words.get(party, "unsure") == "unsure" for party in decision.parties):
        return "open"
    return "agreed" if all(words[party] == "yes" for party in decision.parties) else "divided"


def as_voice(fact: VoiceGiven) -> Voice:
    return Voice(fact.party, fact.voice, fact.reason, fact.stamp.holds_on, fact.stamp.by, fact.as_spoken)


def agreed_sessions(module: CareModule, facts: Sequence[AnyFact], decision_id: str) -> int:
    """How many sessions were added by agreed and closed rounds."""
    named = [decision for decision in module.agreements.decisions if decision.id == decision_id]
    return sum(
        each.sessions
        for decision in named
        for each in rounds(decision, facts)
        if each.closed_on is not None and not each.superseded and each.outcome == "agreed"
    )
