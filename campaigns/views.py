"""Views outside the page tree: QR codes of pages, and a film alone in a partner's frame."""

from __future__ import annotations

from uuid import UUID

from csp.decorators import csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe
from wagtail.models import Page

from campaigns import qr
from campaigns.models import CampaignPage
from core import languages
from core.models import BasePage
from core.surroundings import surroundings_of
from videos.player import players_for

QR_KINDS = {"svg": "image/svg+xml", "png": "image/png"}


@require_safe
@cache_control(public=True, max_age=300)
def qr_code(request: HttpRequest, page_id: int, kind: str) -> HttpResponse:
    """Serve the QR code of a live, public page: its canonical address, as SVG or PNG."""
    page = get_object_or_404(Page.objects.live().public(), pk=page_id).specific
    if kind not in QR_KINDS or not isinstance(page, BasePage):
        raise Http404
    address = page.get_full_url(request)
    if not address:
        raise Http404
    if kind == "png":
        data = qr.png(address)
    else:
        title = languages.say_in(page.language_code, "QR code: %(title)s", title=page.title)
        data = qr.svg(address, title=str(title), description=address, lang=title.lang)
    response = HttpResponse(data, content_type=QR_KINDS[kind])
    response["Content-Disposition"] = f'inline; filename="qr-{page.language_code}.{kind}"'
    return response


@require_safe
def embedded_encounter(
    request: HttpRequest, campaign: UUID, mark: str, code: str
) -> HttpResponseBase:
    """Serve one film of a public campaign for a frame on a partner's site, and for no other's.

    Nothing of the film is fetched before somebody presses play, no cookie is set, and the only sites
    that may frame it are those the owner of this site has named (ADR 0018). Raises Http404 for a
    film, or a language, that is not public.
    """
    if code not in dict(settings.LANGUAGES):
        raise Http404
    pages = CampaignPage.objects.live().public().select_related("locale")
    page = get_object_or_404(pages, translation_key=campaign, locale__language_code=code)
    encounter = page.part(mark)
    if encounter is None:
        raise Http404
    around = surroundings_of(request, page)
    partners = around.settings.partner_origins

    @xframe_options_exempt
    @csp_update({"frame-ancestors": partners})
    def framed(request: HttpRequest) -> HttpResponse:
        player = players_for([encounter.video], page.locale)[encounter.video.pk]
        response = render(
            request,
            "campaigns/embedded_encounter.html",
            {"page": page, "encounter": encounter, "player": player, "notice": around.notice},
        )
        response["X-Robots-Tag"] = "noindex"
        response["Content-Language"] = languages.hreflang(code)
        response["Cache-Control"] = "public, max-age=60"
        return response

    with translation.override(code):
        answer: HttpResponseBase = framed(request)
    return answer
