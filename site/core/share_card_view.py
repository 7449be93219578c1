"""Share cards over HTTP: drawn on the first request, kept in the media storage, named by content."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe
from PIL import Image
from wagtail.models import Page

from core.parts import PagePart
from core.share_cards import CARD_VERSION, card_fingerprint, render_share_card

if TYPE_CHECKING:
    from core.models import BasePage
    from core.surroundings import Surroundings

FOLDER = "share-cards"
YEAR = 365 * 24 * 3600


def share_card_path(page: BasePage | PagePart, around: Surroundings) -> str:
    """Return the path of the card of a page, or of a part; it changes whenever what it shows changes.

    Empty for a page that was never saved: a preview has no card.
    """
    if page.pk is None:
        return ""
    image = getattr(page, "image", None)
    shown = (*_arguments(page, around).values(), CARD_VERSION, image.file.name if image else "")
    digest = hashlib.sha256(repr(shown).encode()).hexdigest()[:16]
    if isinstance(page, PagePart):
        return reverse("share_card_of_part", args=[page.pk, page.mark, digest])
    return reverse("share_card", args=[page.pk, digest])


def _arguments(page: BasePage | PagePart, around: Surroundings) -> dict[str, Any]:
    """Return what the card of ``page`` is drawn from, besides its photograph."""
    return {
        "title": page.title,
        "kicker": page.card_kicker,
        "site_name": around.site_name,
        "language": page.language_code,
        "direction": page.direction,
        "key": page.picture_key,
        "accent": around.settings.brand_colour,
        "subtitle": page.card_subtitle if isinstance(page, PagePart) else "",
        "is_film": isinstance(page, PagePart) and page.is_film,
    }


@require_safe
def share_card(request: HttpRequest, page_id: int, digest: str, mark: str = "") -> HttpResponse:
    """Serve the card of a live, public page, or of the part with ``mark``.

    An old address leads to the present one.
    """
    from core.models import BasePage
    from core.surroundings import surroundings_of

    found = get_object_or_404(Page.objects.live().public(), pk=page_id).specific
    if not isinstance(found, BasePage):
        raise Http404
    shown = found.part(mark) if mark else found
    if shown is None:
        raise Http404
    around = surroundings_of(request, found)
    path = share_card_path(shown, around)
    if request.path != path:
        return HttpResponseRedirect(path)
    arguments = _arguments(shown, around)
    image = getattr(shown, "image", None)
    name = f"{FOLDER}/{found.pk}-{digest}-{card_fingerprint(**arguments)}.png"
    if default_storage.exists(name):
        with default_storage.open(name) as kept:
            png = kept.read()
    else:
        png = render_share_card(**arguments, photo=_photo(image))
        default_storage.save(name, ContentFile(png))
    response = HttpResponse(png, content_type="image/png")
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response


def _photo(image: Any) -> Image.Image | None:
    """Return the page's photograph, or None where there is none or its file is gone or broken."""
    if image is None:
        return None
    try:
        with image.file.open("rb") as file:
            photo = Image.open(io.BytesIO(file.read()))
            photo.load()
    except (OSError, Image.DecompressionBombError):
        return None
    return photo.convert("RGB")
