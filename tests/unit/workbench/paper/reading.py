"""Reads a letter back from its file the way a reading aid does: in the order of the tags, `ActualText` first."""

import io
import re
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject, PdfObject

from lijfspoor.workbench.paper import Letter, Paragraph, Section, Sender, Signer


def a_letter(*texts: str, **changes: Any) -> Letter:
    """A short letter with one paragraph for each text."""
    standard: dict[str, Any] = {
        "language": "nl",
        "practice": Sender("Praktijk De Priel"),
        "addressee_lines": ("Mevrouw Post",),
        "place_and_date": "Yerseke, 3 maart 2026",
        "our_reference": "",
        "concerning": "evaluatie",
        "salutation": "Geachte mevrouw Post,",
        "sections": (Section("Verloop", tuple(Paragraph(text) for text in texts)),),
        "closing": "Met vriendelijke groet,",
        "signer": Signer("Noor Hendriks"),
    }
    return Letter(**(standard | changes))


def opened(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def shown(pdf: bytes) -> str:
    """All text as pypdf finds it, with spaces and line ends evened out."""
    return even("\n".join(page.extract_text() for page in opened(pdf).pages))


def even(text: str) -> str:
    return " ".join(text.split())


def tight(text: str) -> str:
    """Text without any space: where a line wraps, no space is left in a file."""
    return "".join(text.split())


def read_aloud(pdf: bytes) -> str:
    """The text of the body, letter for letter, with `ActualText` in place of what it covers; no spaces."""
    return tight("".join(_Voice(page).text() for page in opened(pdf).pages))


@dataclass
class _Voice:
    page: PageObject
    spoken: list[str] = field(default_factory=list)
    covers: list[str | None] = field(default_factory=list)
    letters: dict[int, str] = field(default_factory=dict)
    turned: list[tuple[int, int]] = field(default_factory=list)

    def text(self) -> str:
        fonts: Any = self.page["/Resources"].get_object()
        fonts = fonts.get("/Font", {})
        known = {name: _letters(font.get_object()) for name, font in fonts.items()}
        content = ContentStream(self.page.get_contents(), self.page.pdf)
        for operands, operator in content.operations:
            if operator == b"Tf":
                self.letters = known[operands[0]]
            elif operator == b"BMC":
                self._open([operands[0], None])
            elif operator == b"BDC":
                self._open(operands)
            elif operator == b"EMC":
                self._close()
            elif operator in {b"Tj", b"TJ"}:
                self._say(operands[0])
        return "".join(self.spoken)

    def _open(self, operands: list[Any]) -> None:
        if operands[0] == "/ReversedChars":
            self.turned.append((len(self.covers), len(self.spoken)))
        instead = operands[1].get("/ActualText") if isinstance(operands[1], DictionaryObject) else None
        self.covers.append("" if operands[0] == "/Artifact" else instead)

    def _close(self) -> None:
        instead = self.covers.pop()
        if instead and all(cover is None for cover in self.covers):
            self.spoken.append(instead)
        if self.turned and self.turned[-1][0] == len(self.covers):
            start = self.turned.pop()[1]
            self.spoken[start:] = reversed(self.spoken[start:])

    def _say(self, shown: object) -> None:
        if any(cover is not None for cover in self.covers):
            return
        for string in shown if isinstance(shown, list) else [shown]:
            raw = getattr(string, "original_bytes", b"")
            codes = (int.from_bytes(raw[n : n + 2], "big") for n in range(0, len(raw), 2))
            self.spoken.extend(self.letters.get(code, "") for code in codes)


def _letters(font: dict[str, Any]) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", font["/ToUnicode"].get_data().decode(), re.DOTALL):
        for code, text in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return found


def tags(pdf: bytes) -> list[str]:
    """The kinds of all structure elements, in reading order."""
    root: Any = opened(pdf).trailer["/Root"]
    found: list[str] = []
    _walk(root["/StructTreeRoot"], found)
    return found


def _walk(reference: PdfObject, found: list[str]) -> None:
    node = reference.get_object()
    if isinstance(node, list):
        for child in node:
            _walk(child, found)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            found.append(str(node["/S"]).removeprefix("/"))
        if "/K" in node:
            _walk(node["/K"], found)
