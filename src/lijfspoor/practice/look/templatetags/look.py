"""The tags every page draws its parts with; each takes plain data and shows it, and knows nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.http import HttpRequest
from django.template.context import Context
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lijfspoor.practice.look import dutch, fields, icons, parts
from lijfspoor.practice.look.pictures.merge import merge
from lijfspoor.practice.look.pictures.path import Reason, RiverPath, move_in_words, moves
from lijfspoor.practice.look.pictures.river import river as river_picture

register = template.Library()


@register.simple_tag
def asset(path: str) -> str:
    """The address of a static file; without a list of files it is the plain address, so error pages still open."""
    try:
        return static(path)
    except ValueError:
        return f"{settings.STATIC_URL}{path}"


@register.simple_tag
def icon(name: str, *, small: bool = False) -> SafeString:
    """The icon called `name`; KeyError when the sprite has no such drawing."""
    return icons.use(name, small=small)


@register.simple_tag
def icon_sprite() -> SafeString:
    """The sprite that all icons and hatches on the page point at; base.html has it."""
    return icons.sprite()


@register.inclusion_tag("look/parts/source.html")
def source(sources: str | parts.Source | Sequence[str | parts.Source], label: str = "") -> dict[str, Any]:
    """One chip for each source, linked to the library when that has an address for it."""
    given = [sources] if isinstance(sources, str | parts.Source) else list(sources or ())
    shown = [item if isinstance(item, parts.Source) else parts.Source(id=item, label=label) for item in given if item]
    return {"sources": [(item, _source_address(item.id)) for item in shown]}


def _source_address(name: str) -> str:
    try:
        return reverse("library:source", args=[name])
    except NoReverseMatch:
        return ""


@register.inclusion_tag("look/parts/chip.html")
def chip(words: str | parts.Chip, tone: parts.Tone = "", icon: str = "") -> dict[str, Any]:
    """A small fact; give a Chip or the words with tone and icon."""
    return {"chip": words if isinstance(words, parts.Chip) else parts.Chip(text=words, tone=tone, icon=icon)}


@register.inclusion_tag("look/parts/due_list.html")
def due_list(items: Iterable[parts.DueItem], empty: str = "") -> dict[str, Any]:
    """Advice with reasons, acts and sources; `empty` is the sentence for when nothing is due."""
    return {"items": list(items or ()), "empty": empty}


@register.inclusion_tag("look/parts/facts.html")
def facts(items: Iterable[parts.Fact], *, one: bool = False) -> dict[str, Any]:
    """Pairs of term and value; `one` puts them in a single column."""
    return {"items": list(items or ()), "one": one}


@register.inclusion_tag("look/parts/trail.html")
def trail(stops: Iterable[parts.Stop | parts.Gap]) -> dict[str, Any]:
    """The day as one line of stops and gaps."""
    return {"stops": list(stops or ())}


@register.inclusion_tag("look/parts/next_step.html")
def next_step(step: parts.NextStep, id: str = "next-step") -> dict[str, Any]:
    """The one next step of a page."""
    return {"step": step, "id": id}


@register.inclusion_tag("look/parts/voices.html")
def voices(parties: Iterable[parts.Voice]) -> dict[str, Any]:
    """The voices of a joint decision beside each other; an open voice is dashed and never filled in."""
    shown = list(parties or ())
    return {"voices": shown, "merge": merge([voice.given for voice in shown])}


@register.inclusion_tag("look/parts/rate.html")
def rate(rating: parts.Rating | None) -> dict[str, Any]:
    """A rating as filled dot with its word, last time as open ring; None or empty is 'nog niet bekeken'."""
    return {"rating": rating or parts.Rating()}


@register.inclusion_tag("look/parts/crumbs.html")
def crumbs(links: Iterable[parts.Link]) -> dict[str, Any]:
    """The way up; the last link is this page."""
    shown = list(links or ())
    return {"links": shown[:-1], "here": shown[-1] if shown else None}


@register.inclusion_tag("look/parts/pager.html", takes_context=True)
def pager(context: Context, page: Page[Any], name: str = "page") -> dict[str, Any]:
    """Earlier and later page of a list, with the rest of the address kept; nothing when there is one page."""
    request: HttpRequest | None = context.get("request")
    query = request.GET.copy() if request else None

    def address(number: int) -> str:
        if query is None:
            return f"?{name}={number}"
        query[name] = str(number)
        return f"?{query.urlencode()}"

    return {
        "page": page,
        "earlier": address(page.previous_page_number()) if page.has_previous() else "",
        "later": address(page.next_page_number()) if page.has_next() else "",
    }


@register.inclusion_tag("look/parts/empty_state.html")
def empty_state(title: str, words: str = "", *, action: str = "", url: str = "", icon: str = "") -> dict[str, Any]:
    """What a page says when there is nothing yet: what could be here and the one act that fills it."""
    return {"title": title, "words": words, "action": action, "url": url, "icon": icon}


@register.inclusion_tag("look/parts/notice.html")
def notice(words: str, *, tone: parts.Tone = "know", title: str = "", icon: str = "") -> dict[str, Any]:
    """Something to know, in a quiet box; never for form errors, never for danger to people."""
    drawing = icon or {"wait": "let-op", "settled": "vink"}.get(tone, "info")
    return {"words": words, "tone": tone, "title": title, "icon": drawing}


@register.inclusion_tag("look/parts/confirm_button.html", takes_context=True)
def confirm_button(
    context: Context,
    words: str,
    url: str,
    *,
    question: str,
    explanation: str = "",
    yes: str = "Ja",
    no: str = "Nee, terug",
    icon: str = "",
) -> dict[str, Any]:
    """A link to the page that asks for confirmation; with script the question opens here and posts to `url`."""
    return {
        "words": words,
        "url": url,
        "question": question,
        "explanation": explanation,
        "yes": yes,
        "no": no,
        "icon": icon,
        "id": f"confirm-{uuid4().hex[:8]}",
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_tag
def idempotency(posted: str = "") -> SafeString:
    """A hidden key that makes a repeated post count once; a well-formed key that was posted is kept."""
    try:
        key = UUID(str(posted))
    except ValueError:
        key = uuid4()
    return format_html('<input type="hidden" name="idempotency_key" value="{}">', key)


@register.inclusion_tag("look/parts/autosave_status.html")
def autosave_status() -> dict[str, Any]:
    """The line that says whether the text of an autosaved form is kept."""
    return {}


@register.inclusion_tag("look/parts/river.html")
def river(path: RiverPath, id: str = "river") -> dict[str, Any]:
    """The way through the phases as a drawing, and its moves with their reasons as a list."""
    made = moves(path.steps, ordered=path.ordered)
    reasons = [*path.reasons, *[Reason()] * len(made)]
    return {
        "id": id,
        "picture": river_picture(
            path.phases,
            path.steps,
            path.now_label,
            marks=path.marks,
            ahead=path.ahead,
            ordered=path.ordered,
        ),
        "moves": [
            (move, move_in_words(move, path.phases), reason) for move, reason in zip(made, reasons, strict=False)
        ],
    }


@register.inclusion_tag("look/parts/nav.html", takes_context=True)
def nav(context: Context, here: str = "") -> dict[str, Any]:
    """The main menu; `here` is the key of the current place, else the place of the page's room."""
    items = context.get("nav_items") or ()
    return {"items": [(item, item.key == here if here else item.current) for item in items]}


