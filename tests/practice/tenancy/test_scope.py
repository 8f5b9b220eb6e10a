"""A query that forgets the practice does not run."""

import pytest

from lijfspoor.practice.people.models import Client
from lijfspoor.practice.tenancy.scope import UnscopedQuery
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "ask",
    [
        lambda: list(Client.objects.all()),
        lambda: Client.objects.filter(family="Veldhuis").first(),
        lambda: Client.objects.get(family="Veldhuis"),
        lambda: Client.objects.count(),
        lambda: Client.objects.exists(),
        lambda: Client.objects.values_list("family", flat=True)[0],
        lambda: list(Client.objects.all().iterator()),
        lambda: Client.objects.update(family="X"),
        lambda: Client.objects.filter(family="X").delete(),
        lambda: Client.objects.aggregate(),
        lambda: Client.objects.in_bulk(),
        lambda: bool(Client.objects.exclude(family="X")),
    ],
)
def test_forgetting_the_practice_raises(ask: object) -> None:
    cast.child(cast.duinrand())
    assert callable(ask)
    with pytest.raises(UnscopedQuery):
        ask()


def test_a_scoped_query_sees_only_its_practice() -> None:
    house = cast.duinrand()
    cast.child(house)
    elsewhere = cast.oever()
    assert Client.objects.in_practice(house.practice.id).count() == 1
    assert Client.objects.in_practice(elsewhere.practice.id).count() == 0


def test_looking_across_practices_needs_a_reason() -> None:
    with pytest.raises(ValueError, match="say why"):
        Client.objects.across_practices("")
