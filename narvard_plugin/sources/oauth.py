"""Signing in to Lantmäteriet's services: a token for a consumer key and secret (OAuth2), or the account itself (Basic)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Optional
from urllib.parse import urlencode, urlsplit

from ..i18n import tr
from .client import JSON_TYPES, Client, gist, parsed_json, raise_for
from .credentials import Credentials
from .errors import Refused, Unreadable, WrongContent
from .http import Answer, Request, public

#: Where newer clients ask for a token, and where older ones do.
TOKEN_URLS = ("https://apimanager.lantmateriet.se/oauth2/token", "https://api.lantmateriet.se/token")
_OWN = ".lantmateriet.se"
_MOST_BYTES = 1 << 20


class SignedIn:
    """A client whose every request carries the account. Used like `Client` by whatever asks and downloads.

    With ``sign_in_url`` a token is asked for, and once more when the service says that it no longer holds; without, the
    account goes along as it is. It only ever goes to the host of ``home`` and, where that is Lantmäteriet's, its others.
    """

    def __init__(self, client: Client, given: Credentials, home: str, sign_in_url: str = ""):
        self._client, self._given = client, given
        self._home, self._sign_in_url = home, sign_in_url
        self._token: Optional[str] = None
        #: Of the last answer.
        self.content_type = ""
        self.wait = client.wait

    def exchange(self, request: Request, path: Optional[Path] = None) -> Answer:
        if not self.is_at_home(request.url):
            raise Unreadable(public(self._home), tr("it sends the account on to {url}").format(url=public(request.url)))
        answer = self._client.exchange(self._signed(request), path)
        if answer.status == 401 and self._sign_in_url:
            self._token = None
            answer = self._client.exchange(self._signed(request), path)
        self.content_type = answer.content_type
        return answer

    def json(self, request: Request, types: Sequence[str] = JSON_TYPES):
        answer = self.exchange(request)
        raise_for(answer, request)
        if answer.content_type not in types:
            raise WrongContent(request.place, types[0], answer.content_type or "?", gist(answer))
        return parsed_json(answer, request)

    def _signed(self, request: Request) -> Request:
        if not self._sign_in_url:
            value = self._given.basic
        else:
            self._token = self._token or self._new_token()
            value = f"Bearer {self._token}"
        return request._replace(headers={**request.headers, "Authorization": value})

    def _new_token(self) -> str:
        request = Request(
            self._sign_in_url,
            headers={"Authorization": self._given.basic, "Content-Type": "application/x-www-form-urlencoded"},
            body=urlencode({"grant_type": "client_credentials"}).encode(),
            most_bytes=_MOST_BYTES,
        )
        answer = self._client.exchange(request)
        if answer.status == 400:  # what OAuth2 says of a wrong key
            raise Refused(request.place, answer.status, gist(answer))
        raise_for(answer, request)
        if answer.content_type not in JSON_TYPES:  # such as a page to log in on
            raise WrongContent(request.place, JSON_TYPES[0], answer.content_type or "?", gist(answer))
        told = parsed_json(answer, request)
        token = told.get("access_token") if isinstance(told, dict) else None
        if not isinstance(token, str) or not token.isascii() or not token.isprintable() or not token:
            raise Unreadable(request.place, "access_token")
        return token

    def is_at_home(self, url: str) -> bool:
        """Whether the account may go there: a search answer names where files lie, and may name any host."""
        asked, home = urlsplit(url), urlsplit(self._home)
        ours = (home.hostname or "").endswith(_OWN)
        same = asked.hostname == home.hostname or (ours and (asked.hostname or "").endswith(_OWN))
        return same and asked.scheme == home.scheme


def token_url_for(home: str, chosen: str) -> str:
    """The address that was chosen; else Lantmäteriet's own, or the same path at another host that stands in for it."""
    if chosen:
        return chosen
    parts = urlsplit(home)
    if (parts.hostname or "").endswith(_OWN):
        return TOKEN_URLS[0]
    return f"{parts.scheme}://{parts.netloc}{urlsplit(TOKEN_URLS[0]).path}"
