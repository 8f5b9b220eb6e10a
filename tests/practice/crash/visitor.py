"""A therapist with a browser so plain that it can be told exactly what was answered."""

import re
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class Cut(Exception):
    """The server was gone before it answered."""


class Visitor:
    """Signs in, reads pages, posts forms."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()), _Stay())

    def sign_in(self, email: str, password: str) -> None:
        """Sign in by the form."""
        status, _ = self.post("/account/login/", "/account/login/", {"login": email, "password": password})
        assert status == 302, status

    def post(self, page: str, address: str, fields: dict[str, str]) -> tuple[int, str]:
        """Post a form the way a browser does, with the token its page carries; return status and where it led."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(page))
        assert token, page
        body = urlencode({**fields, "csrfmiddlewaretoken": token.group(1)}).encode()
        return self._send(Request(self.base + address, data=body, headers={"Origin": self.base}))

    def get(self, address: str) -> str:
        """Read a page."""
        try:
            with self.opener.open(self.base + address, timeout=20) as answer:
                return str(answer.read().decode())
        except (URLError, OSError) as gone:
            raise Cut from gone

    def _send(self, request: Request) -> tuple[int, str]:
        try:
            with self.opener.open(request, timeout=20) as answer:
                return answer.status, ""
        except HTTPError as other:
            return other.code, other.headers.get("Location", "")
        except (URLError, OSError) as gone:
            raise Cut from gone
