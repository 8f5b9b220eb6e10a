"""The tags public pages draw with: addresses in the language of the page, statements with sources, days."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import template
from django.template.context import Context

from lijfspoor.practice.site.languages import address, day_in
from lijfspoor.practice.site.words import Statement

register = template.Library()


@register.simple_tag(takes_context=True)
def to(context: Context, name: str, **named: object) -> str:
    """The address of a public page in the language of this one."""
    return address(name, context["language"], **named)


@register.simple_tag(takes_context=True)
def day(context: Context, moment: date) -> str:
    """A day as people write it in the language of the page."""
    return day_in(moment, context["language"])


@register.inclusion_tag("site/parts/said.html", takes_context=True)
def said(context: Context, statement: Statement) -> dict[str, Any]:
    """A statement with a chip for each of its sources."""
    return {"text": statement.text, **_chips(context, statement.sources)}


@register.inclusion_tag("site/parts/chips.html", takes_context=True)
def chips(context: Context, sources: Sequence[str]) -> dict[str, Any]:
    """A chip for each source, linked to the public page of sources."""
    return _chips(context, sources)


def _chips(context: Context, sources: Sequence[str]) -> dict[str, Any]:
    return {"sources": list(sources), "at": address("sources", context["language"]), "f": context["f"]}
