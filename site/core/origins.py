"""Origins (RFC 6454): which other sites are meant, written so that a content policy can name them."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: Hosts of one's own machine, where there is no https to be had.
LOOPBACK = frozenset({"localhost", "127.0.0.1"})
HOST = re.compile(
    r"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
)


def origin(written: str) -> str:
    """Return the origin of an address, such as ``https://www.example.org``.

    Letters outside ASCII become what the name system knows them by. Raises ValueError for anything
    that is no https origin: a path, a wildcard, a user, a sign that would end a policy's source.
    """
    text = written.strip()
    if any(sign.isspace() or not sign.isprintable() for sign in text):
        raise ValueError("a blank inside")  # urlsplit would take some of them away in silence
    parts: SplitResult = urlsplit(text)
    host = (parts.hostname or "").rstrip(".")
    if parts.path not in ("", "/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise ValueError("more than an origin")
    host = host.encode("idna").decode("ascii").lower()
    is_local = host in LOOPBACK
    if parts.scheme != "https" and not (parts.scheme == "http" and is_local):
        raise ValueError("not https")
    if not HOST.fullmatch(host) or ("." not in host and not is_local):
        raise ValueError("no host")
    port = parts.port  # ValueError where it is none
    usual = {"https": 443, "http": 80}[parts.scheme]
    return f"{parts.scheme}://{host}" + (f":{port}" if port not in (None, usual) else "")


def origins_in(text: str) -> list[str]:
    """Return the origins written one a line, each once; what is none is left out."""
    found: dict[str, None] = {}
    for line in text.splitlines():
        if line.strip():
            try:
                found[origin(line)] = None
            except ValueError:
                continue
    return list(found)


def validate_origins(text: str) -> None:
    """Raise ValidationError that names each line which is no origin."""
    errors = []
    for line in text.splitlines():
        if line.strip():
            try:
                origin(line)
            except ValueError:
                errors.append(
                    ValidationError(
                        _(
                            "“%(line)s” is not the address of a site, such as "
                            "https://www.example.org: https, a name, and nothing after it."
                        ),
                        code="origin",
                        params={"line": line.strip()[:100]},
                    )
                )
    if errors:
        raise ValidationError(errors)
