"""The one place where gateways to the outside are plugged in; today: mail."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from django.core.exceptions import ImproperlyConfigured

from lijfspoor.config.environment import split

ENCRYPTION: Mapping[str, dict[str, object]] = {
    "smtp": {},
    "smtp+starttls": {"EMAIL_USE_TLS": True},
    "smtps": {"EMAIL_USE_SSL": True},
}


def mail(environ: Mapping[str, str], folder: Path) -> dict[str, object]:
    """Django's mail settings for LIJFSPOOR_MAIL (`smtps://user:password@host:465`).

    Without it mail is written to files in the data folder, so that a demo never mails anyone.
    Raises ImproperlyConfigured for an address that is not a mail server.
    """
    url = environ.get("LIJFSPOOR_MAIL", "")
    sender: dict[str, object] = {"DEFAULT_FROM_EMAIL": environ.get("LIJFSPOOR_MAIL_FROM", "praktijk@localhost")}
    if not url:
        return sender | {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(folder / "mail"),
        }
    return sender | _server(url)


def _server(url: str) -> dict[str, object]:
    parts = split(url, "LIJFSPOOR_MAIL")
    if parts.scheme not in ENCRYPTION or not parts.hostname:
        raise ImproperlyConfigured("LIJFSPOOR_MAIL is smtps://, smtp+starttls:// or smtp:// and a host name")
    return ENCRYPTION[parts.scheme] | {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or {"smtps": 465, "smtp+starttls": 587}.get(parts.scheme, 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_TIMEOUT": 10,
    }
