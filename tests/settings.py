"""Settings of the tests: those of the product, in a throw-away data folder and on the database asked for."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_folder = Path(tempfile.mkdtemp(prefix="lijfspoor-test-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
(_folder / "static").mkdir()
os.environ["LIJFSPOOR_DATA_DIR"] = str(_folder)
os.environ["LIJFSPOOR_MODE"] = "demo"
os.environ["LIJFSPOOR_SECRET_KEY"] = "only-for-tests-" + "x" * 40
os.environ.pop("LIJFSPOOR_DEBUG", None)

_asked = os.environ.get("LIJFSPOOR_TEST_DATABASE", "sqlite")
os.environ["DATABASE_URL"] = f"sqlite:///{_folder}/practice.sqlite3" if _asked == "sqlite" else _asked

from lijfspoor.config.settings import *  # noqa: E402, F403
from lijfspoor.config.settings import DATABASES  # noqa: E402

if _asked == "sqlite":
    DATABASES["default"]["TEST"] = {"NAME": str(_folder / "test.sqlite3")}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
