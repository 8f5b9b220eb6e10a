"""In words: how much clients differ, and what a pooled mean therefore does not say."""

from lijfspoor.domain.singlecase.data.saying import Saying

LOW, HIGH = 25.0, 75.0


def share_in_words(i2: float) -> Saying:
    """I^2 in percent as a sentence; the bands of Higgins et al. (2003, doi:10.1136/bmj.327.7414.557) are a habit."""
    percent = f"{i2:.0f}"
    if i2 < LOW:
        return Saying(
            nl=f"De verschillen tussen cliënten zijn klein: {percent}% ervan is meer dan toeval.",
            en=f"Clients differ little: {percent}% of the differences is more than chance.",
        )
    if i2 < HIGH:
        return Saying(
            nl=f"De cliënten verschillen duidelijk: {percent}% van de verschillen is meer dan toeval.",
            en=f"Clients differ clearly: {percent}% of the differences is more than chance.",
        )
    return Saying(
        nl=f"De cliënten verschillen veel: {percent}% van de verschillen is meer dan toeval.",
        en=f"Clients differ much: {percent}% of the differences is more than chance.",
    )


def remarks_on(
    count: int, tau2: float, lower: float, upper: float, level: float, left_out: tuple[str, ...]
) -> tuple[Saying, ...]:
    """What a reader must know beside the mean of `count` clients; `lower` and `upper` are the limits of I^2."""
    said = [_uncertain_share(lower, upper, level)]
    if count < 5:
        said.append(
            Saying(
                nl=f"Met {count} cliënten is slecht te zeggen hoeveel cliënten van elkaar verschillen.",
                en=f"With {count} clients, how much clients differ can hardly be told.",
            )
        )
    if tau2 == 0:
        said.append(
            Saying(
                nl="Een verschil tussen cliënten is niet aangetoond; dat is geen bewijs dat zij gelijk zijn.",
                en="No difference between clients was shown; that does not prove that they are alike.",
            )
        )
    if left_out:
        who = ", ".join(left_out)
        said.append(
            Saying(
                nl=f"Niet meegeteld, zonder bruikbare schatting: {who}.",
                en=f"Left out, no usable estimate: {who}.",
            )
        )
    return tuple(said)


def _uncertain_share(lower: float, upper: float, level: float) -> Saying:
    limits, percent = f"{lower:.0f}% - {upper:.0f}%", f"{100 * level:.0f}%"
    return Saying(
        nl=f"Hoeveel van de verschillen meer dan toeval is, ligt (met {percent} zekerheid) in {limits}.",
        en=f"How much of the differences is more than chance lies (with {percent} confidence) in {limits}.",
    )
