"""Text in both languages, and text that says where it comes from."""

from lijfspoor.domain.kernel.content import content


@content
class Text:
    """One text in Dutch and English; neither may be missing (design.md section 4)."""

    nl: str
    en: str

    def in_(self, language: str) -> str:
        """Return the English text for `en`, else the Dutch one."""
        return self.en if language == "en" else self.nl


@content
class Statement:
    """Something a module says, with the ids of the requirements or publications it rests on.

    `sources` holds ids such as `S2-053`, or `own` for what the practice world adds itself.
    """

    text: Text
    sources: tuple[str, ...]
