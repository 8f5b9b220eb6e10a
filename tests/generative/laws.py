"""How many random examples each law gets: three for each of the profile, so 300 in CI and 15,000 in depth."""

from hypothesis import HealthCheck, settings

PROFILE = settings.get_profile(settings.get_current_profile_name())
LAW = settings(
    max_examples=3 * PROFILE.max_examples,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Slow drawing is no fault of a law: the machine may be busy."""
