"""What the pages of one film have in common: the way to them, and how they answer."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from videos.models import Video


def way_to_list() -> list[dict[str, Any]]:
    """Return the crumbs down to the list of films."""
    return [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {"url": reverse("videos:index"), "label": _("Videos")},
    ]


class AdminPage(WagtailAdminTemplateMixin, View):
    """A page under the list of films."""

    def answer(self, **context: Any) -> HttpResponse:
        """Return the page with ``context``."""
        shown: HttpResponse = self.render_to_response(self.get_context_data(**context))
        return shown

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*way_to_list(), {"url": "", "label": self.get_page_title()}]


class FilmPage(AdminPage):
    """A page about one film, ``video``."""

    video: Video
    #: The part of the film's page that one comes from and goes back to.
    anchor = ""

    @property
    def back_url(self) -> str:
        """Return the film's page."""
        url = reverse("videos:edit", args=[self.video.pk])
        return f"{url}#{self.anchor}" if self.anchor else url

    def get_page_subtitle(self) -> str:
        """Return the film's title."""
        return str(self.video.title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        film = {"url": reverse("videos:edit", args=[self.video.pk]), "label": self.video.title}
        return [*way_to_list(), film, {"url": "", "label": self.get_page_title()}]
