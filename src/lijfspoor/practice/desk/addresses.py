"""Addresses of pages in other rooms."""

from django.urls import NoReverseMatch, reverse


def address(route: str, *named: object) -> str:
    """Return the address of a page; empty when there is no such page here."""
    try:
        return reverse(route, args=named)
    except NoReverseMatch:
        return ""