@register.simple_tag
def qr_picture(drawing: str) -> SafeString:
    """The drawing of a code to scan, made by us, set in the page itself; ValueError when it is not one SVG."""
    start = drawing.find("<svg")
    if start < 0 or "<script" in drawing.lower():
        raise ValueError("This is not a drawing of a code")
    return mark_safe(drawing[start:])  # noqa: S308 - drawn by the account library from the code alone


@register.simple_tag
def dutch_date(day: date | None, *, weekday: bool = False, year: bool = True) -> str:
    """A day as people write it, such as '14 april 2026'; empty for no day."""
    return dutch.day(day, weekday=weekday, year=year) if day else ""


@register.simple_tag
def dutch_time(moment: datetime | time | None) -> str:
    """A time as people write it, such as '10.30'; empty for no time."""
    return dutch.clock(moment) if moment else ""


@register.inclusion_tag("look/field.html", name="field")
def form_field(
    bound: BoundField,
    *,
    style: fields.ChoiceStyle = "stack",
    hint: str = "",
    label: str = "",
    wide: bool = False,
    rows: int = 0,
    autofocus: bool = False,
    without_hint: bool = False,
) -> dict[str, Any]:
    """One field with its label, error, hint and control; `style` is stack, seg or picks for choices."""
    return {
        "field": fields.view(
            bound,
            style=style,
            hint=hint,
            label=label,
            wide=wide,
            rows=rows,
            autofocus=autofocus,
            without_hint=without_hint,
        )
    }


@register.inclusion_tag("look/form_fields.html")
def form_fields(form: BaseForm) -> dict[str, Any]:
    """All fields of a form in their order, the hidden ones too."""
    return {"hidden": form.hidden_fields(), "visible": form.visible_fields()}


@register.inclusion_tag("look/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """What still has to be mended, at the top of a form, each line a link to its field."""
    return {"problems": fields.problems(form) if form.is_bound else []}
