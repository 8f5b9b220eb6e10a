"""Settings of the practice, all from the surroundings; read them through django.conf."""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from lijfspoor.config import environment, wiring

MODE = os.environ.get("LIJFSPOOR_MODE", "serve")
if MODE not in {"demo", "serve"}:
    raise ImproperlyConfigured("LIJFSPOOR_MODE is demo or serve")
DEMO = MODE == "demo"
_package = Path(__file__).parent.parent

DATA_DIR = environment.data_folder(os.environ)
SECRET_KEY = environment.secret_key(DATA_DIR, os.environ)
_scheme, _host = environment.address(os.environ)
_secure = _scheme == "https"
_here = _host in environment.LOOPBACK
DEBUG = environment.debug(os.environ, _host)

ALLOWED_HOSTS = [_host, *(sorted(environment.LOOPBACK - {"::1"}) if _here else [])]
CSRF_TRUSTED_ORIGINS = [os.environ["LIJFSPOOR_ADDRESS"].rstrip("/")] if _secure else []

DATABASES = {"default": environment.database(os.environ.get("DATABASE_URL", f"sqlite:///{DATA_DIR}/practice.sqlite3"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}}

ROOMS = (
    "desk",
    "site",
    "education",
    "exchange",
    "letters",
    "finder",
    "groups",
    "treatment",
    "intake",
    "exercises",
    "pathway",
    "counsel",
    "people",
    "authoring",
    "library",
    "access",
    "logbook",
    "tenancy",
    "look",
)

INSTALLED_APPS = [
    *(f"lijfspoor.practice.{room}" for room in ROOMS),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "rules",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lijfspoor.config.doorkeepers.PageHeaders",
    "lijfspoor.config.doorkeepers.ReadableRequests",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "lijfspoor.config.doorkeepers.SessionLimits",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "lijfspoor.practice.access.requests.Seats",
    "lijfspoor.practice.access.requests.Refusals",
]

ROOT_URLCONF = "lijfspoor.config.urls"
WSGI_APPLICATION = "lijfspoor.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lijfspoor.practice.look.navigation.navigation",
            ],
        },
    }
]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
LOCALE_PATHS = [str(_package / "locale")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
WHITENOISE_ALLOW_ALL_ORIGINS = False
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "lijfspoor.config.static.NamedByContent"},
}

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "lijfspoor.practice.access.seated.SeatedBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "lijfspoor.config.accounts.ClosedDoor"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
MFA_ADAPTER = "lijfspoor.config.accounts.SecondStep"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Lijfspoor"
MFA_TOTP_TOLERANCE = 1  # one step of 30 seconds, as RFC 6238 advises: a clock may be slow, a person too
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = _here and not _secure

_behind_proxy = os.environ.get("LIJFSPOOR_BEHIND_PROXY", "") == "1"
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if _behind_proxy else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _behind_proxy else None
SECURE_SSL_REDIRECT = _secure
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _secure else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _secure
SECURE_HSTS_PRELOAD = _secure
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

SESSION_IDLE_SECONDS = environment.minutes(os.environ, "LIJFSPOOR_IDLE_MINUTES", 12 * 60 if DEMO else 15)
SESSION_ABSOLUTE_SECONDS = environment.minutes(os.environ, "LIJFSPOOR_SESSION_MINUTES", 12 * 60)
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_SECONDS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "__Host-lijfspoor" if _secure else "lijfspoor"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = _secure
CSRF_COOKIE_NAME = "__Host-csrf" if _secure else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = _secure

globals().update(wiring.mail(os.environ, DATA_DIR))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "lijfspoor.config.discretion.Discreet"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
    },
}
