"""The pages on files: size and content are looked at, hostile text stays text, a long list is paged."""

import json
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser

from lijfspoor.practice.exchange.flows import LARGEST
from lijfspoor.practice.exchange.views import TO_A_PAGE
from lijfspoor.practice.intake.models import Referral
from tests import cast
from tests.cast import House
from tests.practice.exchange.files import ours
from tests.unit.interop.fhir import samples

pytestmark = pytest.mark.django_db
PAGE = "/aanmelding/bestand/"


@pytest.fixture
def house() -> House:
    return cast.duinrand()


def browser(house: House, who: str = "ab") -> Browser:
    made = Browser()
    made.force_login(house.user(who), backend="lijfspoor.practice.access.seated.SeatedBackend")
    return made


def upload(house: House, document: bytes, key: str = "", name: str = "verwijzing.json") -> "object":
    file = SimpleUploadedFile(name, document, content_type="application/json")
    return browser(house).post(PAGE, {"file": file, "idempotency_key": key or str(uuid4())}, follow=True)


def text(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]  # the test client's own answer


def test_choosing_a_file_leads_to_what_came_of_it(house: House) -> None:
    page = text(upload(house, ours()))
    row = Referral.objects.in_practice(house.practice.id).get()
    assert "Nog na te vragen" in page
    assert f'href="/aanmelding/{row.id}/"' in page
    assert "Niet gebruikt" in page


def test_the_same_file_again_says_so_and_leads_to_the_referral(house: House) -> None:
    upload(house, ours())
    page = text(upload(house, ours()))
    row = Referral.objects.in_practice(house.practice.id).get()
    assert "al eerder binnengekomen" in page
    assert f'href="/aanmelding/{row.id}/"' in page


def test_one_submit_sent_twice_is_one_act(house: House) -> None:
    key = str(uuid4())
    upload(house, ours(), key)
    page = text(upload(house, ours(), key))
    assert "al eerder binnengekomen" not in page


def test_a_file_that_is_too_large_is_not_read(house: House) -> None:
    answer = upload(house, b" " * (LARGEST + 1))
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert "groter dan 2 MB" in text(answer)


def test_a_broken_file_says_where_and_why_beside_the_field(house: House) -> None:
    answer = upload(house, ours(status="revoked"))
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert "Bundle.entry[0].resource: De verwijzing is ingetrokken." in text(answer)
    assert not Referral.objects.in_practice(house.practice.id).exists()


def test_text_of_others_stays_text(house: House) -> None:
    hostile = "<script>alert(1)</script>"
    page = text(
        upload(house, ours(reasonCode=[{"text": hostile}], extension=[{"url": hostile, "valueString": hostile}]))
    )
    assert "<script>alert" not in page


def test_a_long_list_of_what_was_not_used_comes_in_pages(house: House) -> None:
    more = [{"resourceType": "Observation", "id": f"o-{n}", "status": "final"} for n in range(90)]
    document = json.dumps(samples.beside(samples.bundle(), *more)).encode()
    page = text(upload(house, document))
    assert "page=2" in page
    assert page.count("Bundle.entry") <= TO_A_PAGE
