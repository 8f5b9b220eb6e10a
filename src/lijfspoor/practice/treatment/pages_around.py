"""What the pages on talks, safety, joint decisions and closing are filled with."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from lijfspoor.domain.caremodules.agreements import JointDecision, Party
from lijfspoor.domain.caremodules.surroundings import ParentMode
from lijfspoor.domain.kernel import Statement
from lijfspoor.domain.pathways import Step, StepKind
from lijfspoor.domain.pathways import facts as f
from lijfspoor.domain.pathways.model import Round
from lijfspoor.domain.pathways.model import Voice as SaidVoice
from lijfspoor.practice.look.dutch import day as dutch_day
from lijfspoor.practice.look.parts import Chip, Fact, Link, Voice
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.treatment.course_words import AUDIENCES, CODE_STEPS, MODES, PARTIES
from lijfspoor.practice.treatment.flows.closing import ClosingFile
from lijfspoor.practice.treatment.flows.decisions import DecisionFile, can_speak_for
from lijfspoor.practice.treatment.flows.minutes import Minutes
from lijfspoor.practice.treatment.flows.talks import TalksFile
from lijfspoor.practice.treatment.forms_around import TalkForm, VoiceForm
from lijfspoor.practice.treatment.pages_evaluation import closing_lines, earlier_evaluations
from lijfspoor.practice.treatment.told import told

NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
SAID = {"yes": "ja", "no": "nee", "unsure": "weet ik nog niet"}


def sessions_words(count: int) -> str:
    """Return a number of sessions in words, such as 'drie sessies'."""
    word = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{word} sessie" if count == 1 else f"{word} sessies"


def decision_page(file: DecisionFile) -> dict[str, Any]:
    """Fill the page of a joint decision: the voices of the round, what follows from them, earlier rounds."""
    course, standing = file.course, file.course.standing.decision(file.decision.id)
    now = standing.rounds[-1] if standing.rounds else None
    return {
        "decision": file.decision,
        "number": len(standing.rounds),
        "round": now,
        "running": standing.running,
        "voices": [_voice(file, party, now) for party in file.decision.parties] if now else [],
        "outcome": outcome_words(now, file.decision) if now else None,
        "ahead": _ahead(course, now) if now else [],
        "earlier": [
            _earlier(file, each, number) for number, each in reversed(list(enumerate(standing.rounds[:-1], 1)))
        ],
        "open_step": course.steps[Step(StepKind.OPEN_DECISION, file.decision.id)],
        "close_step": course.steps[Step(StepKind.CLOSE_DECISION, file.decision.id)],
        "topics": next(iter(earlier_evaluations(course, file.evaluations)), None),
        "therapist": course.standing.therapist_name,
    }


def voice_forms(file: DecisionFile, posted: Mapping[str, VoiceForm]) -> list[tuple[str, str, bool, VoiceForm]]:
    """Return a form for each party the reader can speak for: party, words, whether it spoke before, form."""
    standing = file.course.standing.decision(file.decision.id)
    if standing.running is None:
        return []
    return [
        (
            party,
            PARTIES[party],
            standing.running.voice_of(party) is not None,
            posted.get(party) or _voice_form(party, len(standing.rounds), standing.running.voice_of(party)),
        )
        for party in file.decision.parties
        if can_speak_for(party, file.relation)
    ]


def _voice_form(party: Party, number: int, said: SaidVoice | None) -> VoiceForm:
    initial: dict[str, Any] = {"round_number": number}
    if said is not None:
        initial |= {"voice": said.voice, "reason": said.reason}
    return VoiceForm(initial=initial, auto_id=f"{party}_%s")


def _name(file: DecisionFile, party: Party, said: SaidVoice | None) -> str:
    if party == "client":
        return file.course.around.card.short
    if party == "therapist":
        return file.course.standing.therapist_name or "nog niet bekend"
    if said is not None:
        return said.by
    return ", ".join(line.name for line in file.leads) or "nog niet bekend"


def _voice(file: DecisionFile, party: Party, now: Round) -> Voice:
    said = now.voice_of(party)
    act = None
    if now.closed_on is None and can_speak_for(party, file.relation):
        words = "Schrijf de stem op" if party == "client" else "Geef uw stem"
        changed = "Pas de stem aan" if party == "client" else "Pas uw stem aan"
        act = Link(changed if said else words, f"#stem-{party}", about=f"van {PARTIES[party].lower()}")
    elif now.closed_on is None and party == "lead_clinician" and file.relation.treats and not said:
        url = reverse("treatment:ask_lead", args=[file.course.treatment_id, file.decision.id])
        act = Link("Hoe vraagt u de stem?", url)
    if said is None:
        chip = Chip("Nog geen stem", "wait", "klok")
        asked = f"Gevraagd op {dutch_day(now.opened_on)}."
        return Voice(
            party=PARTIES[party], name=_name(file, party, None), answer=chip, words=asked, given=False, act=act
        )
    before = [each for each in now.earlier if each.party == party]
    return Voice(
        party=PARTIES[party],
        name=_name(file, party, said),
        answer=_answer(said, now.sessions),
        words=said.reason,
        quoted=party == "client",
        when=_when(said),
        earlier=" ".join(f"Eerder: {SAID[each.voice]}, ‘{each.reason}’, {dutch_day(each.on)}." for each in before),
        given=said.voice != "unsure",
        act=act,
    )


def _answer(said: SaidVoice, sessions: int) -> Chip:
    if said.voice == "yes":
        return Chip(f"Ja, {sessions_words(sessions)} erbij", "plum", "vink")
    if said.voice == "no":
        return Chip(f"Nee, geen {sessions_words(sessions)} erbij", "know", "kruis")
    return Chip("Weet ik nog niet", "wait", "klok")


def _when(said: SaidVoice) -> str:
    spoken = f", zoals gezegd; opgeschreven door {said.by}" if said.as_spoken else ""
    return f"{dutch_day(said.on)}{spoken}."


def outcome_words(now: Round, decision: JointDecision) -> dict[str, str]:
    """Return what follows from the voices: a sentence and what it means (docs/adr/0004)."""
    said = {voice.party for voice in now.voices if voice.voice != "unsure"}
    if now.superseded:
        return {"say": "Hierna kwam een ander voorstel.", "means": "Deze stemmen tellen niet meer mee."}
    if now.outcome == "agreed":
        tail = "Het besluit staat vast." if now.closed_on else "Sluit het besluit. Dan staat de verlenging vast."
        return {"say": f"Iedereen zegt ja: {sessions_words(now.sessions)} erbij.", "means": tail}
    if now.outcome == "divided":
        if now.closed_on:
            return {"say": "De stemmen verschillen. Er komt geen verlenging op dit voorstel.", "means": ""}
        return {
            "say": "De stemmen verschillen. Op dit voorstel komt er geen verlenging.",
            "means": decision.when_divided.nl,
        }
    left = len(decision.parties) - len(said)
    words = "Eén stem is nog open." if left == 1 else f"{NUMBERS[left].capitalize()} stemmen zijn nog open."
    return {
        "say": f"Nog geen besluit. {words}",
        "means": "Verlengen kan als iedereen ja zegt. Niemand vult een stem voor een ander in.",
    }


def _ahead(course: Course, now: Round) -> list[Fact]:
    limit = course.standing.dose.limit
    if limit is None or now.closed_on is not None:
        return []
    numbers = [str(number) for number in range(limit + 1, limit + now.sessions + 1)]
    listed = numbers[0] if len(numbers) == 1 else f"{', '.join(numbers[:-1])} en {numbers[-1]}"
    return [
        Fact("Als iedereen ja zegt", f"Sessie {listed}", extra="na het sluiten van het besluit"),
        Fact("Als iemand nee zegt", f"Het blijft bij {limit} sessies", extra="een nieuw voorstel kan altijd"),
    ]


def _earlier(file: DecisionFile, earlier: Round, number: int) -> dict[str, Any]:
    return {
        "number": number,
        "round": earlier,
        "words": sessions_words(earlier.sessions),
        "outcome": outcome_words(earlier, file.decision)["say"],
        "voices": [(PARTIES[v.party], SAID[v.voice], v) for v in (*earlier.earlier, *earlier.voices)],
    }


def talks(file: TalksFile, audience: str, form: TalkForm) -> dict[str, Any]:
    """Fill the page of talks: the log, the form for one audience, practice elsewhere."""
    course = file.course
    minutes = {each.subject: each.body for each in file.minutes}
    here = reverse("treatment:talks", args=[course.treatment_id])
    return {
        "audiences": [
            Link(words, f"{here}?met={code}#nieuw", current=code == audience) for code, words in AUDIENCES.items()
        ],
        "audience": audience,
        "audience_words": AUDIENCES[audience],
        "talks": [
            {
                "fact": fact,
                "with": AUDIENCES.get(fact.audience, fact.audience),
                "mode": MODES.get(fact.mode, fact.mode),
                "minutes": minutes.get(fact.stamp.id, {}),
            }
            for fact in reversed(told(course, f.TalkHeld))
        ],
        "practised": list(reversed(told(course, f.PracticeElsewhereNoted))),
        "hints": _hints(course, audience),
        "form": form,
        "can_practise": course.steps[Step(StepKind.NOTE_PRACTICE_ELSEWHERE)].allowed,
    }


def _hints(course: Course, audience: str) -> tuple[ParentMode, ...] | tuple[Statement, ...]:
    surroundings = course.module.surroundings
    if audience == "caregivers":
        return surroundings.parent_modes
    return surroundings.co_treatment if audience in ("co_treatment", "lead_clinician") else surroundings.network


def safety(kept: tuple[Minutes, ...]) -> dict[str, Any]:
    """Fill the page of the reporting code: its five steps, each with what was written down."""
    return {
        "code_steps": [
            {"id": id_, "words": words, "notes": [_code_note(each) for each in kept if each.subject == id_]}
            for id_, words in CODE_STEPS.items()
        ]
    }


def _code_note(kept: Minutes) -> dict[str, Any]:
    return {**kept.body, "by": kept.by, "day": date.fromisoformat(kept.body["on"])}


def closing(file: ClosingFile) -> dict[str, Any]:
    """Fill the closing page: the taper, reasons that can and cannot be taken now, how it ended."""
    course = file.course
    reasons = {each.id: each.text.nl for each in course.module.agreements.closing_reasons}
    steps = {step.target: each for step, each in course.steps.items() if step.kind is StepKind.CLOSE_TREATMENT}
    return {
        "taper": course.module.agreements.taper,
        "planned": course.standing.taper,
        "taper_step": course.steps[Step(StepKind.PLAN_TAPER)],
        "refused": [(reasons[id_], each.reasons) for id_, each in steps.items() if not each.allowed],
        "closing": closing_lines(course),
        "therapist": course.standing.therapist_name,
        "therapists": file.therapists,
        "group": next((each for each in course.advice if each.code == "group-follow-up"), None),
    }


def allowed_reasons(course: Course) -> frozenset[str]:
    """Return the closing reasons that can be chosen today."""
    steps = (each for step, each in course.steps.items() if step.kind is StepKind.CLOSE_TREATMENT)
    return frozenset(each.step.target for each in steps if each.allowed)
