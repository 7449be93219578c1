"""An encounter as residents meet it: a part of the campaign's page, and a page of its own (ADR 0018)."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.text import slugify

from core import languages
from core.models import Photograph
from core.parts import PagePart
from core.structured_data import said, web_page
from videos.structured_data import video_object

if TYPE_CHECKING:
    from campaigns.models import CampaignPage
    from videos.models import Video

#: How much of a block's id is in an address: enough for all the encounters of a campaign.
MARK = re.compile(r"[0-9a-f]{8}")
FIELDS = ("title", "people", "place", "text", "questions")


def mark_of(identifier: str | None) -> str:
    """Return the first eight digits of a block's id; empty where it has no id of the usual form."""
    mark = (identifier or "").replace("-", "")[:8].lower()
    return mark if MARK.fullmatch(mark) else ""


def path_of(title: str, mark: str) -> str:
    """Return the address of an encounter below its campaign's: for people first, for us at the end.

    A title without Latin letters gives an address of the mark alone.
    """
    words = slugify(title)[:60].strip("-")
    return f"{words}-{mark}/" if words else f"{mark}/"


class Encounter(PagePart):
    """One encounter of a campaign."""

    page: CampaignPage

    def __init__(self, page: CampaignPage, block: Any, number: int) -> None:
        super().__init__(page, mark_of(block.id))
        self.identifier = str(block.id or "")
        self.value = block.value
        self.number = number

    @property
    def title(self) -> str:
        """Return its heading."""
        return str(self.value["title"])

    @property
    def people(self) -> str:
        """Return who meets whom."""
        return str(self.value["people"])

    @property
    def place(self) -> str:
        """Return where they meet."""
        return str(self.value["place"] or "")

    @property
    def video(self) -> Video:
        """Return its film."""
        video: Video = self.value["video"]
        return video

    @property
    def anchor(self) -> str:
        """Return the id of its section on the campaign's page."""
        return f"encounter-{self.mark}" if self.mark else f"encounter-{self.number}"

    @property
    def film_anchor(self) -> str:
        """Return what the ids of its player begin with."""
        return f"film-{self.anchor}"

    @property
    def path(self) -> str:
        """Return its address below the campaign's."""
        return path_of(self.title, self.mark)

    @cached_property
    def at(self) -> dict[str, str]:
        """Return where each of its texts stands, for ``lang_attrs`` (``BasePage.lang_of``)."""
        return {name: f"encounters.{self.identifier}.{name}" for name in FIELDS}

    @property
    def summary(self) -> str:
        """Return who meets whom, and the text where that is in the same language."""
        is_one = self.page.lang_of(self.at["text"]) == self.page.lang_of(self.at["people"])
        is_whole = is_one and not self.page.is_mixed(self.at["text"])
        source = getattr(self.value["text"], "source", "") or "" if is_whole else ""
        text = " ".join(strip_tags(source.replace("</p>", " ")).split())
        people = self.people.rstrip()
        stop = "" if people.endswith((".", "!", "?", "؟")) else "."
        return f"{people}{stop} {text}".strip()

    @property
    def title_text(self) -> languages.UiText:
        """Return the title, which knows the language it is in."""
        return languages.in_code(self.title, self.page.lang_of(self.at["title"]))

    @property
    def summary_text(self) -> languages.UiText:
        """Return the summary, which knows the language it is in."""
        return languages.in_code(self.summary, self.page.lang_of(self.at["people"]))

    @property
    def image(self) -> Photograph | None:
        """Return the film's poster."""
        poster: Photograph | None = self.video.poster if self.value["video"] else None
        return poster

    @property
    def card_subtitle(self) -> str:
        """Return who meets whom, where that is in the language of the page."""
        is_own = self.page.lang_of(self.at["people"]) == self.language_code
        return self.people if is_own else ""

    @property
    def is_film(self) -> bool:
        """An encounter is something to play."""
        return True

    @property
    def embed_path(self) -> str:
        """Return the address of the film alone, for a frame on a partner's site."""
        return reverse(
            "embedded_encounter", args=[self.page.translation_key, self.mark, self.language_code]
        )

    @property
    def embed_code(self) -> str:
        """Return the HTML a partner puts into a page, as text. Wide enough for the film and a bar below."""
        address = urljoin(self.get_full_url(), self.embed_path)
        video = self.video
        is_tall = (video.height or 0) > (video.width or 0)
        width, height = (360, 740) if is_tall else (640, 460)
        return (
            f'<iframe src="{escape(address)}" title="{escape(self.title)}" '
            f'width="{width}" height="{height}" loading="lazy" allowfullscreen></iframe>'
        )

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return a page whose main entity is the film, as a part of the campaign's page."""
        data = web_page(self, request)
        data["isPartOf"] = {
            "@type": "WebPage",
            "@id": self.page.get_full_url(request),
            "name": said(self.page.title_text, self.html_lang),
        }
        data["mainEntity"] = video_object(self.video, self.page.locale, request, self)
        return data
