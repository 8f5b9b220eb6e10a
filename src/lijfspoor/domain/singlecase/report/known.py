"""What the data and the design know of the SCRIBE list."""

from collections.abc import Sequence

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Case, Improvement
from lijfspoor.domain.singlecase.report.parts import DesignReport, Result
from lijfspoor.domain.singlecase.words.scribe import Known

LISTED_UP_TO = 6


def known(cases: Sequence[Case], design: DesignReport | None, answers: Sequence[Result]) -> dict[int, Known]:
    """The items that something is known of, by their number."""
    found = {
        5: Known(_design(cases, design)),
        7: Known(_replication(cases)),
        8: Known(_randomisation(design), whole=design is not None),
        11: Known(_count(cases)),
        14: Known(_measures(cases)),
        18: Known(_analyses(answers[0]), whole=True),
        19: Known(_sequence(cases), whole=True),
        20: Known(
            Saying(nl="Zie de tabel met scores en de uitkomsten.", en="See the table of scores and the results."),
            whole=True,
        ),
        23: Known(_limitations(answers[0])),
    }
    if design is not None and design.seal is not None:
        found[25] = Known(_joined((*design.seal.said, *design.followed)))
    return found


def _design(cases: Sequence[Case], design: DesignReport | None) -> Saying:
    if design is None:
        return Saying(nl=f"Fasen: {_phases(cases)}. De soort opzet vult u zelf in.",
                      en=f"Phases: {_phases(cases)}. The kind of design is to be filled in by you.")  # fmt: skip
    kind = KINDS[design.design.kind.value]
    return Saying(nl=f"{kind.nl}; fasen: {_phases(cases)}.", en=f"{kind.en}; phases: {_phases(cases)}.")


KINDS = {
    "phases": Saying(nl="Opzet met fasen", en="Design of phases"),
    "multiple-baseline": Saying(nl="Meervoudige basislijn", en="Multiple baseline"),
    "alternation": Saying(nl="Afwisselende condities", en="Alternating conditions"),
    "changing-criterion": Saying(nl="Verschuivend criterium", en="Changing criterion"),
}


def _phases(cases: Sequence[Case]) -> str:
    orders = dict.fromkeys("-".join(_order(case)) for case in cases)
    return _some(list(orders))


def _order(case: Case) -> list[str]:
    labels = [spell.label for spell in case.spells]
    return labels if len(labels) <= LISTED_UP_TO else [*labels[:LISTED_UP_TO], "…"]


def _some(parts: Sequence[str]) -> str:
    rest = len(parts) - LISTED_UP_TO
    return "; ".join(parts[:LISTED_UP_TO]) + (f"; … (+{rest})" if rest > 0 else "")


def _replication(cases: Sequence[Case]) -> Saying:
    changes = sum(len(case.spells) - 1 for case in cases)
    return Saying(
        nl=f"{len(cases)} {'reeks' if len(cases) == 1 else 'reeksen'}, samen {changes} keer van fase gewisseld.",
        en=f"{len(cases)} series, {changes} {'change' if changes == 1 else 'changes'} of phase in all.",
    )


def _randomisation(design: DesignReport | None) -> Saying:
    if design is None:
        return Saying(nl="Er is geen loting bekend.", en="No draw is known.")
    return Saying(nl=f"Geloot volgens de opzet. {design.said[0].nl}", en=f"Drawn by the design. {design.said[0].en}")


def _count(cases: Sequence[Case]) -> Saying:
    people = len({case.name for case in cases})
    return Saying(nl=f"{people} {'deelnemer' if people == 1 else 'deelnemers'}.",
                  en=f"{people} {'participant' if people == 1 else 'participants'}.")  # fmt: skip


def _measures(cases: Sequence[Case]) -> Saying:
    better = {
        Improvement.INCREASE: Saying(nl="hoger is beter", en="higher is better"),
        Improvement.DECREASE: Saying(nl="lager is beter", en="lower is better"),
    }
    pairs = dict.fromkeys((case.measure, case.improvement) for case in cases)
    return Saying(
        nl=_some([f"{measure or 'score'}: {better[way].nl}" for measure, way in pairs]) + ".",
        en=_some([f"{measure or 'score'}: {better[way].en}" for measure, way in pairs]) + ".",
    )


def _analyses(answer: Result) -> Saying:
    beside = Saying(
        nl="Daarnaast: mediaan en trend per fase, effectmaten, en een model met scores die samenhangen in de tijd.",
        en="Beside it: median and trend per phase, effect sizes, and a model with errors that remember.",
    )
    if answer.estimate is None:
        return Saying(nl=f"Geen toets uit een loting. {beside.nl}", en=f"No test by a draw. {beside.en}")
    name = answer.estimate.statistic.removeprefix("randomisation.")
    return Saying(nl=f"Randomisatietoets ({name}). {beside.nl}", en=f"Randomisation test ({name}). {beside.en}")


def _sequence(cases: Sequence[Case]) -> Saying:
    told = [
        f"{case.name}: " + ", ".join(f"{spell.label} {spell.stop - spell.start}" for spell in case.spells[:12])
        for case in cases
    ]
    missing = sum(int((~case.present).sum()) for case in cases)
    return Saying(
        nl=f"Metingen per fase: {_some(told)}. Ontbrekende scores: {missing}.",
        en=f"Measurements per phase: {_some(told)}. Missing scores: {missing}.",
    )


def _limitations(answer: Result) -> Saying:
    return answer.words.not_said if answer.words is not None else answer.why


def _joined(sayings: Sequence[Saying]) -> Saying:
    return Saying(nl=" ".join(one.nl for one in sayings), en=" ".join(one.en for one in sayings))
