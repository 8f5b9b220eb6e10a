"""Letters on paper: from plain data to a tagged PDF that lasts and can be read aloud; no Django."""

from lijfspoor.workbench.paper.glyphs import fonts_ok
from lijfspoor.workbench.paper.letter import (
    Block,
    Bullets,
    Facts,
    Letter,
    Paragraph,
    Quote,
    Section,
    Sender,
    Signer,
    Table,
)
from lijfspoor.workbench.paper.plain import letter_text
from lijfspoor.workbench.paper.press import Limits, PaperError, PaperTookTooLong, PaperTooLarge, typeset
from lijfspoor.workbench.paper.render import render_letter

__all__ = [
    "Block",
    "Bullets",
    "Facts",
    "Letter",
    "Limits",
    "PaperError",
    "PaperTooLarge",
    "PaperTookTooLong",
    "Paragraph",
    "Quote",
    "Section",
    "Sender",
    "Signer",
    "Table",
    "fonts_ok",
    "letter_text",
    "render_letter",
    "typeset",
]
