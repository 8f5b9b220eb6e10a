"""One submit is one act, also when it comes many times at once."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection

from lijfspoor.practice.people import flows
from lijfspoor.practice.people.details import ClientDetails
from lijfspoor.practice.people.models import Client
from lijfspoor.practice.tenancy.models import Once
from lijfspoor.practice.tenancy.once import once
from tests import cast


@pytest.mark.django_db(transaction=True)
def test_fifty_identical_submits_at_once_make_one_client() -> None:
    house = cast.duinrand()
    actor, key = house.actor("marjan"), uuid4()

    def submit(_: int) -> str:
        try:
            return once(
                actor.member_id,
                key,
                lambda: str(
                    flows.register_client(
                        actor=actor, details=ClientDetails(given="Noor", family="Veldhuis"), now=cast.NOW
                    )
                ),
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(submit, range(50)))
    assert len(answers) == 1
    assert Client.objects.in_practice(house.practice.id).count() == 1


@pytest.mark.django_db
def test_an_act_that_failed_leaves_its_key_free() -> None:
    member, key = uuid4(), uuid4()

    def fail() -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        once(member, key, fail)
    assert not Once.objects.exists()
    assert once(member, key, lambda: "/done/") == "/done/"


@pytest.mark.django_db
def test_the_same_key_of_someone_else_is_another_act() -> None:
    key = uuid4()
    assert once(uuid4(), key, lambda: "/a/") == "/a/"
    assert once(uuid4(), key, lambda: "/b/") == "/b/"
