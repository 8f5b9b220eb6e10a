"""The generators reach every rule kind, fact kind, step kind, advice and outcome; what is not reached is not tested."""

from collections import Counter
from collections.abc import Iterable
from typing import get_args

from hypothesis import HealthCheck, Phase, given, settings

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.movement import RouteId
from lijfspoor.domain.pathways import AnyFact, Stage, StepKind, advice, allowed_steps, known_on, standing
from lijfspoor.domain.pathways.facts import MovementPrescribed
from lijfspoor.domain.pathways.model import Standing
from tests.generative.histories import Case, cases
from tests.generative.reference.counting import counting

EXAMPLES = 2_000
GROUP_KINDS = ("eligibility", "indication", "contra_indication", "precondition", "joint_session", "effort_check")
ADVICE = (
    *("consent-missing", "consent-unknown", "criterion-open", "precondition-lapsed", "preconditions-again"),
    *("evaluation-due", "voices-open", "decision-ready", "dose-reached", "credential-missing", "no-show-pattern"),
    *("meeting-due", "examination-part-open", "goal-missing", "plan-missing", "start-possible", "subgoal-ready"),
    *("exit-signs", "last-session", "group-follow-up", "taper-possible", "extend-possible", "dose-low-reached"),
    *("variant-open", "variant-longer", "areas-open", "developmental-age-open", "diagnostic-phase-possible"),
    *("meeting-part-open", "fit-open", "bond-due", "bond-change", "bond-talk"),
    *("dose-high-reached", "overridden", "stepped-back", "credential-ending", "touch-consent-missing"),
    *("forewarning-due", "client-note-open", "effort-check-open", "effort-check-lapsed", "movement-possible"),
    *("movement-link-ended", "movement-weeks-over"),
)
EXPECTED = frozenset(
    {
        *(f"group {kind} {needs}" for kind in GROUP_KINDS for needs in ("all", "any", "none")),
        *(f"outcome {needs} {met}" for needs in ("all", "any", "none") for met in ("yes", "no", "unknown")),
        *(f"age {measure} {answer}" for measure in ("developmental", "calendar") for answer in ("yes", "no")),
        *("age developmental unknown", "age calendar unknown", "person named", "person not named"),
        *("override counts", "override of a group without", "safety lost", "joint_session no"),
        *(f"phases {order}" for order in ("ordered", "free", "none")),
        *(f"path {direction}" for direction in ("start", "forward", "back")),
        *(f"dose {kind}" for kind in ("fixed", "expected", "open")),
        *("dose extended", "dose reached", "evaluation once", "evaluation again", "evaluation set", "evaluation due"),
        *(
            "decision superseded",
            "decision overtaken before it added sessions",
            "decision open",
            "decision agreed",
            "decision divided",
            "decision changed voice",
        ),
        *("subgoal builds on", "subgoal not ready", "subgoal carries", "subgoal came back", "prefers group"),
        *("taper", "consent given", "consent not given", "consent nobody known", "credential held", "meeting", "exam"),
        *(
            "variant chosen",
            "variant changed",
            "variant by age",
            "variant usual",
            "variant of none",
            "dose of a variant",
        ),
        *("area named", "phase opened", "part of a phase", "part of a variant", "part not asked", "developmental age"),
        *("bond never asked", "bond asked", "bond due again", "bond anew", "fit yes", "fit not", "fit met"),
        *("credential required", "credential desirable", "closing planned", "closing unplanned"),
        *(f"movement {way}" for way in ("runs", "stopped", "changed", "taken up again")),
        *(f"movement route {route}" for route in get_args(RouteId)),
        *("enhancer without a link passed over", "enhancer before", "enhancer after"),
        *("beside runs", "beside ended", "beside still to come", "trauma session", "client note answered"),
        *("forewarning given", "forewarning not given"),
        *(f"stage {stage}" for stage in Stage),
        *(f"fact {kind.kind}" for kind in get_args(AnyFact)),
        *("retracted fact", "retraction retracted", "fact twice", "fact of later", "fact recorded later"),
        *(f"step {kind} {word}" for kind in StepKind for word in ("allowed", "refused")),
        *(f"advice {code}" for code in ADVICE),
    }
)


def test_the_generators_reach_everything() -> None:
    reached: Counter[str] = Counter()

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(cases())
    def look(case: Case) -> None:
        now = standing(case.module, case.facts, case.on_day)
        for found in (_in_module(case.module), _in_file(case), _in_standing(case.module, now)):
            reached.update(set(found))

    look()
    assert sorted(EXPECTED - set(reached)) == []


def _in_module(module: CareModule) -> Iterable[str]:
    for group in module.audience.groups:
        yield f"group {group.kind} {group.needs}"
        if group.kind == "contra_indication" and group.override is None:
            yield "override of a group without"
    yield f"phases {module.approach.phase_order}"
    yield f"dose {module.approach.dose.kind}"
    for evaluation in module.agreements.evaluations:
        yield "evaluation again" if evaluation.then_every else "evaluation once"
    for block, subgoal in module.subgoals():
        if subgoal.builds_on:
            yield "subgoal builds on"
        if block.prefers_group:
            yield "prefers group"
    for asked in module.underpinning.qualifications:
        yield f"credential {asked.level}"
    if module.diagnostics.meetings:
        yield "meeting"
    if module.diagnostics.examination:
        yield "exam"


