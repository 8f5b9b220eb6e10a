"""What every test has: careful Hypothesis profiles and the tracing of requirements."""

import os

from hypothesis import HealthCheck, Phase, settings

pytest_plugins = ["tests.requirements_plugin"]

settings.register_profile("ci", max_examples=100, deadline=None, print_blob=True)
settings.register_profile("deep", max_examples=5_000, deadline=None, print_blob=True)
settings.register_profile(
    "mutants",
    max_examples=100,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
settings.load_profile(os.environ.get("LIJFSPOOR_HYPOTHESIS", "ci"))
