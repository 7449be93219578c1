"""What an editor is told when a page was refused outside its own form.

The form says it itself (``core.models.BasePageForm``). Other doors, an approval in a workflow, a copy,
wagtail-localize, know nothing of refusals and let the exception through; here it becomes a message.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme

from core.publishing import PublicationRefused


class RefusedPublicationMiddleware:
    """Takes an editor back to where she came from, with a message of what the page lacks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let everything pass."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal inside the admin; anything else is not ours."""
        if not isinstance(exception, PublicationRefused):
            return None
        if not request.path_info.startswith(reverse("wagtailadmin_home")):
            return None
        with translation.override(_language_of(request)):
            return _answer(request, exception)


def _answer(request: HttpRequest, refused: PublicationRefused) -> HttpResponse:
    from wagtail.admin import messages

    match = request.resolver_match
    if match is not None and "wagtailadmin_api" in match.namespaces:
        problems = [
            {"field": p.field, "message": str(p.message), "href": p.href} for p in refused.problems
        ]
        return JsonResponse({"message": str(refused), "problems": problems}, status=400)
    messages.error(request, refused.html)
    back = _way_back(request, refused)
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        # What Wagtail's modal windows understand: close, and open this address.
        return JsonResponse({"step": "success", "redirect": back})
    return redirect(back)


def _way_back(request: HttpRequest, refused: PublicationRefused) -> str:
    """Return the page the editor came from, else the page's own form, else the front of the admin."""
    came_from = request.headers.get("referer", "")
    is_ours = url_has_allowed_host_and_scheme(
        came_from, {request.get_host()}, require_https=request.is_secure()
    )
    if came_from and is_ours:
        return came_from
    if refused.page.pk:
        return reverse("wagtailadmin_pages:edit", args=[refused.page.pk])
    return reverse("wagtailadmin_home")


def _language_of(request: HttpRequest) -> str | None:
    """Return the language the editor uses the admin in; Wagtail's own views have left it by now."""
    profile = getattr(getattr(request, "user", None), "wagtail_userprofile", None)
    return str(profile.get_preferred_language()) if profile else translation.get_language()