def _in_file(case: Case) -> Iterable[str]:
    ids = [fact.stamp.id for fact in case.facts]
    counted = [fact.stamp.id for fact in counting(case.facts, case.on_day)]
    if len(set(ids)) < len(ids):
        yield "fact twice"
    if len(known_on(case.facts, case.moment)) < len([f for f in case.facts if f.stamp.holds_on <= case.on_day]):
        yield "fact recorded later"
    for fact in case.facts:
        yield f"fact {fact.kind}"
        if fact.stamp.holds_on > case.on_day:
            yield "fact of later"
        elif fact.stamp.id not in counted:
            yield "retraction retracted" if fact.kind == "retracted" else "retracted fact"
        if fact.kind == "evaluation_set":
            yield "evaluation set"
        if isinstance(fact, MovementPrescribed) and fact.plan.route == "enhancer" and fact.plan.timing is None:
            yield "enhancer without a link passed over"


def _in_standing(module: CareModule, now: Standing) -> Iterable[str]:
    yield f"stage {now.stage}"
    yield from _in_criteria(module, now)
    yield from _in_course(now)
    yield from _in_variants(module, now)
    yield from _in_bond_and_fit(module, now)
    yield from _around(now)
    yield from _in_decisions(now)
    for consent in now.consents:
        yield "consent nobody known" if not consent.person else f"consent {'' if consent.given else 'not '}given"
    for credential in now.credentials:
        if credential.held:
            yield "credential held"
    if now.closing:
        planned = [reason.id for reason in module.agreements.closing_reasons if reason.planned]
        yield "closing planned" if now.closing.reason in planned else "closing unplanned"
    for permission in allowed_steps(module, now):
        yield f"step {permission.step.kind} {'allowed' if permission.allowed else 'refused'}"
    for each in advice(module, now):
        yield f"advice {each.code}"


def _in_criteria(module: CareModule, now: Standing) -> Iterable[str]:
    for group in module.audience.groups:
        met = now.group(group.id).met
        yield f"outcome {group.needs} {met}"
        if group.kind == "joint_session":
            yield f"joint_session {met}"
        for criterion in group.criteria:
            at = now.criterion(criterion.id)
            if criterion.age:
                yield f"age {criterion.age.measure} {at.answer}"
            if criterion.names_person and at.since:
                yield "person named" if at.person else "person not named"
            if criterion.safety and group.kind == "precondition" and at.answer == "no":
                yield "safety lost"
            if at.override and at.answer == "yes" and group.needs == "none":
                yield "override counts"


def _in_course(now: Standing) -> Iterable[str]:
    yield from (f"path {step.direction}" for step in now.path)
    if now.dose.extended_by:
        yield "dose extended"
    if now.dose.limit is not None and now.dose.held >= now.dose.limit:
        yield "dose reached"
    for subgoal in now.subgoals:
        if not subgoal.ready:
            yield "subgoal not ready"
        if subgoal.carries:
            yield "subgoal carries"
        elif subgoal.before and subgoal.before.rating in ("alone", "always"):
            yield "subgoal came back"
    if any(each.due for each in now.evaluations):
        yield "evaluation due"
    if now.taper:
        yield "taper"


def _in_variants(module: CareModule, now: Standing) -> Iterable[str]:
    for variation, counts in zip(module.variations, now.variants, strict=True):
        yield "variant chosen" if counts.chosen else "variant not chosen"
        if len({choice.variant for choice in counts.choices}) > 1:
            yield "variant changed"
        if not counts.variant:
            yield "variant of none"
        elif not counts.chosen:
            aged = variation.variants[0].age is not None and counts.variant != variation.usual
            yield "variant by age" if aged else "variant usual"
    if module.approach_with(now.variant_ids).dose != module.approach.dose:
        yield "dose of a variant"
    if now.areas:
        yield "area named"
    if now.developmental_age is not None:
        yield "developmental age"
    if now.diagnostic_phase:
        yield "phase opened"
    asked = [part for part, _ in now.examination]
    for part in module.diagnostics.examination:
        if part.id not in asked:
            yield "part not asked"
        elif part.in_phase or part.variant:
            yield "part of a phase" if part.in_phase else "part of a variant"


def _in_bond_and_fit(module: CareModule, now: Standing) -> Iterable[str]:
    if now.bond:
        yield "bond asked" if now.bond.answers else "bond never asked"
        if now.bond.due and now.bond.answers:
            yield "bond anew" if now.bond.answered else "bond due again"
    for evaluation, at in zip(module.agreements.evaluations, now.evaluations, strict=True):
        if evaluation.fit and at.fits != "not_said":
            yield "fit yes" if at.fits == "yes" else "fit not" if at.fit_open else "fit met"


def _around(now: Standing) -> Iterable[str]:
    for _, given_on in now.forewarnings:
        yield "forewarning given" if given_on else "forewarning not given"
    if any(note.answered_on for note in now.client_notes):
        yield "client note answered"
    for other in now.beside:
        ended = other.until is not None and other.until < now.on_day
        yield "beside runs" if other.runs_on(now.on_day) else "beside ended" if ended else "beside still to come"
        if other.sessions:
            yield "trauma session"
    for movement in now.movements:
        yield "movement stopped" if movement.stopped_on else "movement runs"
        yield f"movement route {movement.plan.route}"
        if movement.changes:
            yield "movement changed"
        if movement.changes and movement.since == movement.agreed_on:
            yield "movement taken up again"
        if movement.plan.route == "enhancer":
            yield f"enhancer {movement.plan.timing}"


def _in_decisions(now: Standing) -> Iterable[str]:
    for decision in now.decisions:
        for each in decision.rounds:
            yield "decision superseded" if each.superseded else f"decision {each.outcome}"
            if each.superseded and each.outcome == "agreed" and now.dose.limit is not None:
                yield "decision overtaken before it added sessions"
            if each.earlier:
                yield "decision changed voice"
