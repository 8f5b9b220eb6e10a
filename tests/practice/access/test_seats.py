"""Who is signed in, and where they work: read together, and ended at once."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lijfspoor.practice.access.models import User
from lijfspoor.practice.access.signing_in import BACKEND
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> cast.House:
    return cast.duinrand()


def test_who_is_signed_in_and_where_they_work_is_one_question(house: cast.House) -> None:
    browser = Client()
    browser.force_login(house.user("tess"), backend=BACKEND)
    browser.get("/vandaag/")
    with CaptureQueriesContext(connection) as asked:
        assert browser.get("/vandaag/").status_code == 200
    about = [each["sql"] for each in asked if 'FROM "access_user"' in each["sql"] or "second_factor" in each["sql"]]
    assert len(about) == 1


def test_who_may_not_sign_in_any_more_is_out_at_once(house: cast.House) -> None:
    browser = Client()
    browser.force_login(house.user("tess"), backend=BACKEND)
    User.objects.filter(id=house.user("tess").id).update(is_active=False)
    answer = browser.get("/vandaag/")
    assert answer.status_code == 302
    assert "/account/login/" in answer["Location"]
