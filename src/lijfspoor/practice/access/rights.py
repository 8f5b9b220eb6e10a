"""How rights are built: small tests that combine with `&`, `|` and `~`."""

from collections.abc import Callable

from rules.predicates import Predicate, predicate


def right(test: Callable[..., bool]) -> Predicate:
    """Make a test of actor and relation a right that combines with others."""
    made: Predicate = predicate(test)  # type: ignore[no-untyped-call]  # the rules library carries no types
    return made
