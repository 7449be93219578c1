"""Middleware: language by address alone, one content policy for readers and one for editors."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils import translation

from core.languages import hreflang

GetResponse = Callable[[HttpRequest], HttpResponseBase]

#: What Wagtail's admin needs beyond the public policy. Its scripts are files of our own origin; its
#: editors set style attributes and evaluate none.
ADMIN_POLICY = {
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "connect-src": ["'self'"],
    "media-src": ["'self'", "blob:"],
}
#: What the bar for signed-in staff needs on public pages: it styles itself.
STAFF_POLICY = {"style-src": ["'self'", "'unsafe-inline'"]}


#: Types worth compressing; films, pictures and documents are compressed already.
TEXTS = re.compile(
    r"text/.+|application/(?:[\w.-]+\+)?(?:json|xml)|application/javascript|image/svg\+xml"
)


class TextCompressionMiddleware(GZipMiddleware):
    """Compress texts, and leave the bytes of every other file as they are.

    A range of a film is a range of its bytes, and its length must be known (RFC 9110, 14.2); Django's
    own middleware compresses whatever is streamed, and takes the length away.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Return the answer, compressed where it is text and the browser allows it."""
        kind = response.get("Content-Type", "").partition(";")[0].strip().lower()
        if not TEXTS.fullmatch(kind) or response.has_header("Content-Range"):
            return response
        compressed: HttpResponseBase = super().process_response(request, response)
        return compressed


class LanguageFromPathMiddleware:
    """Speak the language of the address, or the site's first; never guess by the browser.

    A reader who opens a Finnish link gets the Finnish page, and chooses herself (ADR 0002).
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Activate the language for the request and name it in the answer."""
        code = self.code_for(request.path_info)
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = self.get_response(request)
        if not response.has_header("Content-Language"):
            response["Content-Language"] = hreflang(code)
        return response

    @staticmethod
    def code_for(path: str) -> str:
        """Return the language code the path begins with, if it is one of the site's."""
        first = path.lstrip("/").partition("/")[0]
        return first if first in dict(settings.LANGUAGES) else str(settings.LANGUAGE_CODE)


class ContentPolicyMiddleware(CSPMiddleware):
    """Send the strict policy to readers and a wider one inside the admin.

    Views may widen it for themselves through ``response._csp_update`` (django-csp's decorators).
    """

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """Return the policy for this answer."""
        parts: PolicyParts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith(("/admin/", "/django-admin/")):
            parts.replace = {**ADMIN_POLICY, **(parts.replace or {})}
        elif settings.SESSION_COOKIE_NAME in request.COOKIES and _is_staff(request):
            parts.replace = {**STAFF_POLICY, **(parts.replace or {})}
        return parts


def _is_staff(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return bool(
        user is not None and user.is_authenticated and user.has_perm("wagtailadmin.access_admin")
    )


class LoopbackOnlyMiddleware:
    """Refuse callers from other machines: the demo has well-known passwords."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 403 unless the caller is on this machine."""
        address = request.META.get("REMOTE_ADDR", "")
        if not is_loopback(address):
            return HttpResponse("The demo answers to this machine alone.\n", status=403)
        return self.get_response(request)


def is_loopback(address: str) -> bool:
    """Tell whether ``address`` is an IP address of this machine itself."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"
