"""What a standardised difference loses in few cases: Hedges's factor and the variance that goes with it.

J(v) = 1 - 3 / (4 v - 1). With g = J d, d on v degrees of freedom and k^2 the variance of the unstandardised effect over
the squared standard deviation: Var g = J^2 [k^2 v / (v - 2) + g^2 (v / (v - 2) - 1 / J^2)], v no less than 2.001.

Hedges (1981), doi:10.3102/10769986006002107; Pustejovsky, Hedges & Shadish (2014), doi:10.3102/1076998614547577.
"""

from lijfspoor.domain.singlecase.data.saying import refuse

LEAST_FREEDOM = 2.001


def hedges_factor(freedom: float) -> float:
    """J(v). Raises Refused "variance-unknown" when v is 1 or less, where no mean exists."""
    if not freedom > 1:
        raise refuse(
            "variance-unknown",
            nl="De spreiding tussen casussen is met deze scores zo onzeker dat er geen maat op te bouwen is.",
            en="The spread between cases is so uncertain with these scores that no measure can rest on it.",
        )
    return 1 - 3 / (4 * freedom - 1)


def corrected_variance(corrected: float, scaled_variance: float, freedom: float, factor_in_tail: float) -> float:
    """Var g from g, k^2 and v; `factor_in_tail` is the J of the last term: J(v), or J(max(v, 2.001))."""
    held = max(freedom, LEAST_FREEDOM)
    stretch = held / (held - 2)
    return hedges_factor(freedom) ** 2 * (scaled_variance * stretch + corrected**2 * (stretch - 1 / factor_in_tail**2))
