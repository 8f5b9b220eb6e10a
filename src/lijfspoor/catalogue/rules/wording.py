"""What a module may not say: a treatment beside others adds to them and takes the place of none (S0-065)."""

import re
from collections.abc import Iterator

from lijfspoor.catalogue.documents import Value, blocks
from lijfspoor.catalogue.mistakes import Finding

_SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+")
_REPLACING = {
    "nl": re.compile(r"\bvervang(?:t|en|ing)\b|\bin (?:de )?plaats van\b", re.IGNORECASE),
    "en": re.compile(r"\breplac(?:es?|ing|ement)\b|\bin (?:the )?place of\b", re.IGNORECASE),
}
_DENYING = {
    "nl": re.compile(r"\b(?:geen|niet|nooit|niets)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:no|not|never|nothing|none)\b", re.IGNORECASE),
}
_EXPECTED = "Say what this adds: a module beside other treatment replaces none, and never says that it does."


def supplementary_stays_supplementary(value: Value) -> Iterator[Finding]:
    """A module that says it stands beside other treatment nowhere says that it replaces one (S0-065)."""
    audience = value.get("audience") if isinstance(value, dict) else None
    if not isinstance(audience, dict) or audience.get("beside_treatment") is None:
        return
    for path, block in blocks(value):
        for language in _REPLACING:
            text = block.get(language)
            if isinstance(text, str) and any(_claims(each, language) for each in _SENTENCE_ENDS.split(text)):
                yield Finding((*path, language), _EXPECTED)


def _claims(sentence: str, language: str) -> bool:
    return bool(_REPLACING[language].search(sentence)) and not _DENYING[language].search(sentence)
