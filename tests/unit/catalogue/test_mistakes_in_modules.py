"""Every kind of mistake is found on its line, at its path, and explained."""

from typing import NamedTuple

import pytest

from lijfspoor.catalogue.mistakes import ContentRefused, Mistake
from lijfspoor.catalogue.reader import examine, load_module
from tests.unit.catalogue.samples import SAMPLE, edited, line_of


class Case(NamedTuple):
    """One edit of the sample; `marker` stands once in the edited text, on the line of the mistake."""

    name: str
    old: str
    new: str
    marker: str
    path: str
    expected: str


SHAPE = [
    Case(
        "unknown key",
        "discipline: pmkt",
        "disciplin: pmkt",
        "disciplin: pmkt",
        "disciplin",
        "mean discipline",
    ),
    Case("missing key", "discipline: pmkt\n", "", "schema: 1", "discipline", "Add the key discipline"),
    Case(
        "unknown key inside",
        "      code: 1a\n",
        "      code: 1a\n          coed: x\n",
        "coed: x",
        "goals.blocks[0].subgoals[0].coed",
        "Known are id, code,",
    ),
    Case(
        "missing Dutch",
        "  nl: Voorbeeld kort\n",
        "",
        "short_title:",
        "short_title.nl",
        "Add the Dutch text: it is missing.",
    ),
    Case(
        "missing English",
        "{nl: Hoofddoel, en: Main goal}",
        "{nl: Hoofddoel}",
        "{nl: Hoofddoel}",
        "goals.main.text.en",
        "Add the English text: it is missing.",
    ),
    Case(
        "empty English",
        "  en: Sample short",
        "  en: ' '",
        "  en: ' '",
        "short_title.en",
        "Write the English text: it is empty.",
    ),
    Case(
        "empty text",
        "authors: [Anna]",
        "authors: ['']",
        "authors: ['']",
        "provenance.authors[0]",
        "it is empty",
    ),
    Case("text for a number", "high: 8", "high: '8'", "high: '8'", "approach.dose.high", "without quotes"),
    Case(
        "number for a text",
        "name: PsyMot",
        "name: 7",
        "name: 7",
        "diagnostics.instruments[0].name",
        "text here",
    ),
    Case(
        "text for a list",
        "age_groups: [child]",
        "age_groups: child",
        "age_groups: child",
        "audience.age_groups",
        "list here",
    ),
    Case(
        "text for a block",
        "title: {nl: Voorbeeld, en: Sample}",
        "title: Voorbeeld",
        "title: Voorbeeld",
        "title",
        "block here",
    ),
    Case(
        "text for yes or no",
        "own_goals: true",
        "own_goals: 'true'",
        "own_goals: 'true'",
        "goals.blocks[1].own_goals",
        "true or false",
    ),
    Case(
        "a day that is not there",
        "checked_on: 2026-01-10",
        "checked_on: 2026-02-30",
        "checked_on: 2026-02-30",
        "provenance.checked_on",
        "date here that exists",
    ),
    Case(
        "a word outside the vocabulary",
        "status: assumed",
        "status: proven",
        "status: proven",
        "underpinning.claims[0].status",
        "'expert_based'",
    ),
    Case("another schema", "schema: 1", "schema: 2", "schema: 2", "schema", "Write 1 here."),
    Case(
        "missing sources",
        "    sources: [S2-030]\n  aspects:",
        "  aspects:",
        "  main:",
        "goals.main.sources",
        "Add the key sources",
    ),
]

SOURCES_AND_NAMES = [
    Case(
        "empty sources",
        "sources: [S2-001]",
        "sources: []",
        "sources: []",
        "summary[0].sources",
        "Say what this rests on.",
    ),
    Case("odd source", "[S2-001]", "[a book]", "[a book]", "summary[0].sources[0]", "Name a requirement"),
    Case("unknown source", "[S2-001]", "[S2-999]", "[S2-999]", "summary[0].sources[0]", "S2-999 does not"),
    Case(
        "odd id",
        "id: feels-safe\n",
        "id: Feels_Safe\n",
        "id: Feels_Safe",
        "goals.blocks[0].subgoals[0].id",
        "lower-case letters",
    ),
    Case(
        "id used twice in two groups",
        "id: acute-danger",
        "id: safe-home # two",
        "id: safe-home\n",
        "audience.groups[2].criteria[0].id",
        "audience.groups[1].criteria[0] is safe-home already",
    ),
    Case(
        "id used twice: an intervention of a phase and one of the module",
        "id: breathing",
        "id: rocking # again",
        "id: rocking # again",
        "approach.interventions[0].id",
        "approach.phases[0].interventions[0] is rocking already",
    ),
    Case(
        "subgoal in two blocks",
        "      own_goals: true\n",
        "      subgoals:\n        - {id: feels-safe, code: 9z, text: {nl: a, en: b}, sources: [own]}\n",
        "code: 9z",
        "goals.blocks[1].subgoals[0].id",
        "goals.blocks[0].subgoals[0] is feels-safe already",
    ),
    Case(
        "code used twice",
        "code: 1b",
        "code: 1a #",
        "code: 1a #",
        "goals.blocks[0].subgoals[1].code",
        "another code",
    ),
    Case("odd version", 'version: "1.0"', "version: one", "version: one", "version", "numbers with points"),
    Case(
        "empty list",
        "authors: [Anna]",
        "authors: []",
        "authors: []",
        "provenance.authors",
        "at least one line",
    ),
]

