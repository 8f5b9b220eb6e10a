"""Small modules and files of facts for tests: `attachment()`, `addon()`, and a `File` numbering what happens."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar

from lijfspoor.domain.caremodules import agreements as a
from lijfspoor.domain.caremodules import approach as ap
from lijfspoor.domain.caremodules import criteria as c
from lijfspoor.domain.caremodules import diagnostics as d
from lijfspoor.domain.caremodules import goals as g
from lijfspoor.domain.caremodules import module as m
from lijfspoor.domain.caremodules.surroundings import JointSessionCheck, Surroundings
from lijfspoor.domain.caremodules.underpinning import Qualification, Underpinning
from lijfspoor.domain.evidence.status import EvidenceStatus
from lijfspoor.domain.kernel import Answer, Statement, Text
from lijfspoor.domain.pathways import AnyFact, Fact, Stamp, Standing, Step, StepKind, permit, standing
from lijfspoor.domain.pathways.facts import (
    AuthorityHeld,
    Born,
    ConsentGiven,
    CredentialHeld,
    CriterionAnswered,
    DevelopmentalAgeStated,
    ExaminationPartCompleted,
    GoalAgreed,
    MeetingHeld,
    PlanAgreed,
    Referred,
    SessionHeld,
    TherapistAssigned,
    TreatmentStarted,
)
from lijfspoor.domain.pathways.steps import Permission

F = TypeVar("F", bound=Fact)
MONDAY = date(2025, 1, 6)
BORN = date(2017, 3, 1)
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def text(words: str) -> Text:
    """Both languages at once."""
    return Text(nl=words, en=words)


def statement(words: str, *sources: str) -> Statement:
    """A statement with its sources, `own` without."""
    return Statement(text=text(words), sources=sources or ("own",))


def criterion(id_: str, **more: Any) -> c.Criterion:  # any field of the record
    """A criterion named by its id."""
    return c.Criterion(id=id_, text=text(id_), **{"sources": ("own",), **more})


def group(
    id_: str,
    kind: str,
    needs: str,
    *criteria: c.Criterion,
    **more: Any,  # any field of the record
) -> c.CriterionGroup:
    """A group of criteria named by its id."""
    fields: dict[str, Any] = {"sources": ("own",), **more}
    return c.CriterionGroup(
        id=id_,
        kind=kind,  # type: ignore[arg-type]  # tests name kinds as plain words
        needs=needs,  # type: ignore[arg-type]
        title=text(id_),
        criteria=criteria,
        **fields,
    )


CONSENTS = (
    c.ConsentNeed(scope="treatment", opens="start", text=text("behandeling"), sources=("standards-4.4",)),
    c.ConsentNeed(scope="touch", opens="touch", text=text("aanraking"), sources=("S1-032",)),
)


def bare(**chapters: Any) -> m.CareModule:  # any chapter of the module
    """A module with nothing in it but what is given: groups, routes, consents, and whole chapters by name."""
    audience = m.Audience(
        short=statement("kort"),
        age_groups=("child",),
        groups=chapters.pop("groups", ()),
        routes=chapters.pop("routes", (route("private"), route("institution"))),
        consents=chapters.pop("consents", ()),
    )
    fields: dict[str, Any] = {
        "diagnostics": d.Diagnostics(),
        "goals": g.Goals(main=statement("doel", "S2-030")),
        "approach": approach(),
        "agreements": agreed(),
        "surroundings": Surroundings(),
        "underpinning": underpinning(),
        **chapters,
    }
    return m.CareModule(
        schema=1,
        id="tiny",
        version="1.0",
        title=text("klein"),
        short_title=text("klein"),
        discipline="pmkt",
        summary=(statement("kort"),),
        provenance=_provenance(),
        problem=m.Problem(statements=(statement("probleem"),)),
        audience=audience,
        **fields,
    )


def _provenance() -> m.Provenance:
    return m.Provenance(authors=("wij",), level=text("proef"), checked_on=MONDAY, review_by=MONDAY, sources=("own",))


def route(id_: str) -> c.ReferralRoute:
    """A way in."""
    return c.ReferralRoute(id=id_, text=text(id_), sources=("S2-022",))  # type: ignore[arg-type]  # plain word


def underpinning(*qualifications: Qualification) -> Underpinning:
    """What the therapist must hold."""
    return Underpinning(
        status=EvidenceStatus.EXPERT_BASED, status_text=statement("basis"), qualifications=qualifications
    )


def dose(kind: str = "open", low: int | None = None, high: int | None = None, **more: Any) -> ap.Dose:
    """A dose."""
    fields: dict[str, Any] = {"sources": ("S2-053",), **more}
    return ap.Dose(kind=kind, low=low, high=high, words=text("minimaal 25-40"), **fields)  # type: ignore[arg-type]


def approach(
    *phases: ap.Phase,
    dose: ap.Dose | None = None,
    forms: tuple[Any, ...] = ("individual",),
    phase_order: Any = "ordered",  # noqa: ANN401  # a plain word
) -> ap.Approach:
    """How the module works."""
    return ap.Approach(
        dose=dose or ap.Dose(kind="open", words=text("open"), sources=("own",)),
        session=ap.SessionShape(
            minutes_low=60,
            minutes_high=60,
            frequency=statement("wekelijks", "S2-052"),
            forms=forms,
            parts=(),
            sources=("S2-052",),
        ),
        phase_order=phase_order,
        phases=phases,
    )


def phase(number: int, *blocks: str, **more: Any) -> ap.Phase:  # any field of the record
    """Phase `p<number>` with one exit sign."""
    sign = ap.ExitSign(id=f"sign{number}", text=text(f"teken {number}"), sources=("S2-079",))
    fields: dict[str, Any] = {"exit_signs": (sign,), **more}
    return ap.Phase(
        id=f"p{number}",
        number=number,
        name=text(f"fase {number}"),
        emphasis=statement("nadruk"),
        blocks=blocks,
        **fields,
    )


def subgoal(id_: str, *builds_on: str) -> g.Subgoal:
    """A subgoal named by its id."""
    return g.Subgoal(id=id_, code=id_.upper(), text=text(id_), sources=("S2-032",), builds_on=builds_on)


def block(number: int, *subgoals: g.Subgoal, **more: bool) -> g.BuildingBlock:
    """Building block `b<number>`."""
    return g.BuildingBlock(
        id=f"b{number}",
        number=number,
        name=text(f"bouwsteen {number}"),
        from_age=text("0"),
        from_months=0,
        key_sentence=text("zin"),
        about=(),
        needed=(),
        unmet_signals=(),
        guidance_for_parents=(),
        subgoals=subgoals,
        sources=("own",),
        **more,
    )


def scale() -> g.RatingScale:
    """Three words: `not`, `with_help`, `often`; only the last carries."""
    names = ("not", "with_help", "often")
    words = tuple(
        g.RatingWord(id=name, word=text(name), meaning=text(name), order=i, carries=name == "often")
        for i, name in enumerate(names)
    )
    return g.RatingScale(words=words, remark=text("eigen schaal"), sources=("own",))


def evaluation(id_: str, after: int, every: int | None = None, **more: Any) -> a.Evaluation:
    """An evaluation."""
    fields: dict[str, Any] = {"kind": "regular", "sources": ("S1-012",), **more}
    return a.Evaluation(
        id=id_, title=text(id_), after_session=after, then_every=every, remark=text("eigen getal"), **fields
    )


def extension() -> a.JointDecision:
    """The decision of three on more sessions."""
    return a.JointDecision(
        id="extension",
        title=text("Verlenging"),
        question=text("Meer sessies?"),
        parties=("client", "therapist", "lead_clinician"),
        rule="all_yes",
        when_divided=text("We zijn het nog niet eens."),
        sources=("S1-013",),
    )


def agreed(
    *evaluations: a.Evaluation, decisions: tuple[a.JointDecision, ...] = (), taper: bool = False
) -> a.Agreements:
    """Evaluations, decisions, and the reasons `done` (planned) and `stopped` (unplanned)."""
    return a.Agreements(
        evaluations=evaluations,
        decisions=decisions,
        taper=a.Taper(text=statement("afbouw", "S2-101"), agreements=()) if taper else None,
        closing_reasons=(
            a.ClosingReason(id="done", text=text("klaar"), planned=True, sources=("own",)),
            a.ClosingReason(id="stopped", text=text("gestopt"), planned=False, sources=("own",)),
        ),
    )


ATTACHMENT_GROUPS = (
    group(
        "target-a",
        "eligibility",
        "all",
        criterion("developmental-age", age=c.AgeRange(measure="developmental", low_months=24, high_months=144)),
    ),
    group(
        "target-b",
        "eligibility",
        "any",
        criterion("diagnosed", names_person=text("wie stelde dit vast"), sources=("S2-002",)),
        criterion("established-by-examination", sources=("S2-003",)),
    ),
    group("signs", "indication", "any", criterion("rage"), criterion("poor-insight")),
    group(
        "against",
        "contra_indication",
        "none",
        criterion("psychosis"),
        sources=("S2-021",),
        override=c.Override(consulted_roles=("psychiatrist",), text=text("na overleg"), sources=("S2-021",)),
    ),
    group(
        "conditions",
        "precondition",
        "all",
        criterion("safe-figure", safety=True, names_person=text("wie"), sources=("S2-028", "S2-139")),
        criterion("safe-home", safety=True, sources=("S2-029", "S2-138")),
        criterion("cooperation", sources=("S2-140",)),
        asked=("before_start", "at_evaluation"),
        sources=("S2-138",),
    ),
    group("together", "joint_session", "none", criterion("parent-feared", sources=("S2-015",))),
)


def attachment() -> m.CareModule:
    """A small module like the one for attachment: four phases, five blocks, 25 to 40 sessions expected."""
    return bare(
        groups=ATTACHMENT_GROUPS,
        consents=CONSENTS,
        diagnostics=d.Diagnostics(
            meetings=(
                d.Meeting(id="intake", title=text("intake"), parts=(), attended_by=("client",), sources=("S2-023",)),
            ),
            examination=tuple(
                d.ExaminationPart(id=part, title=text(part), about=text(part), sources=("S2-024",))
                for part in ("file", "history")
            ),
        ),
        goals=g.Goals(
            main=statement("doel", "S2-030"),
            blocks=(
                block(1, subgoal("bv1"), subgoal("bv2", "bv1")),
                block(2, subgoal("tv1", "bv1", "bv2")),
                block(3, subgoal("zv1", "tv1")),
                block(4, subgoal("zs1", "zv1")),
                block(5, prefers_group=True, own_goals=True),
            ),
            rating=scale(),
        ),
        approach=approach(
            phase(1, "b1", "b2"),
            phase(2, "b2", "b3"),
            phase(3, "b3", "b4"),
            phase(4, "b4", "b5"),
            dose=dose("expected", 25, 40),
            forms=("individual", "dyad"),
        ),
        agreements=agreed(evaluation("regular", 10, 10, asks_preconditions=True), taper=True),
        surroundings=Surroundings(
            joint_session_check=JointSessionCheck(criterion="parent-feared", text=statement("vraag", "S2-015"))
        ),
        underpinning=underpinning(
            Qualification(credential="pmkt", text=text("pmkt"), level="required", sources=("S2-142",)),
            Qualification(credential="extra", text=text("extra"), level="desirable", sources=("S2-142",)),
        ),
    )


def addon() -> m.CareModule:
    """A small module made like the add-on: 8 sessions, goals clear beforehand, extension decided by three."""
    return bare(
        groups=(
            group("indication", "indication", "any", criterion("flooded"), criterion("estranged")),
            group("entry", "precondition", "all", criterion("goals-clear", sources=("S1-015",))),
        ),
        routes=(route("lead_clinician"),),
        consents=CONSENTS,
        approach=approach(dose=dose("fixed", 8, 8, extended_by="extension", sources=("S1-011",))),
        agreements=agreed(
            evaluation("interim", 4, kind="interim", leads_to_decision="extension"),
            decisions=(extension(),),
        ),
    )


class File:
    """A file that fills up: each fact gets the day it is told on and the next number."""

    def __init__(self, module: m.CareModule, day: date = MONDAY) -> None:
        self.module = module
        self.day = day
        self.facts: list[AnyFact] = []

    def tell(self, kind: type[F], **fields: Any) -> F:  # any field of the fact
        """Add a fact of `kind` on the day the file is at, recorded at noon of that day, and return it."""
        number = len(self.facts) + 1
        recorded = datetime.combine(self.day, time(12), UTC)
        stamp = Stamp(id=f"f{number}", holds_on=self.day, recorded_at=recorded, sequence=number, by="carla")
        fact = kind(stamp=stamp, **fields)
        self.facts.append(fact)  # type: ignore[arg-type]  # every kind told is one of AnyFact
        return fact

    def later(self, days: int = 7) -> "File":
        """Move the file's day on."""
        self.day += timedelta(days=days)
        return self

    def answer(self, *criteria: str, answer: Answer = YES, person: str = "") -> "File":
        """Answer criteria."""
        for id_ in criteria:
            self.tell(CriterionAnswered, criterion=id_, answer=answer, person=person)
        return self

    def sessions(self, count: int) -> "File":
        """Hold so many sessions, a week apart."""
        for _ in range(count):
            self.later()
            self.tell(SessionHeld, session=f"s{len(self.facts)}")
        return self

    def standing(self, on_day: date | None = None) -> Standing:
        """Where the client stands, today or on another day."""
        return standing(self.module, self.facts, on_day or self.day)

    def permit(self, kind: StepKind, target: str = "", on_day: date | None = None) -> Permission:
        """Whether a step is allowed, today or on another day."""
        return permit(self.module, self.facts, Step(kind, target), on_day or self.day)

    def why_not(self, kind: StepKind, target: str = "") -> set[str]:
        """The codes of what holds a step back today."""
        return {reason.code for reason in self.permit(kind, target).reasons}


