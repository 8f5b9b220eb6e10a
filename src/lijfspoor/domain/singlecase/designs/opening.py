"""A seal opened: everything is hashed and drawn anew, and each part that was changed is named."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lijfspoor.domain.singlecase.data.saying import Refused, Saying, refuse
from lijfspoor.domain.singlecase.designs.canonical import canonical, digest
from lijfspoor.domain.singlecase.designs.rawdraw import GENERATOR, METHOD
from lijfspoor.domain.singlecase.designs.seal import FORM, PARTS, Commitment, Plain, Seal, commit, schedule_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a seal is what was published.

    `changed`: the parts that are not: "design", "plan", "schedule", "seed", "drawing", "nonce", or "commitment" when
    the published hashes do not belong together; `drawn`: whether the schedule is what the seed draws from the design;
    `said`: one sentence for each finding.
    """

    changed: tuple[str, ...]
    drawn: bool
    said: tuple[Saying, ...]

    @property
    def intact(self) -> bool:
        """Whether nothing was changed and the schedule was drawn as said."""
        return not self.changed and self.drawn


def verify(published: Commitment, opened: Seal) -> Verdict:
    """Compare an opened seal with what was published, and draw its schedule anew."""
    changed, drawn = tuple(_changed(published, commit(opened))), _drawn_as_said(opened)
    return Verdict(changed=changed, drawn=drawn, said=tuple(_said(changed, drawn)))


def open_seal(published: Commitment, content: Plain) -> Seal:
    """Read a seal and return it when it is what was published.

    Raises Refused: "bad-seal" (not a seal), "seal-broken" with every changed part named.
    """
    opened = seal_from(content)
    verdict = verify(published, opened)
    if not verdict.intact:
        raise refuse(
            "seal-broken",
            nl=" ".join(saying.nl for saying in verdict.said),
            en=" ".join(saying.en for saying in verdict.said),
        )
    return opened


def _changed(published: Commitment, found: Commitment) -> Iterator[str]:
    if published.form != FORM or published.whole != _whole(published):
        yield "commitment"
    if published.nonce != found.nonce:
        # With another nonce every hash differs, which says nothing about the parts themselves.
        yield "nonce"
        return
    yield from (part for part in PARTS if published.parts.get(part) != found.parts[part])


def _whole(published: Commitment) -> str:
    return digest({"form": FORM, "nonce": published.nonce, "parts": published.parts})


def _drawn_as_said(opened: Seal) -> bool:
    if opened.drawing.get("generator") != GENERATOR or opened.drawing.get("method") != METHOD:
        return False
    try:
        return canonical(schedule_of(opened.design, opened.seed)) == canonical(opened.schedule)
    except Refused:
        return False


NAMES = {
    "design": ("Het ontwerp", "The design"),
    "plan": ("Het analyseplan", "The analysis plan"),
    "schedule": ("Het schema", "The schedule"),
    "seed": ("Het startgetal", "The seed"),
    "drawing": ("De wijze van trekken", "The way of drawing"),
    "nonce": ("Het geheime woord", "The nonce"),
}
INTACT = Saying(
    nl="Het zegel klopt: ontwerp, analyseplan en schema zijn niet veranderd na de bekendmaking.",
    en="The seal holds: design, analysis plan and schedule were not changed after publication.",
)
COMMITMENT = Saying(
    nl="De gepubliceerde controlegetallen horen niet bij elkaar.", en="The published hashes do not belong together."
)
NOT_DRAWN = Saying(
    nl="Het schema is niet wat het startgetal uit dit ontwerp trekt.",
    en="The schedule is not what the seed draws from this design.",
)


def _said(changed: Sequence[str], drawn: bool) -> Iterator[Saying]:
    for part in changed:
        if part == "commitment":
            yield COMMITMENT
            continue
        nl, en = NAMES[part]
        yield Saying(nl=f"{nl} is niet wat er is vastgelegd.", en=f"{en} is not what was committed.")
    if not drawn:
        yield NOT_DRAWN
    if not changed and drawn:
        yield INTACT


def seal_from(content: Plain) -> Seal:
    """Read a seal back from `Seal.content()`. Raises Refused "bad-seal" naming the part that is missing or wrong."""
    design, plan, drawing = (_mapping(content, part) for part in ("design", "plan", "drawing"))
    schedule, seed, nonce = _mapping(content, "schedule"), content.get("seed"), content.get("nonce")
    if content.get("form") != FORM:
        raise _bad("form")
    if isinstance(seed, bool) or not isinstance(seed, int):
        raise _bad("seed")
    if not isinstance(nonce, str):
        raise _bad("nonce")
    return Seal(design, plan, {case: _labels(rows) for case, rows in schedule.items()}, seed, nonce, drawing)


def commitment_from(content: Plain) -> Commitment:
    """Read a commitment back from `Commitment.content()`. Raises Refused "bad-seal" naming what is missing or wrong."""
    parts, whole, nonce = _mapping(content, "parts"), content.get("whole"), content.get("nonce")
    if content.get("form") != FORM:
        raise _bad("form")
    if not isinstance(whole, str) or not isinstance(nonce, str):
        raise _bad("whole")
    return Commitment(parts={part: str(value) for part, value in parts.items()}, nonce=nonce, whole=whole)


def _mapping(content: object, part: str) -> Plain:
    value = content.get(part) if isinstance(content, Mapping) else None
    if not isinstance(value, Mapping):
        raise _bad(part)
    return value


def _labels(rows: object) -> tuple[str, ...]:
    if not isinstance(rows, list | tuple) or not all(isinstance(label, str) for label in rows):
        raise _bad("schedule")
    return tuple(rows)


def _bad(part: str) -> Refused:
    return refuse(
        "bad-seal",
        nl=f"Dit is geen zegel dat te lezen is: {part} ontbreekt of klopt niet.",
        en=f"This is not a seal that can be read: {part} is missing or wrong.",
    )