REFERENCES = [
    Case(
        "phase",
        "blocks: [safety]",
        "blocks: [x]",
        "blocks: [x]",
        "approach.phases[0].blocks[0]",
        "building block",
    ),
    Case(
        "advice",
        "block: safety\n  joint",
        "block: x\n  joint",
        "block: x\n",
        "surroundings.advice[0].block",
        "building block",
    ),
    Case(
        "checklist",
        "block: safety\n      safety_item",
        "block: x\n      safety_item",
        "block: x\n",
        "diagnostics.checklists[0].block",
        "building block",
    ),
    Case(
        "next step",
        "after_block: autonomy",
        "after_block: x",
        "after_block: x",
        "agreements.next_steps[0].after_block",
        "building block",
    ),
    Case(
        "unknown earlier subgoal",
        "builds_on: [feels-safe]",
        "builds_on: [x]",
        "builds_on: [x]",
        "goals.blocks[0].subgoals[1].builds_on[0]",
        "no x",
    ),
    Case(
        "builds on itself",
        "builds_on: [feels-safe]",
        "builds_on: [seeks-comfort]",
        "builds_on: [seeks-comfort]",
        "goals.blocks[0].subgoals[1].builds_on[0]",
        "earlier in the ladder",
    ),
    Case(
        "builds on a later one, in a circle",
        "code: 1a\n",
        "code: 1a\n          builds_on: [seeks-comfort]\n",
        "builds_on: [seeks-comfort]",
        "goals.blocks[0].subgoals[0].builds_on[0]",
        "earlier in the ladder",
    ),
    Case(
        "dose",
        "extended_by: extension",
        "extended_by: x",
        "extended_by: x",
        "approach.dose.extended_by",
        "joint decision",
    ),
    Case(
        "evaluation",
        "leads_to_decision: extension",
        "leads_to_decision: x",
        "leads_to_decision: x",
        "agreements.evaluations[0].leads_to_decision",
        "joint decision",
    ),
    Case(
        "examination",
        "list_ids: [signals]",
        "list_ids: [x]",
        "list_ids: [x]",
        "diagnostics.examination[0].list_ids[0]",
        "checklist",
    ),
    Case(
        "safety item",
        "safety_item: clinging",
        "safety_item: x",
        "safety_item: x",
        "diagnostics.checklists[0].safety_item",
        "line of this checklist",
    ),
    Case("example", "phase: basis", "phase: x", "phase: x", "approach.examples[0].phase", "a phase"),
    Case(
        "intervention of a phase",
        "          aspect: identity",
        "          aspect: x",
        "aspect: x\n",
        "approach.phases[0].interventions[0].aspect",
        "an aspect",
    ),
    Case(
        "intervention of the module",
        "{nl: Ademen, en: Breathing}\n",
        "{nl: Ademen, en: Breathing}\n      aspect: x\n",
        "aspect: x\n",
        "approach.interventions[0].aspect",
        "an aspect",
    ),
    Case(
        "offered goal",
        "{nl: Vertrouwen, en: Trust}\n      aspect: identity",
        "{nl: Vertrouwen, en: Trust}\n      aspect: x",
        "aspect: x\n",
        "goals.offered[0].aspect",
        "an aspect",
    ),
    Case(
        "claim",
        "reference: Anna (2019)\n      aspect: identity",
        "reference: Anna (2019)\n      aspect: x",
        "aspect: x\n",
        "underpinning.claims[0].aspect",
        "an aspect",
    ),
    Case(
        "joint session check",
        "criterion: safe-home",
        "criterion: x",
        "criterion: x",
        "surroundings.joint_session_check.criterion",
        "a criterion",
    ),
]

