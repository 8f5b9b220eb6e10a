"""The settings as the type checker reads them: it leaves without cleaning, so it gets a fixed folder."""

import os
from pathlib import Path

os.environ["LIJFSPOOR_DATA_DIR"] = str(Path(__file__).parent.parent / ".mypy_cache" / "data")
os.environ["LIJFSPOOR_SECRET_KEY"] = "only-for-types-" + "x" * 40

from lijfspoor.config.settings import *  # noqa: F403
