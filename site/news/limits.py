"""Against robots: a mark in the form that says when it was opened, and a limit to how often one sends.

Neither asks anything of the applicant, and neither keeps her address: it is hashed, and forgotten in
minutes.
"""

from __future__ import annotations

import ipaddress
import uuid
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

#: Nobody reads and fills in a form quicker.
QUICKEST: Final = timedelta(seconds=3)
#: So often may one address send within so many seconds; an office of many people has one address.
MOST_SENDINGS: Final = 20
WITHIN: Final = 600
#: So many confirmations may one mail address get within an hour.
MOST_MAILS: Final = 5
_SALT: Final = "news.application"


def new_token(call: uuid.UUID) -> str:
    """Return the mark of a form for ``call``: unguessable, signed, with the moment it was made."""
    return signing.TimestampSigner(salt=_SALT).sign(f"{call.hex}.{uuid.uuid4().hex}")


def read_token(written: str, call: uuid.UUID) -> uuid.UUID | None:
    """Return the id in a mark that this site made for ``call``; None for any other text."""
    try:
        text = signing.TimestampSigner(salt=_SALT).unsign(written)
        of_call, _dot, token = text.partition(".")
        return uuid.UUID(token) if of_call == call.hex else None
    except (signing.BadSignature, ValueError):
        return None


def is_too_quick(written: str) -> bool:
    """Tell whether the mark is so young that no person has filled in the form."""
    try:
        signing.TimestampSigner(salt=_SALT).unsign(written, max_age=QUICKEST)
    except signing.SignatureExpired:
        return False
    return True


def may_send(request: HttpRequest) -> bool:
    """Count this sending; tell whether its address may still send."""
    return _count(f"from-{address_of(request)}", WITHIN) <= MOST_SENDINGS


def may_be_mailed(address: str) -> bool:
    """Count this mail; tell whether its address may still be mailed."""
    return _count(f"to-{address.casefold()}", 3600) <= MOST_MAILS


def address_of(request: HttpRequest) -> str:
    """Return the address of the caller, of IPv6 the network's; behind our own proxy as that says."""
    written = str(request.META.get("REMOTE_ADDR", ""))
    if getattr(settings, "SECURE_PROXY_SSL_HEADER", None):
        forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
        written = forwarded.rpartition(",")[2].strip() or written
    try:
        address = ipaddress.ip_address(written)
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv6Address) and not address.ipv4_mapped:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def _count(what: str, seconds: int) -> int:
    """Return how often ``what`` has happened within ``seconds``, this time included."""
    key = f"kohtaamo-{salted_hmac(_SALT, what, algorithm='sha256').hexdigest()}"
    cache.add(key, 0, seconds)
    try:
        return int(cache.incr(key))
    except ValueError:  # it ran out between the two lines
        cache.set(key, 1, seconds)
        return 1