PROMISES = [
    Case(
        "phases out of order",
        "      number: 2\n      name: {nl: T",
        "      number: 3\n      name: {nl: T",
        "number: 3",
        "approach.phases[1].number",
        "Write 2",
    ),
    Case(
        "phases where there are none",
        "phase_order: ordered",
        "phase_order: none",
        "  phases:\n",
        "approach.phases",
        "Take out the phases",
    ),
    Case(
        "phase without exit signs",
        "exit_signs:\n        - id: calm\n          text: {nl: Rustig, en: Calm}\n          sources: [S2-079]\n",
        "exit_signs: []\n",
        "exit_signs: []",
        "approach.phases[0].exit_signs",
        "at least one sign",
    ),
    Case(
        "fixed dose without number",
        "    high: 8\n",
        "",
        "  dose:",
        "approach.dose.high",
        "number of sessions",
    ),
    Case(
        "fixed dose with a range",
        "    high: 8\n",
        "    low: 4\n    high: 8\n",
        " low: 4",
        "approach.dose.low",
        "Take this out",
    ),
    Case(
        "fixed dose that nobody extends",
        "    extended_by: extension\n",
        "",
        "  dose:",
        "approach.dose.extended_by",
        "Name the joint decision",
    ),
    Case(
        "open dose with a number",
        "kind: fixed\n    high: 8\n    words: {nl: acht, en: eight}\n    extended_by: extension",
        "kind: open\n    high: 8\n    words: {nl: a, en: b}",
        "high: 8",
        "approach.dose.high",
        "an open dose has no numbers",
    ),
    Case(
        "expected dose upside down",
        "kind: fixed\n    high: 8\n    words: {nl: acht, en: eight}\n    extended_by: extension",
        "kind: expected\n    low: 9\n    high: 8\n    words: {nl: a, en: b}",
        "low: 9",
        "approach.dose.low",
        "low not above high",
    ),
    Case(
        "session upside down",
        "minutes_low: 45",
        "minutes_low: 75",
        "minutes_low: 75",
        "approach.session.minutes_low",
        "not above minutes_high",
    ),
    Case(
        "evaluation after the last session",
        "after_session: 4",
        "after_session: 9",
        "after_session: 9",
        "agreements.evaluations[0].after_session",
        "Write 8 or less",
    ),
    Case(
        "evaluation before the first session",
        "after_session: 4",
        "after_session: 0",
        "after_session: 0",
        "agreements.evaluations[0].after_session",
        "1 or more",
    ),
    Case(
        "evaluation again at once",
        "then_every: 4",
        "then_every: 0",
        "then_every: 0",
        "agreements.evaluations[0].then_every",
        "1 or more",
    ),
    Case(
        "contra-indication without override",
        "      override:\n        consulted_roles: [psychiatrist]\n"
        "        text: {nl: Overleg, en: Consult}\n        sources: [own]\n",
        "",
        "- id: against",
        "audience.groups[1].override",
        "who is consulted",
    ),
    Case(
        "contra-indication that must be there",
        "needs: none",
        "needs: any",
        "needs: any",
        "audience.groups[1].needs",
        "Write none",
    ),
    Case(
        "override without roles",
        "[psychiatrist]",
        "[]",
        "consulted_roles: []",
        "audience.groups[1].override.consulted_roles",
        "at least one line",
    ),
    Case(
        "override of another kind",
        "kind: contra_indication",
        "kind: indication",
        "override:",
        "audience.groups[1].override",
        "only contra-indications",
    ),
    Case(
        "never asked before the start",
        "asked: [before_start, at_evaluation]",
        "asked: [at_evaluation]",
        "asked:",
        "audience.groups[2].asked",
        "Add before_start",
    ),
    Case(
        "age upside down",
        "low_months: 24",
        "low_months: 145",
        "low_months: 145",
        "audience.groups[0].criteria[0].age.low_months",
        "not above high_months",
    ),
    Case(
        "age of an instrument upside down",
        "low_months: 72",
        "low_months: 156",
        "low_months: 156",
        "diagnostics.instruments[0].low_months",
        "not above high_months",
    ),
    Case(
        "no consent for treatment",
        "scope: treatment",
        "scope: information",
        "  consents:",
        "audience.consents",
        "scope treatment that opens start",
    ),
    Case(
        "no consent for touch",
        "scope: touch\n      opens: touch",
        "scope: information\n      opens: letters",
        "touch: true",
        "approach.phases[0].interventions[0].touch",
        "scope touch that opens touch",
    ),
    Case(
        "no consent for touch in an example",
        "scope: touch\n      opens: touch\n      text: {nl: Aanraking",
        "scope: information\n      opens: letters\n      text: {nl: Aanraking",
        "touch: true",
        "approach.phases[0].interventions[0].touch",
        "this uses touch",
    ),
    Case(
        "rating words that do not go up",
        "order: 2\n        carries",
        "order: 1 #\n        carries",
        "order: 1 #",
        "goals.rating.words[1].order",
        "higher number",
    ),
    Case(
        "rating without a word that carries",
        "        carries: true\n",
        "",
        "    words:\n",
        "goals.rating.words",
        "carries: true",
    ),
    Case(
        "materials out of order",
        "order: 1\n      name: {nl: Zacht",
        "order: 2\n      name: {nl: Zacht",
        "order: 2\n      name",
        "approach.materials[0].order",
        "Write 1",
    ),
    Case(
        "blocks out of order",
        "number: 2\n      name: {nl: Autonomie",
        "number: 4\n      name: {nl: Autonomie",
        "number: 4",
        "goals.blocks[1].number",
        "Write 2",
    ),
    Case(
        "block without subgoals",
        "      own_goals: true\n",
        "",
        "- id: autonomy",
        "goals.blocks[1].subgoals",
        "own_goals: true",
    ),
    Case(
        "one party decides",
        "[client, therapist]",
        "[client, client]",
        "[client, client]",
        "agreements.decisions[0].parties",
        "each of them once",
    ),
    Case(
        "reviewed before it was checked",
        "review_by: 2027-01-10",
        "review_by: 2026-01-10",
        "review_by: 2026-01-10",
        "provenance.review_by",
        "after checked_on",
    ),
]

