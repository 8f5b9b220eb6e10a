"""Sections on how treatment went: sessions, phases, goals, subgoals, what was seen, evaluations, decisions."""

from lijfspoor.domain.pathways.facts import EvaluationHeld, SessionHeld
from lijfspoor.domain.pathways.model import AgreedGoal, PhaseStep, Round, SubgoalStanding
from lijfspoor.practice.letters.compose.about import About
from lijfspoor.practice.letters.compose.body import LetterSection
from lijfspoor.practice.letters.compose.words import PARTIES, bullets, day, flat, listed, paragraphs, sessions, stop
from lijfspoor.workbench.paper import Facts, Table

BACK_IS_ORDINARY = "Een stap terug naar een eerdere fase is gewoon. Zij hoort bij deze behandeling."
NOT_RATED = "nog niet bekeken"


def attendance(about: About) -> LetterSection:
    """How many sessions were held of those counted on, and from when to when."""
    standing, dose = about.standing, about.standing.dose
    held = tuple(fact.stamp.holds_on for fact in about.history.of(SessionHeld))
    pairs = [("Start van de behandeling", day(standing.started_on) if standing.started_on else "nog niet gestart")]
    if held:
        pairs += [("Eerste sessie", day(held[0])), ("Laatste sessie", day(held[-1]))]
    count = f"{dose.held} van {dose.limit}" if dose.limit is not None else str(dose.held)
    pairs += [("Gehouden sessies", count), ("Waar de module van uitgaat", about.course.approach.dose.words.nl)]
    if dose.extended_by:
        pairs.append(("Verlengd met", sessions(dose.extended_by)))
    if dose.missed:
        pairs.append(("Afgezegd of niet verschenen", sessions(dose.missed)))
    return LetterSection(id="sessions", heading="Sessies", derived=(Facts(tuple(pairs)),))


def phases(about: About) -> LetterSection:
    """Every step through the phases with its reason; a step back is told as the ordinary thing it is (S2-072)."""
    path = about.standing.path
    ordinary = BACK_IS_ORDINARY if any(step.direction == "back" for step in path) else ""
    text = paragraphs(bullets(_step(about, step) for step in path), ordinary)
    return LetterSection(id="phases", heading="Verloop door de fasen", text=text)


def _step(about: About, step: PhaseStep) -> str:
    phase = about.module.phase(step.phase)
    name = f"fase {phase.number}, {phase.name.nl}"
    if step.direction == "start":
        return f"{day(step.on)}: begonnen in {name}."
    way = "verder naar" if step.direction == "forward" else "terug naar"
    reason = f" Reden: {stop(step.reason)}" if step.reason else ""
    return f"{day(step.on)}, na {sessions(step.after_sessions)}: {way} {name}.{reason}"


def goals(about: About) -> LetterSection:
    """The goals agreed; in a module with aspects framed by them (S1-018)."""
    agreed = about.standing.goals
    if not agreed:
        return LetterSection(id="goals", heading="Doelen", text="Er zijn nog geen doelen afgesproken.")
    aspects = {aspect.id: aspect.name.nl for aspect in about.module.goals.aspects}
    if not aspects:
        return LetterSection(id="goals", heading="Doelen", text=bullets(goal_words(about, goal) for goal in agreed))
    order = [*aspects, ""]
    known = {goal: aspect_of(about, goal) for goal in agreed}
    rows = tuple(
        (aspects.get(aspect, "niet bij één aspect"), goal_words(about, goal))
        for goal, aspect in sorted(known.items(), key=lambda pair: order.index(pair[1]) if pair[1] in order else 99)
    )
    return LetterSection(id="goals", heading="Doelen", derived=(Table(("Aspect", "Doel"), rows),))


def aspect_of(about: About, goal: AgreedGoal) -> str:
    """Return the aspect a goal belongs to: as agreed, else as the module says."""
    offered = {each.id: each.aspect or "" for each in about.module.goals.offered}
    return goal.aspect or offered.get(goal.goal, "")


def goal_words(about: About, goal: AgreedGoal) -> str:
    """Return a goal in words: people's own, else those of the module."""
    if goal.own:
        return flat(goal.own)
    texts = {each.id: each.text.nl for each in about.module.goals.offered}
    texts |= {each.id: f"{each.code} {each.text.nl}" for _, each in about.module.subgoals()}
    return texts.get(goal.goal, goal.goal)


