"""A simulated study: the assignment drawn as the design draws it, the scores made, and the design's own test asked.

Power of a randomisation test depends most on autocorrelation, number of cases, size and onset of the effect and the
overlap of the start windows (Bouwmeester & Jongerling 2020, doi:10.1371/journal.pone.0228355), all of which are asked.
Effect and no effect are tested on the same noise, so that the share of false alarms is known beside the power.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case, Floats
from lijfspoor.domain.singlecase.designs.design import Design, Kind
from lijfspoor.domain.singlecase.designs.reading import design_from
from lijfspoor.domain.singlecase.designs.scheme import Codes
from lijfspoor.domain.singlecase.power.question import CRITERION_MATCH, PowerQuestion
from lijfspoor.domain.singlecase.power.simulate import ar1, conditions, shift
from lijfspoor.domain.singlecase.randomisation.catalogue import statistic_named
from lijfspoor.domain.singlecase.randomisation.criterion import criterion_match
from lijfspoor.domain.singlecase.randomisation.reference import Drawing
from lijfspoor.domain.singlecase.randomisation.statistic import Statistic
from lijfspoor.domain.singlecase.randomisation.testing import Question, answer_question, ask

LISTED_UP_TO = 50_000
NO_STATISTIC = "no-statistic"


@dataclass(frozen=True, eq=False)
class Workshop:
    """Everything that the simulated studies of one question share."""

    question: PowerQuestion

    @cached_property
    def design(self) -> Design:
        """The design, read once."""
        return design_from(self.question.design)

    @cached_property
    def statistic(self) -> Statistic:
        """The statistic of the test."""
        if self.question.statistic == CRITERION_MATCH:
            return criterion_match([None, *self.design.criteria])
        return statistic_named(self.question.statistic)

    @cached_property
    def levels(self) -> Floats:
        """Per condition its full level above the baseline."""
        level, noise = self.question.effect.level, self.question.noise
        if self.design.kind is Kind.CHANGING_CRITERION:
            return np.array([0.0, *(level * (criterion - noise.baseline) for criterion in self.design.criteria)])
        return np.array([0.0, *[level * noise.sd] * (len(self.design.labels) - 1)])

    def study(self, rng: np.random.Generator) -> tuple[float | None, float | None]:
        """Simulate one study and return its p with the effect and without; None where no statistic can be computed."""
        drawn = tuple(codes[0] for codes in self.design.joint.draw_codes(rng, 1))
        noise = [self._noise(rng, len(codes)) for codes in drawn]
        raised = [
            scores + self._raise(rng, case, codes)
            for case, (scores, codes) in enumerate(zip(noise, drawn, strict=True))
        ]
        question = self._ask(self._cases(raised, drawn), drawn, int(rng.integers(2**63)))
        cases = self._cases(noise, drawn)
        unraised = replace(question, cases=cases, values=tuple(case.values for case in cases))
        return _p(question), _p(unraised)

    def _noise(self, rng: np.random.Generator, size: int) -> Floats:
        asked = self.question.noise
        scores = asked.baseline + asked.sd * ar1(rng, 1, size, asked.autocorrelation)[0]
        missing = rng.uniform(size=size) < asked.missing
        return np.where(missing, np.nan, scores)

    def _raise(self, rng: np.random.Generator, case: int, codes: Codes) -> Floats:
        effect, sd = self.question.effect, self.question.noise.sd
        own = effect.between * sd * rng.standard_normal()
        levels = self.levels + np.where(np.arange(len(self.levels)) > 0, own, 0.0)
        row = conditions(self.design.schemes[case], codes)
        return shift(row, levels, replace(effect, slope=effect.slope * sd))

    def _cases(self, scores: Sequence[Floats], drawn: Sequence[Codes]) -> tuple[Case, ...]:
        phases = self.design.phases_of(drawn)
        return tuple(
            Case(name, np.arange(1.0, len(values) + 1), labels, values)
            for name, labels, values in zip(self.design.cases, phases, scores, strict=True)
        )

    def _ask(self, cases: tuple[Case, ...], drawn: Sequence[Codes], seed: int) -> Question:
        """Put the test's question: where all assignments are listed, with the list that was made once."""
        if self.design.joint.count() > LISTED_UP_TO:
            drawing = Drawing(exact_up_to=0, draws=self.question.draws, seed=seed)
            return ask(cases, self.design.joint, self.statistic, tail=self.question.tail, drawing=drawing)
        listed = self._listed
        options = tuple(
            layout if case.present.all() else replace(layout, present=case.present)
            for layout, case in zip(listed.reference.options, cases, strict=True)
        )
        observed = tuple(replace(layout, codes=codes[np.newaxis]) for layout, codes in zip(options, drawn, strict=True))
        reference = replace(listed.reference, options=options, observed=observed, chosen=None)
        return replace(listed, cases=cases, values=tuple(case.values for case in cases), reference=reference)

    @cached_property
    def _listed(self) -> Question:
        """The test's question with all assignments, asked of a first study without scores of interest."""
        drawn = self.design.joint.codes_at(0)
        cases = self._cases([np.zeros(len(codes)) for codes in drawn], drawn)
        drawing = Drawing(exact_up_to=LISTED_UP_TO)
        return ask(cases, self.design.joint, self.statistic, tail=self.question.tail, drawing=drawing)


def _p(question: Question) -> float | None:
    try:
        return answer_question(question).p
    except Refused as refusal:
        if refusal.code != NO_STATISTIC:
            raise
        return None
