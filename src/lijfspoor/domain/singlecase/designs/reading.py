"""A design read from a plain mapping, such as a YAML or JSON file holds.

Keys of every design:
  design        phases | multiple-baseline | alternation | changing-criterion
  title         the name of the study (optional)
  cases         names of the series, or how many there are (default 1; a multiple baseline has two or more)
  measurements  rows per series: one number, or a list with one per case
  washout       rows after each change that count for no condition (default 0); they come on top of `minimum`
Design `phases` (every series is drawn for itself):
  phases        the order, "ABAB" or a list of names
  orders        instead of one order: a list of orders, or "any" for every order of `phases`
  minimum       rows per phase: one number, a list per phase, or a mapping from label to number (default 1)
  maximum       the same, optional
  window        [first, last] row on which the second phase may begin (the waiting window), optional
  windows       instead: such a pair, or nothing, for each change of phase
Design `multiple-baseline`:
  across        clients (default) | behaviours | settings
  phases        two phases (default AB); `minimum`, `window` as above; `windows` then has one pair per case
  randomisation independent (default) | staggered | wampold-worsham | koehler-levin
  stagger       rows between one start and the next, for `staggered`
  order         fixed (default) | any: whether the order of the cases is drawn too, for `staggered`
  moments       the starts, for `wampold-worsham`; for `koehler-levin` a list of starts per tier, or give `windows`
Design `alternation`:
  conditions    default AB
  randomisation complete (default) | blocks | limited
  each          how often each condition comes, for `complete` and `limited` (default: equally often)
  block         rows (or periods) per block, for `blocks`; optional for `limited`
  limit         how many equal conditions may follow each other, for `limited`
  period        measurements per drawn condition (default 1): a trial of one person with periods
Design `changing-criterion`:
  criteria      the criterion of each phase after the baseline, in order; their labels are C1, C2, ...
  baseline      the label of the baseline (default A); `minimum`, `maximum`, `window`, `windows` as for `phases`
The sections `power` and `analysis` may stand beside these; they are read elsewhere.
"""

from collections.abc import Callable, Mapping

from lijfspoor.domain.singlecase.data.saying import Refused, Saying
from lijfspoor.domain.singlecase.designs.design import Design, Kind
from lijfspoor.domain.singlecase.designs.keys import Keys, whole_number, wrong
from lijfspoor.domain.singlecase.designs.reading_alternation import alternation
from lijfspoor.domain.singlecase.designs.reading_baselines import multiple_baseline
from lijfspoor.domain.singlecase.designs.reading_phases import changing_criterion, phases
from lijfspoor.domain.singlecase.designs.study import Study

READERS: Mapping[str, Callable[[Keys, Study], Design]] = {
    Kind.PHASES: phases,
    Kind.MULTIPLE_BASELINE: multiple_baseline,
    Kind.ALTERNATION: alternation,
    Kind.CHANGING_CRITERION: changing_criterion,
}

KEY_OF = {
    "phase-order": "phases",
    "same-order-twice": "orders",
    "bad-minimum": "minimum",
    "unequal-lengths": "windows",
    "no-assignment": "measurements",
    "one-condition": "conditions",
    "uneven-numbers": "each",
    "uneven-blocks": "block",
    "design-too-large": "measurements",
    "tiers": "windows",
    "stagger": "stagger",
    "windows-differ": "windows",
    "bad-washout": "washout",
    "bad-period": "period",
    "too-many-options": "measurements",
}
"""Which key a person looks at first for each refusal of a scheme."""

MOST_CASES = 1000


def design_from(mapping: Mapping[str, object]) -> Design:
    """Read a design; the keys are listed above.

    Raises Refused: "design-key" for a key that is missing, unknown or has a wrong value, or the code of the scheme that
    cannot be made; the sentence begins with the key.
    """
    keys = Keys(mapping)
    kind = keys.word("design", list(READERS))
    for section in ("power", "analysis"):
        keys.raw(section)
    study = _study(keys, mapping)
    try:
        design = READERS[kind](keys, study)
    except Refused as refusal:
        raise _with_key(refusal, keys) from None
    keys.finish()
    return design


def _study(keys: Keys, mapping: Mapping[str, object]) -> Study:
    cases = _cases(keys)
    return Study(
        title=keys.text("title", ""),
        cases=cases,
        sizes=_sizes(keys, len(cases)),
        washout=keys.number("washout", 0, least=0),
        mapping=mapping,
    )


def _cases(keys: Keys) -> tuple[str, ...]:
    value = keys.raw("cases")
    if isinstance(value, list | tuple):
        names = tuple(str(name) for name in value)
        if not names or len(set(names)) < len(names):
            raise wrong("cases", "geef elke reeks een eigen naam.", "give each series a name of its own.")
        return names
    number = 1 if value is None else whole_number("cases", value)
    if number > MOST_CASES:
        raise wrong("cases", f"ten hoogste {MOST_CASES} reeksen.", f"at most {MOST_CASES} series.")
    return tuple(str(place) for place in range(1, number + 1))


def _sizes(keys: Keys, cases: int) -> tuple[int, ...]:
    value = keys.raw("measurements")
    if not isinstance(value, list | tuple):
        return (whole_number("measurements", value, least=2),) * cases
    if len(value) != cases:
        raise wrong("measurements", f"geef één getal, of {cases} getallen.", f"give one number, or {cases} numbers.")
    return tuple(whole_number("measurements", rows, least=2) for rows in value)


def _with_key(refusal: Refused, keys: Keys) -> Refused:
    if refusal.code == "design-key":
        return refusal
    key = "moments" if refusal.code == "tiers" and keys.has("moments") else KEY_OF[refusal.code]
    return Refused(refusal.code, Saying(nl=f"{key}: {refusal.why.nl}", en=f"{key}: {refusal.why.en}"))
