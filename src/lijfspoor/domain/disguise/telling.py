"""What someone can be called in a text that names nobody: as exact as a reader needs, and no more."""

from datetime import date

from lijfspoor.domain.kernel.ages import age_on

CHILD, GROWN = 12, 18
WORDS = {
    "female": ("een meisje", "een vrouw"),
    "male": ("een jongen", "een man"),
}
NEUTRAL = ("een kind", "een volwassene")


def person_words(gender: str, born: date | None, on_day: date) -> str:
    """Return words such as 'een jongen van 7' or 'een vrouw van in de dertig'; 'de cliënt' without a birth date."""
    if born is None or born > on_day:
        return "de cliënt"
    years = age_on(born, on_day).months // 12
    young, grown = WORDS.get(gender, NEUTRAL)
    if years < GROWN:
        words = "een jongere" if gender not in WORDS and years >= CHILD else young
        return f"{words} van {years}"
    decade = years // 10 * 10
    return f"{grown} tussen {max(decade, GROWN)} en {decade + 10} jaar"
