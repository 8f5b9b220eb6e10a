"""The order of the handbook: chapters and their sections."""

CONTENTS: dict[str, tuple[str, ...]] = {
    "pathways": (
        "criteria",
        "consents",
        "preconditions",
        "phases",
        "subgoals",
        "dose",
        "evaluations",
        "joint_decision",
        "beforehand",
        "movement",
        "closing",
        "corrections",
    ),
    "pmt": (
        "variants",
        "problem_areas",
        "intake",
        "fit",
        "bond",
    ),
}
