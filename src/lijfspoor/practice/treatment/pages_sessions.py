"""What the pages on sessions are filled with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.forms import BoundField
from django.urls import NoReverseMatch, reverse

from lijfspoor.domain.pathways.facts import SessionMissed
from lijfspoor.practice.look import dutch
from lijfspoor.practice.look.forms import SheetForm
from lijfspoor.practice.look.parts import Chip, Fact, MergeField
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment.cards import SessionCard
from lijfspoor.practice.treatment.exercise_picks import chosen_groups, exercise_groups
from lijfspoor.practice.treatment.flows.choosing import fits
from lijfspoor.practice.treatment.flows.notes import written
from lijfspoor.practice.treatment.flows.opening import SessionFile
from lijfspoor.practice.treatment.flows.planning import slot_words
from lijfspoor.practice.treatment.forms_sessions import FORMS, MISSED, sheet_form
from lijfspoor.practice.treatment.offered import PickGroup, offered, picks_by_id
from lijfspoor.practice.treatment.paper import Paper, Version
from lijfspoor.practice.treatment.pictures import picture_of
from lijfspoor.practice.treatment.sheet import Section, Setting, labels, private_names, sheet


@dataclass(frozen=True)
class Posted:
    """What a form brought that could not be kept as it was: it is shown again, with what was wrong."""

    paper: Paper
    version: Version
    faults: Mapping[str, str] = field(default_factory=dict)
    message: str = ""
    reasons: tuple[str, ...] = ()


def number_words(card: SessionCard, course_limit: int | None) -> str:
    """Return a session's name: `Sessie 3 van 8`, or without number when it was missed."""
    if card.number is None:
        return "Sessie"
    return f"Sessie {card.number} van {course_limit}" if course_limit else f"Sessie {card.number}"


def when_words(card: SessionCard) -> str:
    """Return when a session is, as people say it."""
    return f"{dutch.day(card.starts_at, weekday=True)}, {dutch.clock(card.starts_at)} uur, {card.minutes} minuten"


def outcome_chip(card: SessionCard, today: date) -> Chip:
    """Return what became of a session, in words."""
    if isinstance(card.outcome, SessionMissed):
        return Chip(f"niet doorgegaan: {MISSED[card.outcome.how]}")
    if card.outcome is not None:
        return Chip("geweest", "settled", "vink")
    if day_of(card.starts_at) <= today:
        return Chip("nog vast te leggen", "wait", "pen") if day_of(card.starts_at) < today else Chip("vandaag", "plum")
    return Chip("gepland")


def head(file: SessionFile) -> dict[str, Any]:
    """Fill what every page of one session shows at its top."""
    card, standing = file.card, file.course.standing
    facts = [Fact("Wanneer", when_words(card)), Fact("Waar", card.place or "nog niet bekend")]
    names = {person.id: person.details.name for person in file.people}
    joined = ", ".join(names[id_] for id_ in card.joined_by if id_ in names)
    facts.append(Fact("Vorm", FORMS.get(card.form, card.form), joined))
    if file.reads and file.phase:
        phase = file.course.module.phase(file.phase)
        facts.append(Fact("Fase", f"{phase.number}, {phase.name.nl}"))
    if file.slot:
        facts.append(Fact("Vaste plek", slot_words(file.slot), "deze sessie wijkt af" if card.off_slot else ""))
    facts.append(Fact("Therapeut", card.therapist_name))
    return {
        "file": file,
        "card": card,
        "client": card.client,
        "name": number_words(card, standing.dose.limit if file.reads else None),
        "facts": facts,
        "chip": outcome_chip(card, file.course.on_day),
        "may_change": file.plans and card.outcome is None,
    }


