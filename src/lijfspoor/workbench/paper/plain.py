"""The letter as plain text, in the order of the paper, for a preview or a check."""

from collections.abc import Iterable, Iterator

from lijfspoor.workbench.paper.glyphs import visible
from lijfspoor.workbench.paper.labels import labels
from lijfspoor.workbench.paper.letter import Block, Bullets, Facts, Letter, Paragraph, Quote, Section, Table


def letter_text(letter: Letter) -> str:
    """Write the letter as plain text; the parts come in the order in which they stand on paper."""
    words = labels(letter.language)
    parts = [
        letter.practice.name,
        words.draft if letter.draft else "",
        _lines(letter.addressee_lines),
        _lines(_sender_lines(letter)),
        _lines((letter.place_and_date, _named(words.our_reference, letter.our_reference))),
        f"{words.concerning}: {letter.concerning or words.letter}",
        words.draft_meaning if letter.draft else "",
        letter.salutation,
        *(_section(section) for section in letter.sections),
        letter.closing,
        _lines((letter.signer.name, letter.signer.profession, *letter.signer.register_lines)),
        _listed(words.enclosures, letter.enclosures),
        _listed(words.cc, letter.cc),
        letter.footer,
    ]
    return visible("\n\n".join(part for part in parts if part)) + "\n"


def _sender_lines(letter: Letter) -> Iterator[str]:
    sender = letter.practice
    yield from (*sender.lines, sender.phone, sender.mail, sender.website)
    yield _named(labels(letter.language).agb, sender.agb)


def _named(label: str, value: str) -> str:
    return f"{label}: {value}" if value else ""


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)


def _listed(label: str, items: tuple[str, ...]) -> str:
    return _lines((f"{label}:", *(f"- {item}" for item in items))) if items else ""


def _section(section: Section) -> str:
    return "\n\n".join(part for part in (section.heading, *(_block(block) for block in section.blocks)) if part)


def _block(block: Block) -> str:
    match block:
        case Paragraph(text):
            return text
        case Bullets(items):
            return "\n".join(f"- {item}" for item in items)
        case Facts(pairs):
            return "\n".join(f"{label}: {value}" for label, value in pairs)
        case Quote(text, who):
            return f"“{text}”" + (f"\n{who}" if who else "")
        case Table(header, rows):
            return "\n".join(" | ".join(cells) for cells in (header, *rows))
