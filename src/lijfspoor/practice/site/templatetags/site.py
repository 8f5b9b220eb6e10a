"""The tags public pages draw with: addresses in the language of the page, statements with sources, days."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

from lijfspoor.domain.funding.rules import Amount
from lijfspoor.domain.funding.words import euros
from lijfspoor.domain.kernel.money import Money
from lijfspoor.domain.kernel.text import Text
from lijfspoor.practice.look import fields
from lijfspoor.practice.site.languages import address, day_in
from lijfspoor.practice.site.words import Phrases, Statement

NEVER_MARKUP = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
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


@register.simple_tag(takes_context=True)
def amount(context: Context, money: Money) -> str:
    """An amount of money as people write it in the language of the page."""
    return euros(money, context["language"])


@register.simple_tag(takes_context=True)
def cents(context: Context, whole: int) -> str:
    """An amount given in whole cents."""
    return euros(Money(whole), context["language"])


@register.simple_tag(takes_context=True)
def certainty(context: Context, known: Amount) -> str:
    """How certain an amount is, in words of the page."""
    return str(context["w"][f"certainty-{known.certainty}"])


@register.simple_tag(takes_context=True)
def phrase(context: Context, kind: str, name: str) -> str:
    """The phrase `kind-name` of the page."""
    return str(context["w"][f"{kind}-{name}"])


@register.simple_tag
def phrase_of(words: Phrases, kind: str, name: str) -> str:
    """The phrase `kind-name` of another page."""
    return words[f"{kind}-{name}"]


@register.simple_tag(takes_context=True)
def in_language(context: Context, text: Text) -> str:
    """A text of the content in the language of the page."""
    return text.in_(context["language"])


@register.inclusion_tag("site/parts/field.html", takes_context=True)
def public_field(context: Context, bound: BoundField, style: str = "stack") -> dict[str, Any]:
    """One field of a public form, with its words and errors in the language of the page."""
    return {"field": fields.view(bound), "optional": context["f"]["optional"], "style": style}


@register.inclusion_tag("site/parts/problems.html", takes_context=True)
def public_problems(context: Context, form: BaseForm) -> dict[str, Any]:
    """Every error of a public form, above it, each leading to its field."""
    return {"problems": fields.problems(form) if form.is_bound else [], "f": context["f"]}


@register.simple_tag
def structured(told: Mapping[str, Any]) -> SafeString:
    """What search engines read of a page (schema.org); nothing in it can end the element it stands in."""
    written = json.dumps(told, ensure_ascii=False).translate(NEVER_MARKUP)
    return mark_safe(f'<script type="application/ld+json">{written}</script>')  # noqa: S308  # escaped the line before
