"""What every test has: careful Hypothesis profiles and the tracing of requirements."""

import os

from hypothesis import settings

pytest_plugins = ["tests.requirements_plugin"]

settings.register_profile("ci", max_examples=100, deadline=None, print_blob=True)
settings.register_profile("deep", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("LIJFSPOOR_HYPOTHESIS", "ci"))
