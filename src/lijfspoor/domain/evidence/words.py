"""What the levels of the vocabulary are called, in the only place where that is said (contradiction 11)."""

from collections.abc import Mapping
from types import MappingProxyType

from lijfspoor.domain.evidence.status import EvidenceStatus
from lijfspoor.domain.kernel.text import Text

NAMES: Mapping[EvidenceStatus, Text] = MappingProxyType(
    {
        EvidenceStatus.RECOMMENDED: Text(nl="aanbevolen in een richtlijn", en="recommended in a guideline"),
        EvidenceStatus.INDICATIONS: Text(nl="aanwijzingen uit onderzoek", en="indications from research"),
        EvidenceStatus.EXPERT_BASED: Text(nl="ervaring van deskundigen", en="experience of experts"),
        EvidenceStatus.ASSUMED: Text(nl="aangenomen", en="assumed"),
        EvidenceStatus.NOT_YET_STUDIED: Text(nl="nog niet onderzocht", en="not yet studied"),
        EvidenceStatus.NOT_ESTABLISHED: Text(nl="niet vastgesteld", en="not established"),
    }
)
MEANINGS: Mapping[EvidenceStatus, Text] = MappingProxyType(
    {
        EvidenceStatus.RECOMMENDED: Text(nl="Een richtlijn raadt het aan.", en="A guideline advises it."),
        EvidenceStatus.INDICATIONS: Text(
            nl="Er is onderzoek dat in deze richting wijst. Zeker is het niet.",
            en="Some research points this way. It is not certain.",
        ),
        EvidenceStatus.EXPERT_BASED: Text(
            nl="Mensen met veel ervaring in het vak vinden dat het werkt.",
            en="People with much experience in the field find that it works.",
        ),
        EvidenceStatus.ASSUMED: Text(
            nl="Het past bij wat bekend is, maar het is niet onderzocht.",
            en="It fits what is known, but it was not studied.",
        ),
        EvidenceStatus.NOT_YET_STUDIED: Text(
            nl="Er is nog geen onderzoek naar gedaan.", en="No research has been done on it yet."
        ),
        EvidenceStatus.NOT_ESTABLISHED: Text(
            nl="Er is gekeken en het is niet aangetoond.", en="It was looked into and was not shown."
        ),
    }
)


def name(status: EvidenceStatus) -> str:
    """Return the Dutch name of a level, as every page and letter says it."""
    return NAMES[status].nl


def meaning(status: EvidenceStatus) -> str:
    """Return in a plain Dutch sentence what a level means."""
    return MEANINGS[status].nl


def sentence(status: EvidenceStatus) -> str:
    """Return name and meaning as a letter says them: how strong the ground under a treatment is."""
    return f"{name(status).capitalize()}. {meaning(status)}"
