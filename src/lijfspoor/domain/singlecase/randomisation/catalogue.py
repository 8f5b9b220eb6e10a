"""Every statistic by its name."""

from collections.abc import Mapping
from types import MappingProxyType

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.randomisation import alternation, lines, means, medians, ranks, standardised, trend
from lijfspoor.domain.singlecase.randomisation.statistic import Statistic

STATISTICS: Mapping[str, Statistic] = MappingProxyType(
    {
        statistic.name: statistic
        for statistic in (
            means.MEAN_DIFFERENCE,
            means.MEAN_DIFFERENCE_A_B,
            means.ABSOLUTE_MEAN_DIFFERENCE,
            means.PHASE_MEANS_DIFFERENCE,
            means.PHASE_MEANS_DIFFERENCE_A_B,
            means.ABSOLUTE_PHASE_MEANS_DIFFERENCE,
            medians.MEDIAN_DIFFERENCE,
            lines.LEVEL_CHANGE,
            lines.SLOPE_CHANGE,
            lines.SLOPE_DIFFERENCE,
            trend.TREND_ADJUSTED_DIFFERENCE,
            ranks.NAP,
            ranks.TAU,
            ranks.TAU_B,
            ranks.TAU_U,
            ranks.RANK_SUM,
            standardised.WELCH_T,
            standardised.SMD_GLASS,
            standardised.SMD_POOLED,
            standardised.SMD_HEDGES,
            alternation.ALIV,
        )
    }
)


def statistic_named(statistic: str | Statistic) -> Statistic:
    """Return the statistic of this name, or the one given. Raises Refused: "unknown-statistic"."""
    if isinstance(statistic, Statistic):
        return statistic
    if statistic not in STATISTICS:
        raise refuse(
            "unknown-statistic",
            nl=f"Er is geen maat {statistic}. Er zijn: {', '.join(STATISTICS)}.",
            en=f"There is no statistic {statistic}. There are: {', '.join(STATISTICS)}.",
        )
    return STATISTICS[statistic]
