"""What the catalogue says about a mistake in an exercise, in Dutch for who writes one."""

import re

from lijfspoor.practice.library import mistakes as of_modules

_TOLD: tuple[tuple[str, str], ...] = (
    (
        r"Write 1 minute or more, and not above minutes_high\.",
        "Vul 1 minuut of meer in, en niet meer dan de langste duur.",
    ),
    (r"Name food here: something is tasted\.", "Noem hier eten: er wordt iets geproefd."),
    (r"Write true here: the intensity is high\.", "Zet de inspanningscheck aan: de inspanning is zwaar."),
    (r"Name one of (.*)\.", "Noem een van deze: {0}."),
    (
        r"Write the module, a colon and its part; the module stands in modules too\.",
        "Schrijf de module, een dubbele punt en het deel. De module staat ook bij modules.",
    ),
    (r"Name a part that exists: (.*) has (.*)\.", "Noem een deel dat bestaat. {0} heeft: {1}."),
    (r"Choose a shorter id: (\d+) signs or less\.", "Kies een kortere id: ten hoogste {0} tekens."),
    (
        r"Write own_not_reviewed here: .*",
        "Schrijf hier own_not_reviewed: er is nog geen plek voor wie dit nakeek en wanneer.",
    ),
)
_SENTENCES = tuple((re.compile(pattern, re.DOTALL), dutch) for pattern, dutch in _TOLD)


def in_dutch(expected: str) -> str:
    """Return what is expected in Dutch; what is said of modules too is said in the same words."""
    for pattern, dutch in _SENTENCES:
        if match := pattern.fullmatch(expected):
            return dutch.format(*match.groups())
    return of_modules.in_dutch(expected)