def setting_of(file: SessionFile, paper: Paper, spare: int = 1) -> Setting:
    """Return what the sheet is made for: touch only when allowed or written down, people who join or came."""
    came = {*paper.came, *(str(id_) for id_ in file.card.joined_by)}
    people = tuple(
        (str(person.id), person.details.name)
        for person in file.people
        if person.id not in file.feared
        and (str(person.id) in came or (person.details.joins and person.ended_on is None and file.together.allowed))
    )
    return Setting(
        module=file.course.module,
        phase=file.phase,
        form=file.card.form,
        people=people,
        touch=file.touch.allowed or paper.touched,
        spare=spare,
        exercises=chosen_groups(_told_of(paper), file.shelf.versions),
        playful=any(each.playful for each in file.course.variants),
    )


def _told_of(paper: Paper) -> tuple[str, ...]:
    """Return what was picked, and what something was written about though it is out of the plan."""
    about = (name.split("-", 1)[1] for name in paper.note if name.startswith(("how-", "role-", "touched-", "went-")))
    return (*paper.picked, *about)


def session_page(file: SessionFile, posted: Posted | None = None, spare: int = 1) -> dict[str, Any]:
    """Fill the page of the hour: what is known beforehand, the plan, and the sheet as filled in so far."""
    paper = posted.paper if posted else file.paper
    sections = sheet(setting_of(file, paper, spare), paper)
    form = sheet_form(sections, paper, posted.faults if posted else {})
    groups = offered(file.course.module, file.phase, exercise_groups(fits(file), _told_of(paper), file.shelf.versions))
    opening = file.course.module.approach.session.opening
    return {
        **head(file),
        "form": form,
        "version": posted.version if posted else file.version,
        "message": posted.message if posted else "",
        "reasons": posted.reasons if posted else (),
        "sections": [_section(section, form) for section in sections],
        "groups": [_group(file, group, paper) for group in groups],
        "planned": [_picture(pick.title) for id_, pick in picks_by_id(groups).items() if id_ in paper.picked],
        "opening": opening,
        "steps": [(step.nl, picture) for step, picture in zip(opening.steps, opening.pictures, strict=False)]
        if opening
        else [],
        "attitude": _attitude(file.course, file.phase),
        "in_phase": bool(file.phase),
        "expectations": file.course.approach.expectations,
        "subgoals_url": _subgoals(file),
        "began": bool(file.paper.note),
        **_acts(file),
    }


def _acts(file: SessionFile) -> dict[str, Any]:
    """Tell which acts are open: a session still to come is prepared, one that may not be held says why."""
    coming = day_of(file.card.starts_at) > file.course.on_day
    against = () if coming or file.card.outcome or file.hold.allowed else file.hold.reasons
    may_hold = file.card.outcome is None and not coming and not against
    return {"against": against, "may_hold": may_hold, "may_sign": may_hold or file.card.outcome is not None}


def _picture(title: str) -> tuple[str, str]:
    return title, picture_of(title)


def _section(section: Section, form: SheetForm) -> dict[str, Any]:
    def fields(group: Iterable[Any]) -> list[tuple[BoundField, str, str]]:
        return [(form[line.name], line.kind, "seg" if line.kind == "choice" else "stack") for line in group]

    titles = (*section.group_titles, *[""] * len(section.groups))
    return {
        "section": section,
        "groups": [(title, fields(group)) for title, group in zip(titles, section.groups, strict=False)],
    }


def _group(file: SessionFile, group: PickGroup, paper: Paper) -> dict[str, Any]:
    rows = [
        {
            "pick": pick,
            "name": f"pick-{pick.id}",
            "on": pick.id in paper.picked,
            "closed": pick.touch and not pick.touch_can and not file.touch.allowed,
            "before": ", ".join(map(str, file.used.get(pick.id, ()))),
        }
        for pick in group.picks
    ]
    pills = not any(pick.about or pick.touch for pick in group.picks)
    return {"group": group, "rows": rows, "pills": pills, "chosen": sum(bool(row["on"]) for row in rows)}


def _attitude(course: Course, phase: str) -> list[Any]:
    """Who this client is comes first: the variant, the problem areas, the phase; then what always holds."""
    own: list[Any] = [about for variant in course.variants for about in variant.attitude]
    own += [about for area in course.areas for about in area.attitude]
    own += [about for each in course.module.approach.phases if each.id == phase for about in each.attitude]
    return own + [about for each in course.module.approach.attitudes for about in each.about]


