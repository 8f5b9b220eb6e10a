"""The sheet of a session: which questions its note has, in which order, with the prompts of the module."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.exercises.words import WENT
from lijfspoor.practice.treatment.offered import Pick, PickGroup, offered, picks_by_id
from lijfspoor.practice.treatment.paper import ROLES, YES, ZONES, Paper, rows

Kind = Literal["text", "line", "tick", "choice"]
PARTS = {"check-in": "Check-in", "exercises": "Werkvormen", "reflection": "Reflectie"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One question; `choices` maps codes to words. `private` lines are working notes of who treats."""

    name: str
    label: str
    kind: Kind = "text"
    hint: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    rows: int = 3
    private: bool = False

    def words(self, value: str) -> str:
        """Return an answer as it reads."""
        return "ja" if self.kind == "tick" and value == YES else self.choices.get(value, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Questions that belong together; `prompts` come from the module. Rows of one group stand side by side."""

    id: str
    title: str
    groups: tuple[tuple[Line, ...], ...]
    prompts: tuple[str, ...] = ()
    folded: bool = False
    repeats: str = ""
    group_titles: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every question of the section."""
        return tuple(line for group in self.groups for line in group)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a sheet is made for: the module, where the client is, how the session is held, and who may join."""

    module: CareModule
    phase: str
    form: str
    people: tuple[tuple[str, str], ...] = ()
    touch: bool = False
    spare: int = 1
    exercises: tuple[PickGroup, ...] = ()
    playful: bool = False


def sheet(setting: Setting, paper: Paper) -> tuple[Section, ...]:
    """Return the questions for a session in the order of the hour (S0-034, S0-037, S1-002..S1-006, S2-106)."""
    made = (
        *_who(setting),
        _check_in(setting),
        _exercises(setting, paper),
        *_observation(setting),
        _reflection(setting, paper),
        *_in_group(setting, paper),
        _sensations(setting, paper),
        _onwards(setting),
        *_attitudes(setting),
    )
    return tuple(section for section in made if section.lines)


def labels(setting: Setting, paper: Paper) -> dict[str, str]:
    """Return the words of every question by name, plan included, as two versions are laid side by side."""
    known = {"plan": "Plan van deze sessie"}
    for id_, pick in picks_by_id(offered(setting.module, setting.phase, setting.exercises)).items():
        known[f"pick-{id_}"] = f"In het plan: {pick.title}"
    for section in sheet(setting, paper):
        for number, group in enumerate(section.groups):
            lead = section.group_titles[number] if number < len(section.group_titles) else section.title
            known |= {line.name: _labelled(lead, line) for line in group}
    return known


def _labelled(lead: str, line: Line) -> str:
    return line.label if line.label == lead else f"{lead}: {line.label}"


def private_names(setting: Setting, paper: Paper) -> frozenset[str]:
    """Return the names of the working notes, which stay with those who treat."""
    return frozenset(line.name for section in sheet(setting, paper) for line in section.lines if line.private)


def _one(*lines: Line) -> tuple[tuple[Line, ...], ...]:
    return tuple((line,) for line in lines)


def _part(setting: Setting, id_: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return title, prompts and sources of a part; a module that names its parts otherwise has them in this order."""
    parts = setting.module.approach.session.parts
    named = {part.id: part for part in parts}
    if not named.keys() & PARTS.keys():
        named = dict(zip(PARTS, parts, strict=False))
    if part := named.get(id_):
        return part.title.nl, tuple(prompt.nl for prompt in part.prompts), part.sources
    return PARTS[id_], (), ("S0-034",)


def _for_child(setting: Setting) -> bool:
    return setting.module.discipline == "pmkt"


def _who(setting: Setting) -> Iterator[Section]:
    lines = [Line(name=f"came-{id_}", label=name, kind="tick") for id_, name in setting.people]
    if setting.touch:
        lines.append(Line(name="touch", label="Er was aanraking, ook buiten een werkvorm om", kind="tick"))
    yield Section(id="who", title="Wie waren erbij", groups=_one(*lines), sources=("S2-050", "S1-032"))


def _check_in(setting: Setting) -> Section:
    title, prompts, sources = _part(setting, "check-in")
    lines = [Line(name="check_in", label=title, rows=4)]
    if _for_child(setting):
        lines.insert(0, Line(name="window_in", label="Bij binnenkomst", kind="choice", choices=ZONES))
    return Section(id="check-in", title=title, groups=_one(*lines), prompts=prompts, sources=sources)


def _exercises(setting: Setting, paper: Paper) -> Section:
    title, prompts, sources = _part(setting, "exercises")
    picks = picks_by_id(offered(setting.module, setting.phase, setting.exercises))
    told = {name.split("-", 1)[1] for name in paper.note if name.startswith(("how-", "role-", "touched-", "went-"))}
    shown = [pick for id_, pick in picks.items() if id_ in paper.picked or id_ in told]
    own = range(rows(paper.note, "own", setting.spare))
    groups = [_exercise(setting, pick) for pick in shown] + [_own_exercise(setting, number) for number in own]
    names = [pick.title for pick in shown] + [f"Eigen werkvorm {number + 1}" for number in own]
    groups.append((Line(name="exercises", label="Over de werkvormen samen", rows=3),))
    return Section(
        id="exercises",
        title=title,
        groups=tuple(groups),
        prompts=prompts,
        repeats="Nog een eigen werkvorm",
        group_titles=(*names, title),
        sources=(*sources, "S0-046"),
    )


def _exercise(setting: Setting, pick: Pick) -> tuple[Line, ...]:
    lines = [
        Line(name=f"how-{pick.id}", label="Hoe ging het?", rows=2),
        Line(name=f"role-{pick.id}", label="Uw rol", kind="choice", choices=ROLES),
    ]
    if pick.exercise:
        lines.insert(1, Line(name=f"went-{pick.id}", label="In een woord", kind="choice", choices=WENT))
    if setting.touch and pick.touch:
        lines.append(Line(name=f"touched-{pick.id}", label="Met aanraking", kind="tick"))
    return tuple(lines)


def _own_exercise(setting: Setting, number: int) -> tuple[Line, ...]:
    lines = [
        Line(name=f"own-{number}", label="Welke werkvorm?", kind="line"),
        Line(name=f"ownhow-{number}", label="Hoe ging het?", rows=2),
        Line(name=f"ownrole-{number}", label="Uw rol", kind="choice", choices=ROLES),
    ]
    if setting.touch:
        lines.append(Line(name=f"owntouched-{number}", label="Met aanraking", kind="tick"))
    return tuple(lines)


def _observation(setting: Setting) -> Iterator[Section]:
    seen = Line(
        name="observation",
        label="Wat u zag",
        hint="Hoe bewoog de cliënt, waar zat spanning, hoe was de reactie op opdrachten?",
    )
    yield Section(id="observation", title="Wat u zag", groups=_one(seen), sources=("S0-036",))
    channels = setting.module.approach.session.channels
    lines = (Line(name=f"channel-{each.id}", label=each.name.nl, rows=2) for each in channels)
    sources = tuple(dict.fromkeys(source for each in channels for source in each.sources))
    yield Section(id="channels", title="Naast woorden", groups=_one(*lines), sources=sources)


def _reflection(setting: Setting, paper: Paper) -> Section:
    title, prompts, sources = _part(setting, "reflection")
    lines = [Line(name="reflection", label=title, rows=4)]
    if setting.playful or "played" in paper.note:
        hint = "Waar ging het naartoe, en waar kreeg het plezier in? Een paar woorden zijn genoeg."
        lines.insert(0, Line(name="played", label="Hoe speelde het kind?", hint=hint, rows=2))
    if not _for_child(setting):
        lines.append(Line(name="daily_life", label="Wat betekent dit voor het dagelijks leven?", rows=2))
        lines += [
            Line(name="can-aware", label="Merkte op wat er in het lichaam gebeurt", kind="tick"),
            Line(name="can-understand", label="Begreep beter wat dat betekent", kind="tick"),
            Line(name="can-tolerate", label="Kon het verdragen", kind="tick"),
        ]
        sources = (*sources, "S1-006")
    else:
        lines.append(Line(name="window_out", label="Aan het eind", kind="choice", choices=ZONES))
    return Section(id="reflection", title=title, groups=_one(*lines), prompts=prompts, sources=sources)


def _in_group(setting: Setting, paper: Paper) -> Iterator[Section]:
    """What was seen of this client among others; of the others nothing (S1-030). Older notes kept lines for them."""
    if setting.form != "group":
        return
    yield Section(id="in-group", title="In de groep", groups=_one(*group_lines()), sources=("S1-030",))
    older = tuple(
        (
            Line(name=f"participant-{number}-who", label="Deelnemer", kind="line"),
            Line(name=f"participant-{number}-seen", label="Wat was te zien in het contact?", rows=2),
        )
        for number in range(rows(paper.note, "participant", 0) - 1)
    )
    yield Section(id="participants", title="Anderen in de groep", groups=older, sources=("S1-030",))


def group_lines() -> tuple[Line, ...]:
    """Return what is asked of someone who took part in a group, beside what is asked of everyone."""
    return (
        Line(name="late", label="Kwam later", kind="tick"),
        Line(
            name="in_group",
            label="In het contact met anderen",
            rows=2,
            hint="Wat was te zien aan gedrag, motieven en gevoelens? Schrijf alleen over deze cliënt.",
        ),
        Line(name="own_words", label="In eigen woorden", rows=2, hint="Wat de cliënt er zelf over zei."),
    )


def _sensations(setting: Setting, paper: Paper) -> Section:
    numbers = range(rows(paper.note, "sensation", setting.spare))
    groups = tuple(
        (
            Line(
                name=f"sensation-{number}-what",
                label="Gewaarwording",
                kind="line",
                hint="Bijvoorbeeld een brok, druk, warmte.",
            ),
            Line(name=f"sensation-{number}-where", label="Waar in het lichaam", kind="line"),
            Line(name=f"sensation-{number}-emotion", label="Emotie", kind="line"),
            Line(
                name=f"sensation-{number}-conviction",
                label="Overtuiging",
                kind="line",
                hint="In eigen woorden. Mag leeg blijven.",
            ),
        )
        for number in numbers
    )
    return Section(
        id="sensations",
        title="Wat het lichaam liet merken",
        groups=groups,
        repeats="Nog een gewaarwording",
        group_titles=tuple(f"Gewaarwording {number + 1}" for number in numbers),
        sources=("S1-002", "S1-003"),
    )


def _onwards(setting: Setting) -> Section:
    lines = (
        Line(name="home", label="Afspraak om thuis of op school te oefenen", rows=2, hint="Mag, hoeft niet."),
        Line(
            name="success",
            label="Wat lukte er?",
            rows=2,
            hint="In woorden voor de cliënt zelf. Na ondertekenen staat dit ook bij de succeservaringen.",
        ),
    )
    log = setting.module.approach.session.success_log
    sources = log.sources if log else ("S2-107",)
    return Section(id="onwards", title="Verder", groups=_one(*lines), sources=sources)


def _attitudes(setting: Setting) -> Iterator[Section]:
    attitudes = setting.module.approach.attitudes
    lines = tuple(
        Line(
            name=f"attitude-{each.id}",
            label=each.name.nl,
            hint=" ".join(question.nl for question in each.reflection),
            rows=2,
            private=True,
        )
        for each in attitudes
        if each.reflection
    )
    check = Line(name="self_check", label="Hoe was het voor uzelf, en hebt u iets nodig?", rows=2, private=True)
    sources = tuple(dict.fromkeys(source for each in attitudes for about in each.about for source in about.sources))
    yield Section(
        id="attitudes", title="Uw eigen houding", groups=_one(*lines, check), folded=True, sources=sources or ("own",)
    )
