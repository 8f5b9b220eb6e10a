"""What the pages of this room are filled with."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

from django.forms import BooleanField, BoundField, ChoiceField, Form
from django.http import HttpRequest

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.look.parts import MergeField
from lijfspoor.practice.people.details import ClientDetails, ConsentLine, Person
from lijfspoor.practice.people.models import Client
from lijfspoor.practice.people.network import TeamLine
from lijfspoor.practice.people.words import AUTHORITY, CONTACT_KINDS, SCOPES


def named(client: Client) -> str:
    """Return the client's name for headings."""
    return " ".join(part for part in (client.called or client.given, client.infix, client.family) if part) or (
        "Naam nog niet bekend"
    )


def initial_client(client: Client) -> dict[str, Any]:
    """Return the details as the form starts with them."""
    return {field.name: getattr(client, field.name) for field in fields(ClientDetails)}


def merge(request: HttpRequest, form: Form, kept: object, version: int, back_url: str) -> dict[str, Any]:
    """Fill the page that shows what was sent beside what was kept meanwhile; `kept` has the fields by name."""
    fields = [_merged(request, form[name], getattr(kept, name)) for name in form.fields]
    return {"fields": fields, "action": request.path, "version": version, "back_url": back_url}


def _merged(request: HttpRequest, bound: BoundField, kept: object) -> MergeField:
    choices: tuple[tuple[str, str], ...] = ()
    if isinstance(bound.field, BooleanField):
        choices = (("on", "ja"), ("", "nee"))
        kept = "on" if kept else ""
    elif isinstance(bound.field, ChoiceField):
        choices = tuple((str(each.data["value"]), str(each.data["label"])) for each in bound.subwidgets)
    return MergeField(
        label=str(bound.label),
        name=bound.name,
        mine=request.POST.get(bound.name, ""),
        theirs=str(kept or ""),
        choices=choices,
    )


def network(
    actor: Actor, client_id: UUID, people: Iterable[Person], team: Iterable[TeamLine], day: date, *, may_change: bool
) -> dict[str, Any]:
    """Fill the network page; what changes it is offered only to who may."""
    rows = [
        {
            "person": person,
            "kind": CONTACT_KINDS.get(person.details.kind, person.details.kind),
            "authority": AUTHORITY[person.authority],
        }
        for person in people
    ]
    return {
        "client_id": client_id,
        "here": [row for row in rows if not _left(row["person"], day)],
        "left": [row for row in rows if _left(row["person"], day)],
        "team": team,
        "me": actor.member_id,
        "may_change": may_change,
    }


def _left(person: object, day: date) -> bool:
    return isinstance(person, Person) and person.ended_on is not None and person.ended_on <= day


def consents(client: Client, lines: Iterable[ConsentLine]) -> dict[str, Any]:
    """Fill the page of consents: the lines by scope."""
    by_scope: OrderedDict[str, list[ConsentLine]] = OrderedDict()
    for line in lines:
        by_scope.setdefault(line.scope, []).append(line)
    groups = [{"scope": scope, "words": SCOPES[scope], "lines": those} for scope, those in by_scope.items()]
    return {"client": named(client), "client_id": client.id, "groups": groups}


def line_of(lines: Iterable[ConsentLine], scope: str, person: str) -> ConsentLine:
    """Return the line of a scope and person. Raises NotFound when this person does not decide on this scope."""
    for line in lines:
        if line.scope == scope and line.person == person and person:
            return line
    raise NotFound
