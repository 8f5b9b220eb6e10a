"""Every address of the public side in both languages, with an example of what stands in it."""

from uuid import UUID

from django.urls import URLPattern

from lijfspoor.practice.site import urls
from lijfspoor.practice.site.languages import LANGUAGES, Language, address

LISTED = UUID("11111111-1111-4111-8111-111111111111")
EXAMPLES: dict[str, dict[str, object]] = {
    "therapist": {"listed_id": LISTED},
    "first_talk": {"listed_id": LISTED},
    "first_talk_asked": {"listed_id": LISTED},
}
"""What stands in the address of a page that has something in it, by the name of the address."""


def names() -> list[str]:
    """The names of all addresses, each once, in order."""
    return list(dict.fromkeys(str(each.name) for each in patterns()))


def patterns() -> list[URLPattern]:
    """Every address pattern of the room, all written out: the tests would not see what is included."""
    return list(urls.urlpatterns)


def addresses() -> list[tuple[str, Language, str]]:
    """Name, language and address of every page."""
    return [(name, each, address(name, each, **EXAMPLES.get(name, {}))) for name in names() for each in LANGUAGES]
