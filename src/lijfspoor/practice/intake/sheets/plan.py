"""The sheet of the treatment plan, filled from what was written before (S2-025)."""

from collections.abc import Iterable

from lijfspoor.practice.intake.goals import goal_words
from lijfspoor.practice.intake.sheets import support
from lijfspoor.practice.intake.sheets.context import Case
from lijfspoor.practice.intake.sheets.shape import Line, Page, Section, Sheet


def sheet(case: Case) -> Sheet:
    """Return the plan to edit: every line starts with what profile, formulation, goals and module say."""
    picture, way = _picture_lines(case), _way_lines(case)
    return Sheet(
        kind="plan",
        title="Behandelplan",
        about="Gemaakt uit wat u al schreef. Pas aan wat anders moet.",
        sources=("S2-025",),
        pages=(
            Page(title="Beeld", sections=(Section(id="picture", title="Wat er speelt", lines=picture),)),
            Page(title="Doelen en aanpak", sections=(Section(id="way", title="Wat wij gaan doen", lines=way),)),
        ),
        start=start(case),
    )


def _picture_lines(case: Case) -> tuple[Line, ...]:
    lines = [Line(name="plan.question", label="Vraag en aanleiding", needed=True)]
    if case.standing.examination:
        lines.append(Line(name="plan.examination", label="Wat het onderzoek opleverde", rows=6))
    if case.module.diagnostics.profile:
        lines.append(Line(name="plan.profile", label="Sterke en zwakke kanten", rows=8, needed=True))
    if case.module.diagnostics.formulation:
        lines.append(Line(name="plan.formulation", label="Samenvatting van het beeld", needed=True))
    return tuple(lines)


def _way_lines(case: Case) -> tuple[Line, ...]:
    return (
        Line(name="plan.goals", label="Doelen", rows=6, needed=True),
        Line(name="plan.approach", label="Aanpak", rows=6, needed=True),
        Line(name="plan.evaluation", label="Wanneer kijken wij samen hoe het gaat?"),
        Line(
            name="plan.around",
            label="Afspraken met de mensen eromheen",
            hint="Wie doet mee, wie krijgt wat te horen, wat is afgesproken over eten en aanraken.",
        ),
        *support.lines(case.module, case.standing),
        Line(
            name="plan.own-words",
            label="In de woorden van de cliënt of de ouders",
            hint="Wat vinden zij van dit plan?",
        ),
    )


def start(case: Case) -> dict[str, str]:
    """Return what the plan starts with."""
    texts = {
        "plan.question": _question(case),
        "plan.examination": _examination(case),
        "plan.profile": _profile(case),
        "plan.formulation": case.papers.get("formulation", {}).get("summary", ""),
        "plan.goals": _lines(_goal(case, number) for number in range(len(case.standing.goals))),
        "plan.approach": _approach(case),
        "plan.evaluation": _evaluation(case),
        "plan.around": _around(case),
    }
    return {name: text for name, text in texts.items() if text}


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)


def _question(case: Case) -> str:
    for kind, values in case.papers.items():
        if kind.startswith("meeting:"):
            said = (
                values.get(name, "")
                for name in ("block.complaints", "part.complaints", "part.problem", "part.question")
            )
            if words := next((text for text in said if text), ""):
                return words
    return case.referral_reason


def _examination(case: Case) -> str:
    return _lines(
        f"{part.title.nl}: {found}"
        for part in case.module.diagnostics.examination
        if (found := case.papers.get(f"examination:{part.id}", {}).get("found", ""))
    )


def _profile(case: Case) -> str:
    values = case.papers.get("profile", {})
    return _lines(
        f"{part.name.nl}, {word}: {said}"
        for part in case.module.diagnostics.profile
        for side, word in (("strong", "sterk"), ("weak", "zwak"))
        if (said := values.get(f"profile.{part.id}.{side}", ""))
    )


def _goal(case: Case, number: int) -> str:
    goal = goal_words(case.module, case.standing.goals[number])
    return f"{number + 1}. {goal.words}" + (f" ({goal.place})" if goal.place else "")


def _approach(case: Case) -> str:
    approach = case.module.approach_with(case.standing.variant_ids)
    areas = ", ".join(area.name.nl for area in case.module.problem_areas if area.id in case.standing.areas)
    phases = ", ".join(phase.name.nl.lower() for phase in approach.phases)
    low, high = approach.session.minutes_low, approach.session.minutes_high
    minutes = f"{low} minuten" if low == high else f"{low} tot {high} minuten"
    return _lines(
        (
            f"{case.module.title.nl}.",
            f"Waar het om gaat: {areas}." if areas else "",
            f"Hoeveel: {approach.dose.words.nl}. Een sessie duurt {minutes}.",
            f"{approach.session.frequency.text.nl.partition('. ')[0].removesuffix('.')}.",
            f"Fasen: {phases}." if phases else "",
            beside.text.nl if (beside := case.module.audience.beside_treatment) else "",
        )
    )


def _evaluation(case: Case) -> str:
    return _lines(
        f"{each.title.nl}: na sessie {case.evaluate_after.get(each.id, each.after_session)}."
        for each in case.module.agreements.evaluations
    )


def _around(case: Case) -> str:
    joined = [s.person for g in case.standing.groups for s in g.criteria if s.person and s.answer == "yes"]
    people = ", ".join(dict.fromkeys(joined))
    names = [f"{each.name} ({each.role})" if each.role else each.name for each in case.people]
    return _lines((f"Genoemd: {people}." if people else "", f"Om de cliënt heen: {', '.join(names)}." if names else ""))