def prepared_attachment() -> File:
    """A file in which everything is ready for an attachment treatment to start."""
    file = File(attachment())
    file.tell(Referred, route="private")
    file.tell(Born, on=BORN)
    file.tell(DevelopmentalAgeStated, months=60)
    file.tell(AuthorityHeld, person="mo", name="Mo")
    file.tell(ConsentGiven, scope="treatment", person="mo")
    file.tell(TherapistAssigned, therapist="carla", name="Carla")
    file.tell(CredentialHeld, therapist="carla", credential="pmkt")
    file.answer("established-by-examination", "rage", "safe-home", "cooperation")
    file.answer("safe-figure", person="Oma")
    file.answer("psychosis", answer=NO)
    file.tell(MeetingHeld, meeting="intake", parts=(), attendees=("Mo",))
    for part in ("file", "history"):
        file.tell(ExaminationPartCompleted, part=part)
    file.tell(GoalAgreed, goal="bv1")
    file.tell(PlanAgreed, version=1)
    return file


def prepared_addon() -> File:
    """A file in which everything is ready for an add-on to start; the client is an adult."""
    file = File(addon())
    file.tell(Referred, route="lead_clinician")
    file.tell(Born, on=date(1990, 5, 5))
    file.tell(ConsentGiven, scope="treatment", person="client")
    file.tell(TherapistAssigned, therapist="carla", name="Carla")
    file.answer("flooded", "goals-clear")
    file.tell(GoalAgreed, goal="own-1", own="grenzen voelen", aspect="intimacy")
    file.tell(PlanAgreed, version=1)
    return file


def started(file: File, phase: str = "") -> File:
    """The file a week later, with treatment started."""
    file.later()
    file.tell(TreatmentStarted, phase=phase)
    return file


def moved(fact: F, days: int) -> F:
    """The same fact holding so many days later."""
    stamp = replace(fact.stamp, holds_on=fact.stamp.holds_on + timedelta(days=days))
    return replace(fact, stamp=stamp)
