"""Pooling written out naively, with loops and fractions, to hold the engine against."""

from collections.abc import Callable
from fractions import Fraction
from math import exp, log, pi, sqrt

Numbers = list[Fraction]


def exact(values: list[float]) -> Numbers:
    return [Fraction(value) for value in values]


def mean_of(y: Numbers, v: Numbers, tau2: Fraction) -> Fraction:
    top = bottom = Fraction(0)
    for value, variance in zip(y, v, strict=True):
        top += value / (variance + tau2)
        bottom += 1 / (variance + tau2)
    return top / bottom


def q_of(y: Numbers, v: Numbers, tau2: Fraction) -> Fraction:
    middle = mean_of(y, v, tau2)
    return sum(((a - middle) * (a - middle) / (b + tau2) for a, b in zip(y, v, strict=True)), Fraction(0))


def typical(v: Numbers) -> Fraction:
    s1 = sum((1 / one for one in v), Fraction(0))
    s2 = sum((1 / (one * one) for one in v), Fraction(0))
    return (len(v) - 1) * s1 / (s1**2 - s2)


def dl(y: Numbers, v: Numbers) -> Fraction:
    s1 = sum((1 / one for one in v), Fraction(0))
    s2 = sum((1 / (one * one) for one in v), Fraction(0))
    return max(Fraction(0), (q_of(y, v, Fraction(0)) - (len(y) - 1)) / (s1 - s2 / s1))


def knapp_hartung(y: Numbers, v: Numbers, tau2: Fraction) -> float:
    total = sum(1 / (one + tau2) for one in v)
    return sqrt(q_of(y, v, tau2) / (len(y) - 1) / total)


def reml_likelihood(y: list[float], v: list[float], tau2: float) -> float:
    total = sum(1 / (one + tau2) for one in v)
    middle = sum(a / (b + tau2) for a, b in zip(y, v, strict=True)) / total
    whole = -0.5 * log(total)
    for a, b in zip(y, v, strict=True):
        whole -= 0.5 * (log(b + tau2) + (a - middle) ** 2 / (b + tau2))
    return whole


def normal_density(x: float, mean: float, sd: float) -> float:
    return exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * sqrt(2 * pi))


def joint_moments(
    y: list[float], ses: list[float], mu_sd: float, tau_scale: float, what: Callable[[float, float], float]
) -> float:
    """Posterior mean of what(mu, tau) by a plain two-dimensional midpoint sum."""
    top = bottom = 0.0
    steps = 400
    for i in range(steps):
        tau = (i + 0.5) / steps * 6 * tau_scale
        prior = normal_density(tau, 0, tau_scale)
        for j in range(steps):
            mu = -6 * mu_sd + (j + 0.5) / steps * 12 * mu_sd
            mass = prior * normal_density(mu, 0, mu_sd)
            for value, se in zip(y, ses, strict=True):
                mass *= normal_density(value, mu, sqrt(se**2 + tau**2))
            top += mass * what(mu, tau)
            bottom += mass
    return top / bottom
