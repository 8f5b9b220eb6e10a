"""Sections a letter ends with: how treatment ended, what comes next, handing over, the ground of the module."""

from lijfspoor.domain.evidence import words
from lijfspoor.practice.letters.compose.about import About
from lijfspoor.practice.letters.compose.body import LetterSection
from lijfspoor.practice.letters.compose.words import bullets, day, paragraphs, stop


def ending(about: About) -> LetterSection:
    """When and why treatment ended, and how it was tapered off (S2-101)."""
    taper, closing = about.standing.taper, about.standing.closing
    tapered = f"De behandeling is vanaf {day(taper.on)} afgebouwd." if taper else ""
    if taper and taper.spacing:
        tapered = f"{tapered} Verdeling van de laatste sessies: {stop(taper.spacing)}"
    if closing is None:
        return LetterSection(
            id="ending", heading="Afronding", text=paragraphs(tapered, "De behandeling is nog niet afgesloten.")
        )
    reasons = {each.id: each.text.nl for each in about.module.agreements.closing_reasons}
    closed = f"De behandeling is op {day(closing.on)} afgesloten."
    why = f"Reden: {stop(reasons.get(closing.reason, closing.reason))}"
    return LetterSection(
        id="ending", heading="Afronding", text=paragraphs(tapered, f"{closed} {why}", closing.words.strip())
    )


def following(about: About) -> LetterSection:
    """What comes next (S2-100)."""
    closing = about.standing.closing
    steps = {each.id: each.text.nl for each in about.module.agreements.next_steps}
    text = stop(steps.get(closing.next_step, "")) if closing else ""
    return LetterSection(id="next", heading="Vervolg", text=text or "Een vervolg is niet vastgelegd.")


def handover(about: About) -> LetterSection:
    """Approach and manner for those who carry on: what the client needs in the present building blocks (S2-143)."""
    needed = (statement.text.nl for block in about.blocks for statement in block.needed)
    items = bullets(dict.fromkeys(needed))
    text = f"Dit kind heeft nu vooral nodig:\n{items}" if items else ""
    return LetterSection(id="handover", heading="Overdracht van aanpak en bejegening", text=text)


def evidence(about: About) -> LetterSection:
    """How strong the ground of the module is, in the one vocabulary (S1-033, S2-133)."""
    return LetterSection(
        id="evidence",
        heading="Onderbouwing van de module",
        text=words.sentence(about.module.underpinning.status),
    )


def more() -> LetterSection:
    """Room for what the therapist wants to add."""
    return LetterSection(id="more", heading="Verder")


def questions() -> LetterSection:
    """The last lines of a letter to a professional."""
    return LetterSection(id="questions", heading="", text="Hebt u vragen over deze brief? Neem dan contact met ons op.")
