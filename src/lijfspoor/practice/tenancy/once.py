"""One submit, one act: views wrap a flow in `once` with the key their form carried."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.tenancy.clock import now
from lijfspoor.practice.tenancy.models import Once


def once(member_id: UUID, key: UUID | None, act: Callable[[], str]) -> str:
    """Run `act`, which returns the address to go to, unless this key was carried out before; return the address.

    The key and the act are one transaction: a failed act leaves the key free, a concurrent twin waits and gets the
    first one's address. Without a key the act just runs.
    """
    with transaction.atomic():
        if key is None:
            return act()
        mark, fresh = Once.objects.get_or_create(member_id=member_id, key=key, defaults={"at": now()})
        if fresh:
            mark.led_to = act()
            mark.save(update_fields=["led_to"])
        return mark.led_to