def subgoals(about: About) -> LetterSection:
    """The word each rated subgoal has now, and the one before."""
    rated = tuple(each for each in about.standing.subgoals if each.ratings)
    if not about.module.goals.rating or not about.standing.subgoals:
        return LetterSection(id="subgoals", heading="Subdoelen")
    if not rated:
        return LetterSection(id="subgoals", heading="Subdoelen", text="Er is nog geen subdoel beoordeeld.")
    text = "De woorden zeggen hoe het subdoel nu te zien is. Het zijn geen punten."
    rows = tuple(_rated(about, each) for each in rated)
    table = Table(("Subdoel", "Nu", "Daarvoor"), rows)
    return LetterSection(id="subgoals", heading="Subdoelen", text=text, derived=(table,))


def _rated(about: About, standing: SubgoalStanding) -> tuple[str, str, str]:
    subgoal = about.module.subgoal(standing.subgoal)
    scale = about.module.goals.rating
    words = {word.id: word.word.nl for word in scale.words} if scale else {}
    now, before = standing.now, standing.before
    return (
        f"{subgoal.code} {subgoal.text.nl}",
        words.get(now.rating, now.rating) if now else NOT_RATED,
        words.get(before.rating, before.rating) if before else NOT_RATED,
    )


def seen(about: About) -> LetterSection:
    """What was seen: with the latest rating of each subgoal, and on the way to another phase."""
    items: list[str] = []
    for standing in about.standing.subgoals:
        if standing.now and standing.now.seen:
            code = about.module.subgoal(standing.subgoal).code
            items.append(f"{code}, {day(standing.now.on)}: {stop(standing.now.seen)}")
    for step in about.standing.path:
        phase = about.module.phase(step.phase)
        signs = {sign.id: sign.text.nl for each in about.module.approach.phases for sign in each.exit_signs}
        words = [signs[sign] for sign in step.signs_seen if sign in signs]
        if words:
            items.append(f"Bij de stap naar {phase.name.nl}: {'; '.join(words)}.")
    return LetterSection(id="seen", heading="Wat wij zagen", text=bullets(items))


def evaluations(about: About, *, ahead: bool) -> LetterSection:
    """The evaluations held with what was said; `ahead` adds after which session the next one falls."""
    titles = {each.id: each.title.nl for each in about.module.agreements.evaluations}
    held = tuple(about.history.of(EvaluationHeld))
    items = (_evaluation(titles.get(fact.evaluation, fact.evaluation), fact) for fact in held)
    told = bullets(items) or "Er is nog geen evaluatie gehouden."
    coming = tuple(each.due_after for each in about.standing.evaluations if each.due_after is not None)
    following = f"De volgende evaluatie is na sessie {min(coming)}." if ahead and coming else ""
    return LetterSection(id="evaluations", heading="Evaluaties", text=paragraphs(told, following))


def _evaluation(title: str, fact: EvaluationHeld) -> str:
    return f"{day(fact.stamp.holds_on)}, {title}. {stop(fact.summary)}".rstrip()


def decisions(about: About) -> LetterSection:
    """Every joint decision with outcome and date; what each party said stays theirs (S1-013)."""
    items = [_decision(about, each.decision, turn) for each in about.standing.decisions for turn in each.rounds]
    return LetterSection(id="decisions", heading="Gezamenlijk besluit", text=bullets(items))


def _decision(about: About, decision_id: str, turn: Round) -> str:
    decision = about.module.decision(decision_id)
    asked = f"{decision.title.nl}, voorstel van {day(turn.opened_on)}: {sessions(turn.sessions)}."
    if turn.superseded:
        return f"{asked} Dit voorstel is vervangen."
    if turn.closed_on is None:
        return f"{asked} Hierover is nog niet besloten."
    parties = listed([PARTIES[party] for party in decision.parties])
    if turn.outcome == "agreed":
        return f"{asked} Besluit op {day(turn.closed_on)}: {parties} zijn het eens."
    return f"{asked} Afgerond op {day(turn.closed_on)}: {parties} zijn het niet eens. Er zijn geen sessies bij gekomen."
