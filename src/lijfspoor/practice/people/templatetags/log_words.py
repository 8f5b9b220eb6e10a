"""Words for the pages of the logbook."""

from collections.abc import Mapping
from datetime import date, datetime

from django import template

from lijfspoor.practice.access.actor import Role
from lijfspoor.practice.access.words import ROLES
from lijfspoor.practice.logbook.lines import LogLine
from lijfspoor.practice.tenancy.clock import day_of

register = template.Library()
MOST = 3


@register.filter
def role_word(role: str) -> str:
    """Return what a role is called; nothing for one we do not know."""
    return ROLES[Role(role)] if role in set(Role) else ""


@register.filter
def local_day(moment: datetime) -> date:
    """Return the day of a moment as the clock in Amsterdam has it."""
    return day_of(moment)


@register.filter
def clients_of(line: LogLine, names: Mapping[str, str]) -> str:
    """Return the clients a line is about, the first few by name and the others as a number."""
    known = [names.get(client, "een cliënt") for client in line.clients]
    more = f" en nog {len(known) - MOST}" if len(known) > MOST else ""
    return ", ".join(known[:MOST]) + more
