"""A letter as data for the press: lists, strings and numbers, in which every text is cut into pieces."""

import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from lijfspoor.workbench.paper.glyphs import visible
from lijfspoor.workbench.paper.labels import labels
from lijfspoor.workbench.paper.letter import Block, Bullets, Facts, Letter, Paragraph, Quote, Table
from lijfspoor.workbench.paper.pieces import Piece, pieces, width

_HEADING, _BODY, _SIDE, _TABLE = 50, 70, 28, 80
_LEAST, _PADDING, _WIDEST, _WHOLE = 6, 2, 48, 400
_NUMBER = re.compile(r"[<>≤≥=±+\-−–]?\s?\d[\d.,]*\s?%?")


def letter_data(letter: Letter) -> dict[str, Any]:
    """Give everything the template needs, as plain lists, strings and numbers."""
    words = labels(letter.language)
    sender, signer = letter.practice, letter.signer
    return {
        "language": letter.language,
        "labels": asdict(words),
        "title": _one_line(letter.concerning) or words.letter,
        "author": _one_line(sender.name),
        "draft": letter.draft,
        "practice": pieces(sender.name, _HEADING),
        "sender_lines": _texts(
            (line for line in (*sender.lines, sender.phone, sender.mail, sender.website) if line), _SIDE
        ),
        "agb": pieces(sender.agb, _SIDE) if sender.agb else None,
        "addressee": _texts(letter.addressee_lines),
        "place_and_date": pieces(letter.place_and_date, _BODY),
        "our_reference": pieces(letter.our_reference, _BODY) if letter.our_reference else None,
        "concerning": pieces(letter.concerning or words.letter, _HEADING),
        "salutation": pieces(letter.salutation, _BODY),
        "sections": [
            {
                "heading": pieces(section.heading, _HEADING) if section.heading else None,
                "blocks": [_block(block) for block in section.blocks],
            }
            for section in letter.sections
        ],
        "closing": pieces(letter.closing, _BODY),
        "signer": pieces(signer.name, _BODY),
        "signer_lines": _texts(line for line in (signer.profession, *signer.register_lines) if line),
        "enclosures": _texts(letter.enclosures),
        "cc": _texts(letter.cc),
        "footer": pieces(letter.footer, _BODY),
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(text):
            return {"kind": "paragraph", "text": pieces(text, _BODY)}
        case Bullets(items):
            return {"kind": "bullets", "items": _texts(items)}
        case Facts(pairs):
            return {
                "kind": "facts",
                "pairs": [[pieces(label, _BODY), pieces(value, _BODY)] for label, value in pairs],
            }
        case Quote(text, who):
            return {"kind": "quote", "text": pieces(text, _BODY), "who": pieces(who, _BODY) if who else None}
        case Table(header, rows):
            return _table(header, rows)


def _table(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> dict[str, Any]:
    columns = [[title, *(row[n] for row in rows)] for n, title in enumerate(header)]
    weights = _weights(columns)
    longest = [max(_LEAST, _TABLE * weight // sum(weights) - _PADDING) for weight in weights]
    return {
        "kind": "table",
        "weights": weights,
        "numeric": [bool(rows) and all(map(_NUMBER.fullmatch, column[1:])) for column in columns],
        "header": [pieces(*cell) for cell in zip(header, longest, strict=True)],
        "rows": [
            {
                "cells": [pieces(*cell) for cell in zip(row, longest, strict=True)],
                "whole": max(map(len, row)) <= _WHOLE,
            }
            for row in rows
        ],
    }


def _weights(columns: list[list[str]]) -> list[int]:
    """Share the width of the paper: each column gets its longest word, the rest goes to the longest texts."""
    fair = _TABLE // len(columns)
    least = [
        min(max(width(word) for cell in column for word in ("", *cell.split())) + _PADDING, max(fair, _LEAST))
        for column in columns
    ]
    wished = [max(min(max(map(width, column)), _WIDEST) - low, 0) for column, low in zip(columns, least, strict=True)]
    left = max(_TABLE - sum(least), 0)
    return [low + left * wish // max(sum(wished), 1) for low, wish in zip(least, wished, strict=True)]


def _texts(texts: Iterable[str], longest: int = _BODY) -> list[list[Piece]]:
    return [pieces(text, longest) for text in texts]


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())
