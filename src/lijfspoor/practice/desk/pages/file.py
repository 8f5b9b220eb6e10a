"""The client's file on one page: who, the next step, the way so far, what can or must be done, and everything else."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from lijfspoor.domain.pathways.facts import DevelopmentalAgeStated
from lijfspoor.domain.pathways.history import history
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.domain.pathways.steps import Urgency
from lijfspoor.practice.desk.acts import ACTS, FIRST, About
from lijfspoor.practice.desk.addresses import address
from lijfspoor.practice.desk.flows.file import ClientFile
from lijfspoor.practice.desk.pages import around, ladder
from lijfspoor.practice.desk.pages.due import act_link, advice_items
from lijfspoor.practice.desk.pages.intake import intake_steps
from lijfspoor.practice.desk.pages.timeline import timeline
from lijfspoor.practice.desk.pages.words import STAGES, age_words, months_words
from lijfspoor.practice.intake.forms import CONSULTED
from lijfspoor.practice.look import dutch
from lijfspoor.practice.look.parts import Chip, DueItem, Fact, Link, NextStep
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.treatment.cards import SessionCard
from lijfspoor.practice.treatment.pages_course import around_places, river_path

LAST_SESSIONS = 5
MOST_EXPLAINED = 4
NOTHING = "Er is nu niets dat moet."
NOTHING_BEFORE = "Wat nog moet, staat bij ‘Voor de start’."
IN_THE_STEPS = frozenset(
    {
        "consent-missing",
        "consent-unknown",
        "criterion-open",
        "examination-part-open",
        "forewarning-due",
        "goal-missing",
        "meeting-due",
        "plan-missing",
    }
)


def file_page(file: ClientFile) -> dict[str, Any]:
    """Fill the file of a client."""
    course = file.course
    page: dict[str, Any] = {
        "card": file.circle.card,
        "facts": _facts(file),
        "treats": file.circle.relation.treats,
        "course": course,
        "news": around.news(file),
        "seen_before": file.seen_before,
        "people": around.people(file.network, course),
        "own_consents": around.own_consents(course),
        "others": [_other(each) for each in file.others],
        "timeline": timeline(((course,) if course else ()) + file.others, file.day),
    }
    return page | _treatment(file, course) if course else page


def _treatment(file: ClientFile, course: Course) -> dict[str, Any]:
    stage = course.standing.stage
    started = course.standing.started_on is not None
    return {
        "step": _next_step(file, course),
        "overrides": list(_overrides(course)),
        "river": river_path(course) if started else None,
        "line": _line_words(course),
        "advice": _advice(file, course),
        "nothing": NOTHING_BEFORE if stage is Stage.INTAKE else NOTHING,
        "intake": intake_steps(course) if stage is Stage.INTAKE else [],
        "stones": ladder.stones(course) if started or stage is Stage.CLOSED else [],
        "goals": ladder.goals(course),
        "sessions": _sessions(file),
        "has_sessions": bool(file.sessions),
        "documents": around.documents(file, course),
        "explained": file.explained[:MOST_EXPLAINED],
        "taper": course.standing.taper,
        "closing": course.standing.closing,
        "places": _places(course),
        "stage": STAGES[stage],
    }


def _facts(file: ClientFile) -> list[Fact]:
    course, born = file.course, file.circle.card.born
    stated = history(course.facts, course.on_day).last(DevelopmentalAgeStated) if course else None
    developed = f"ontwikkeling rond {months_words(stated.months)}" if stated else ""
    found = [Fact("Leeftijd", age_words(born, file.day), developed or (dutch.day(born) if born else ""))]
    leads = [line.name for line in file.circle.team if line.kind == "leads"]
    if course:
        found += _course_facts(course, file.slot)
    if leads:
        found.append(Fact("Regiebehandelaar", ", ".join(leads)))
    return found


def _course_facts(course: Course, slot: str) -> list[Fact]:
    module, standing = course.module, course.standing
    found = [
        Fact(
            "Behandelmodule",
            module.short_title.nl,
            f"versie {module.version}",
            address("library:module", module.pin),
        )
    ]
    if course.variants:
        areas = ", ".join(area.name.nl for area in course.areas)
        variants = ", ".join(each.name.nl.lower() for each in course.variants)
        found.append(Fact("Vorm", variants.capitalize(), areas, address("intake:variants", course.treatment_id)))
    phase = next((each for each in module.approach.phases if each.id == standing.phase), None)
    if phase:
        numbers = [str(block.number) for block in module.goals.blocks if block.id in phase.blocks]
        blocks = f"bouwsteen {' en '.join(numbers)}" if numbers else ""
        found.append(Fact("Fase", f"{phase.number}, {phase.name.nl.lower()}", blocks))
    else:
        found.append(Fact("Stand", STAGES[standing.stage]))
    found.append(Fact("Sessies", *_dose(course)))
    if slot:
        found.append(Fact("Vaste plek", slot[0].upper() + slot[1:]))
    return [*found, Fact("Behandelaar", standing.therapist_name or "nog niemand")]


def _dose(course: Course) -> tuple[str, str]:
    dose = course.standing.dose
    if dose.limit is not None:
        extended = f"waarvan {dose.extended_by} door verlenging" if dose.extended_by else ""
        return f"{dose.held} van {dose.limit}", extended
    expected = f"de module verwacht {dose.low} tot {dose.high}" if dose.low and dose.high else ""
    return str(dose.held), expected


def _next_step(file: ClientFile, course: Course) -> NextStep | None:
    if not file.circle.relation.treats:
        return _own_voice(course) if file.circle.relation.leads else None
    if course.standing.stage is Stage.CLOSED:
        return None
    if course.standing.stage is Stage.INTAKE:
        return _intake_step(course)
    return _session_step(file, course)


def _own_voice(course: Course) -> NextStep | None:
    for decision in course.standing.decisions:
        running = decision.running
        if running and running.voice_of("lead_clinician") is None:
            return NextStep(
                before="Uw stem wordt gevraagd",
                title=f"Voorstel: {running.sessions} sessies erbij",
                detail=f"Gedaan op {dutch.day(running.opened_on)}.",
                main=Link(
                    "Lees het voorstel",
                    reverse("treatment:decision", args=[course.treatment_id, decision.decision]),
                    icon="stem",
                ),
            )
    return None


def _intake_step(course: Course) -> NextStep | None:
    """What comes first of the intake; when all is there, the start."""
    ready = [each for each in course.advice if each.code == "start-possible"]
    waits = sorted((a for a in course.advice if a.urgency is Urgency.DUE), key=lambda each: FIRST[each.code])
    for each in (*ready, *waits):
        about = About(course.client_id, course.treatment_id, course.module, each.subject)
        link = act_link(each.code, about, icon=ACTS[each.code].icon)
        if link:
            whole = Link("Hele intake", reverse("intake:overview", args=[course.treatment_id]))
            return NextStep(
                before="Eerst dit", title=each.title.nl, detail=each.reason.text.nl, main=link, others=(whole,)
            )
    return None


def _session_step(file: ClientFile, course: Course) -> NextStep:
    """The next session that is planned; else a note to finish; else planning one."""
    open_cards = [each for each in file.sessions if each.outcome is None]
    if open_cards:
        card = open_cards[0]
        when = f"{dutch.day(card.starts_at, weekday=True, year=False)} om {dutch.clock(card.starts_at)} uur"
        return NextStep(
            before=f"{when[0].upper()}{when[1:]}",
            title=f"Sessie {card.number}",
            detail=" · ".join(part for part in (card.place, "samen met een naaste" if card.joined_by else "") if part),
            main=Link("Open de sessie", reverse("treatment:session", args=[card.id]), icon="start"),
            others=(Link("Plan sessies", reverse("treatment:plan_session", args=[course.treatment_id])),),
        )
    drafts = [each for each in file.sessions if each.held and each.note != "signed"]
    if drafts:
        card = drafts[-1]
        return NextStep(
            before="Er is nog geen nieuwe sessie gepland",
            title=f"Verslag van sessie {card.number}",
            main=Link("Schrijf en teken", reverse("treatment:session", args=[card.id]), icon="pen"),
            others=(Link("Plan sessies", reverse("treatment:plan_session", args=[course.treatment_id])),),
        )
    return NextStep(
        before="Er is nog geen nieuwe sessie gepland",
        title="Plan de volgende sessie",
        main=Link("Plan sessies", reverse("treatment:plan_session", args=[course.treatment_id]), icon="agenda"),
    )


def _advice(file: ClientFile, course: Course) -> list[DueItem]:
    """All advice for who treats; a lead clinician reads it without acts.

    What was passed shows above, and what the steps before the start already list is not said twice.
    """
    listed = IN_THE_STEPS if course.standing.stage is Stage.INTAKE else frozenset()
    shown = [each for each in course.advice if each.code not in listed | {"overridden"}]
    ranked = sorted(shown, key=lambda each: (list(Urgency).index(each.urgency), FIRST[each.code], each.subject))
    return advice_items(course, ranked, acts=file.circle.relation.treats)


def _overrides(course: Course) -> Iterator[dict[str, Any]]:
    """Every passed contra-indication with its reason: it shows for ever, also after closing (S2-021)."""
    for group in course.standing.groups:
        for each in group.criteria:
            if each.override:
                yield {
                    "what": course.module.criterion(each.criterion)[1].text.nl,
                    "override": each.override,
                    "role": CONSULTED.get(each.override.consulted_role, each.override.consulted_role),
                    "sources": course.module.criterion(each.criterion)[0].sources,
                }


def _line_words(course: Course) -> str:
    """How many sessions were agreed, for a module that agrees on a number (S1-011, S1-013)."""
    dose = course.standing.dose
    if dose.limit is None:
        return ""
    agreed = f"Afgesproken: {dose.limit - dose.extended_by} sessies."
    return f"{agreed} Samen besloten: {dose.extended_by} erbij." if dose.extended_by else agreed


def _sessions(file: ClientFile) -> list[dict[str, Any]]:
    """The last sessions that were held, missed or are overdue, the latest first."""
    past = [each for each in file.sessions if each.outcome is not None or each.starts_at <= file.now]
    return [
        {"card": each, "url": reverse("treatment:session", args=[each.id]), "chips": _session_chips(each, file)}
        for each in reversed(past[-LAST_SESSIONS:])
    ]


def _session_chips(card: SessionCard, file: ClientFile) -> list[Chip]:
    if card.missed:
        return [Chip("niet doorgegaan")]
    if card.note == "signed":
        return [Chip("verslag getekend", "settled", "vink")]
    if card.note == "draft":
        return [Chip("verslag in concept", "wait", "pen")]
    treats = file.circle.relation.treats
    return [Chip("verslag nog schrijven" if card.held else "nog vastleggen", "wait", "pen")] if treats else []


def _places(course: Course) -> list[Link]:
    """Where one can go in this treatment."""
    started = course.standing.started_on is not None
    names = [("intake:overview", "Intake")]
    if started:
        names += [
            ("treatment:sessions", "Sessies"),
            ("treatment:phases", "Fasen" if course.module.approach.phases else "Verloop"),
            ("treatment:subgoals", "Subdoelen" if course.module.goals.blocks else "Doelen"),
            ("treatment:evaluation", "Evaluatie"),
        ]
        names += [("treatment:bond", "Klik")] if course.module.agreements.bond else []
        names.append(("treatment:successes", "Wat lukte"))
    names += [(f"treatment:{name}", words) for name, words in around_places(course)]
    names += [("treatment:talks", "Gesprekken"), ("education:offer", "Uitleg"), ("letters:list", "Brieven")]
    names.append(("treatment:closing", "Afronden"))
    links = [Link(words, reverse(route, args=[course.treatment_id])) for route, words in names]
    done = Link("Werkvormen", reverse("exercises:client", args=[course.client_id]))
    return [*links[:2], done, *links[2:]] if started else links


def _other(course: Course) -> dict[str, Any]:
    standing = course.standing
    return {
        "title": course.module.short_title.nl,
        "stage": STAGES[standing.stage],
        "from": standing.started_on,
        "until": standing.closing.on if standing.closing else None,
        "held": standing.dose.held,
        "url": f"{reverse('desk:file', args=[course.client_id])}?traject={course.treatment_id}",
    }