def _subgoals(file: SessionFile) -> str:
    if not file.course.module.goals.blocks:
        return ""
    try:
        address = reverse("treatment:subgoals", args=[file.card.treatment_id])
    except NoReverseMatch:
        return ""
    return f"{address}?sessie={file.card.id}"


def read_page(file: SessionFile) -> dict[str, Any]:
    """Fill the page on which a signed note is read; working notes only for those who treat."""
    told = told_of(file, private=file.writes) if file.signed else []
    return {**head(file), "told": told, "amendments": file.amendments, "signed": file.signed}


def told_of(file: SessionFile, *, private: bool) -> list[dict[str, Any]]:
    """Return a signed note as headings with questions and answers, open questions left out."""
    note = file.signed
    if note is None:
        return []
    paper = Paper(note.body.get("signed_plan", {}), written(note))
    people = note.body.get("signed_people", {})
    setting = Setting(
        module=file.course.module,
        phase=file.phase,
        form=file.card.form,
        people=tuple(people.items()),
        touch=True,
        exercises=chosen_groups(_told_of(paper), file.shelf.versions),
    )
    hidden = frozenset() if private else private_names(setting, paper)
    told = [_told_plan(setting, paper)]
    told += [_told(section, paper, hidden) for section in sheet(setting, paper)]
    return [each for each in told if each["answers"]]


def _told_plan(setting: Setting, paper: Paper) -> dict[str, Any]:
    picks = picks_by_id(offered(setting.module, "", setting.exercises))
    answers = [("Plan", paper.plan["plan"])] if "plan" in paper.plan else []
    titles = [picks[id_].title for id_ in paper.picked if id_ in picks]
    if titles:
        answers.append(("Werkvormen in het plan", "\n".join(titles)))
    return {"title": "Plan", "answers": answers, "private": False}


def _told(section: Section, paper: Paper, hidden: frozenset[str]) -> dict[str, Any]:
    answers: list[tuple[str, str]] = []
    for number, group in enumerate(section.groups):
        given = [(line, paper.note[line.name]) for line in group if line.name in paper.note]
        told = [(line.label, line.words(words)) for line, words in given if line.name not in hidden]
        lead = section.group_titles[number] if number < len(section.group_titles) else ""
        if lead and told and len(group) > 1:
            told = [(lead, "\n".join(f"{label.rstrip('?')}: {words}" for label, words in told))]
        answers += told
    private = any(line.private for line in section.lines)
    return {"title": section.title, "answers": answers, "private": private}


def merge_fields(file: SessionFile, mine: Paper) -> list[MergeField]:
    """Lay two versions of a sheet side by side, in the order of the sheet; nothing of either is left out."""
    theirs = file.paper
    both = Paper({**theirs.plan, **mine.plan}, {**theirs.note, **mine.note})
    words = labels(setting_of(file, both), both)
    names = dict.fromkeys([*words, *both.all])
    return [
        MergeField(label=words.get(name, name), mine=mine.all.get(name, ""), theirs=theirs.all.get(name, ""), name=name)
        for name in names
        if name in both.all
    ]


def left_over(file: SessionFile, mine: Paper) -> str:
    """Return what someone wrote that a note signed meanwhile does not hold, ready to add to it."""
    parts = (f"{each.label}\n{each.mine}" for each in merge_fields(file, mine) if each.differs and each.mine)
    return "\n\n".join(parts)


def spare_rows(words: str) -> int:
    """Return how many rows of each kind to show at least, from the address: 1 to 20."""
    return min(20, max(1, int(words))) if words.isdecimal() and len(words) < 4 else 1


def as_posted(filled_in: Iterable[tuple[str, str]]) -> Paper:
    """Return a paper that was too long to read as it was typed, to show it again."""
    given = dict(filled_in)
    plan = {name: words for name, words in given.items() if name == "plan" or name.startswith("pick-")}
    return Paper(plan, {name: words for name, words in given.items() if name not in plan})