KNOWN = frozenset(f"S{document}-{number:03}" for document in range(5) for number in range(1, 149))


def mistakes_in(text: str) -> list[Mistake]:
    return examine(text.encode(), KNOWN).mistakes_in("sample.yaml")


def test_the_sample_itself_is_right() -> None:
    assert mistakes_in(SAMPLE) == []
    assert load_module(SAMPLE, "sample.yaml").pin == "sample@1.0"


@pytest.mark.parametrize("case", [*SHAPE, *SOURCES_AND_NAMES, *REFERENCES, *PROMISES], ids=lambda case: case.name)
def test_one_mistake_is_found_where_it_stands(case: Case) -> None:
    text = edited(case.old, case.new)
    found = [mistake for mistake in mistakes_in(text) if mistake.path == case.path]
    assert [mistake.line for mistake in found] == [line_of(text, case.marker)]
    assert case.expected in found[0].expected


def test_a_module_without_phases_says_so() -> None:
    start, end = SAMPLE.index("  phases:\n"), SAMPLE.index("  interventions:\n    - id: breathing")
    text = (SAMPLE[:start] + SAMPLE[end:]).replace("      phase: basis\n", "")
    (mistake,) = mistakes_in(text)
    assert (mistake.line, mistake.path) == (line_of(text, "phase_order:"), "approach.phase_order")
    assert mistakes_in(text.replace("phase_order: ordered", "phase_order: none")) == []


def test_subgoals_need_words_to_rate_them_with() -> None:
    start, end = SAMPLE.index("  rating:\n"), SAMPLE.index("approach:\n")
    text = SAMPLE[:start] + SAMPLE[end:]
    (mistake,) = mistakes_in(text)
    assert (mistake.line, mistake.path) == (line_of(text, "\ngoals:\n") + 1, "goals.rating")


def test_touch_in_an_example_needs_consent_too() -> None:
    text = edited("      phase: basis\n", "      phase: basis\n      touch: true\n").replace(
        "opens: touch", "opens: start"
    )
    assert [mistake.path for mistake in mistakes_in(text)] == [
        "approach.phases[0].interventions[0].touch",
        "approach.examples[0].touch",
    ]


def test_sources_are_judged_by_their_form_where_no_register_is_known() -> None:
    assert examine(edited("[S2-001]", "[S2-999]").encode()).mistakes == ()
    assert len(examine(edited("[S2-001]", "[S9-001]").encode()).mistakes) == 1


def test_all_mistakes_of_a_file_come_at_once() -> None:
    text = edited("discipline: pmkt", "disciplin: pmkt").replace("[S2-006]", "[]").replace("en: Trust", "en: ''")
    with pytest.raises(ContentRefused) as refused:
        load_module(text, "sample.yaml")
    assert [mistake.path for mistake in refused.value.mistakes] == [
        "discipline",
        "disciplin",
        "diagnostics.checklists[0].items[0].sources",
        "diagnostics.checklists[0].sources",
        "goals.offered[0].text.en",
    ]


def test_all_mistakes_between_chapters_come_at_once() -> None:
    text = edited("phase: basis", "phase: x").replace("high: 8", "high: 0").replace("blocks: [safety]", "blocks: [y]")
    assert {mistake.path for mistake in mistakes_in(text)} == {
        "approach.dose.high",
        "approach.phases[0].blocks[0]",
        "approach.examples[0].phase",
        "agreements.evaluations[0].after_session",
    }


def test_a_mistake_reads_as_file_line_path_and_sentence() -> None:
    text = edited("discipline: pmkt", "discipline: dance")
    assert str(mistakes_in(text)[0]) == (
        "sample.yaml:8: discipline: Write 'pmt', 'pmkt' or 'psychosomatic_physiotherapy' here."
    )
