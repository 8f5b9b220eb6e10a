"""What the modules in use leave to the practice to set."""

from uuid import UUID

from lijfspoor.practice.access.neighbours import EvaluationOffer
from lijfspoor.practice.library import store


def evaluations(practice_id: UUID) -> tuple[EvaluationOffer, ...]:
    """Return every evaluation of the modules a practice can use, in the order of the modules (S1-012).

    The id names module and evaluation, whatever the version: two modules may each have a regular evaluation.
    """
    found: dict[str, EvaluationOffer] = {}
    for module in store.modules_of(practice_id).values():
        for each in module.agreements.evaluations:
            offer = EvaluationOffer(
                id=f"{module.id}:{each.id}",
                title=each.title.nl,
                module=module.title.nl,
                after=each.after_session,
                every=each.then_every,
                remark=each.remark.nl,
                sources=each.sources,
            )
            found.setdefault(offer.id, offer)
    return tuple(found.values())
