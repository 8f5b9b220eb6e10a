"""Notes for the people around the client: at home, at school, the guardian (S0-030, S2-051)."""

from lijfspoor.domain.caremodules.goals import BuildingBlock
from lijfspoor.domain.evidence import words
from lijfspoor.practice.letters.addressee import Part
from lijfspoor.practice.letters.compose import ending
from lijfspoor.practice.letters.compose.about import About
from lijfspoor.practice.letters.compose.body import LetterBody, LetterSection, composed
from lijfspoor.practice.letters.compose.words import bullets, day
from lijfspoor.workbench.paper import Facts


def parents(about: About) -> LetterBody:
    """Write tips for home by the building blocks of now (S2-058 to S2-070): no findings, no ratings."""
    name = about.client.name
    tips = _relatives(about) if about.addressee.part is Part.RELATIVE else _at_home(about)
    return _note(
        about,
        "Tips voor thuis",
        f"Deze brief gaat over {name}. U leest wat thuis kan helpen.",
        *tips,
        *_support(about),
        *_beside(about),
        last="Kies wat bij u past. U hoeft niet alles te doen. Lukt iets niet, dan is dat gewoon.",
    )


def _at_home(about: About) -> tuple[LetterSection, ...]:
    general = tuple(
        LetterSection(id=advice.id, heading=advice.title.nl, text=bullets(point.text.nl for point in advice.points))
        for advice in about.advice_for("caregivers")
    )
    return (*general, *(_block(about, block) for block in about.blocks))


def _block(about: About, block: BuildingBlock) -> LetterSection:
    points = [statement.text.nl for statement in block.guidance_for_parents]
    points += [point.text.nl for advice in about.advice_for("caregivers", block.id) for point in advice.points]
    about_now = f"Wat een kind hier leert voelen: ‘{block.key_sentence.nl}’."
    text = f"{about_now}\n\n{bullets(dict.fromkeys(points))}"
    return LetterSection(id=f"block-{block.id}", heading=block.name.nl, text=text)


def _support(about: About) -> tuple[LetterSection, ...]:
    """The same support everywhere, in the words of the plan, the same for home and school (S0-031)."""
    text = bullets(f"{heading}: {words}" for heading, words in about.support)
    heading = "Wat wij overal hetzelfde doen"
    return (LetterSection(id="support", heading=heading, text=text),) if about.support else ()


def _beside(about: About) -> tuple[LetterSection, ...]:
    """What the treatment adds to other treatment, so that nobody stops another for it (S0-065)."""
    beside = about.module.audience.beside_treatment
    shown = beside is not None and about.addressee.part is not Part.RELATIVE
    return (LetterSection(id="beside", heading="Naast andere hulp", text=beside.text.nl),) if beside and shown else ()


def _relatives(about: About) -> tuple[LetterSection, ...]:
    return tuple(
        LetterSection(id=advice.id, heading=advice.title.nl, text=bullets(point.text.nl for point in advice.points))
        for advice in about.advice_for("relatives")
    )


def school(about: About) -> LetterBody:
    """Write what helps in class. Nothing clinical: no module, phase, goal, finding or birth date."""
    points = (point.text.nl for advice in about.advice_for("school") for point in advice.points)
    return _note(
        about,
        "Advies voor in de klas",
        f"Deze brief gaat over {about.client.name}. U leest wat in de klas kan helpen.",
        LetterSection(id="class", heading="Wat in de klas helpt", text=bullets(points)),
        *_support(about),
        LetterSection(id="agreed", heading="Wat wij hebben afgesproken"),
        last="Wat u nu al goed doet, kunt u gewoon blijven doen.",
    )


def guardian(about: About) -> LetterBody:
    """Write where treatment stands in outline, and what the guardian can do."""
    points = (point.text.nl for advice in about.advice_for("guardian") for point in advice.points)
    return _note(
        about,
        "Bericht voor de voogd",
        f"Deze brief gaat over {about.client.name}.",
        _outline(about),
        LetterSection(id="guardian", heading="Wat u kunt doen", text=bullets(points)),
    )


def _outline(about: About) -> LetterSection:
    standing = about.standing
    pairs = [
        ("Behandelmodule", about.module.title.nl),
        ("Start van de behandeling", day(standing.started_on) if standing.started_on else "nog niet gestart"),
        ("Gehouden sessies", str(standing.dose.held)),
        ("Onderbouwing", words.name(about.module.underpinning.status)),
    ]
    phase = next((each for each in about.module.approach.phases if each.id == standing.phase), None)
    if phase:
        pairs.append(("Fase", f"{phase.number}, {phase.name.nl}"))
    if standing.closing:
        pairs.append(("Afgesloten", day(standing.closing.on)))
    return LetterSection(id="outline", heading="Waar de behandeling is", derived=(Facts(tuple(pairs)),))


def _note(about: About, concerning: str, first: str, *sections: LetterSection, last: str = "") -> LetterBody:
    questions = "Hebt u vragen? Bel of schrijf ons gerust."
    return composed(
        concerning,
        about.addressee.salutation,
        LetterSection(id="first", heading="", text=first),
        *sections,
        ending.more(),
        LetterSection(id="last", heading="", text=f"{last} {questions}".strip()),
    )
