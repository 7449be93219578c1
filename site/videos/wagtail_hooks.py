"""Films in the editors' interface: their pages, their place in the menu, and wagtailmedia's taken away."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.admin_url_finder import ModelAdminURLFinder, register_admin_url_finder
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.admin.site_summary import SummaryItem
from wagtail.permissions import policy_registry
from wagtail.snippets.models import register_snippet

from videos.admin import stock
from videos.admin import urls as film_urls
from videos.admin.rights import may_look
from videos.admin.texts import VideoTextViewSet
from videos.caption_translation import hooks as caption_hooks  # noqa: F401  (registers its own)
from videos.caption_translation import urls as caption_urls
from videos.models import Video
from videos.report import hooks as report_hooks  # noqa: F401  (registers its own)

register_snippet(VideoTextViewSet)


class VideoURLFinder(ModelAdminURLFinder):
    """Where a film is edited; for those who may look at it only, where they see it."""

    edit_url_name = "videos:edit"

    def __init__(self, user: Any = None) -> None:
        super().__init__(user)
        self.permission_policy = policy_registry.get_by_type(Video)

    def get_edit_url(self, instance: Video) -> str | None:
        """Return the film's page for whoever may look at it."""
        if self.user is not None and not may_look(self.user):
            return None
        return reverse(self.edit_url_name, args=[instance.pk])


# Before wagtailmedia's own, so that ours are found first.
@hooks.register("register_admin_urls", order=-10)
def admin_urls() -> list[URLPattern | URLResolver]:
    """Return the addresses of the films' pages, all named ``videos:…``, and those taken over."""
    # wagtailmedia registers its own finder after ours; here all hooks are loaded.
    register_admin_url_finder(Video, VideoURLFinder)
    urls = [*film_urls.urlpatterns, *caption_urls.urlpatterns]
    return [
        path("videos/", include((urls, "videos"), namespace="videos")),
        path("media/", include(stock.urlpatterns)),
    ]


hooks.register("construct_media_chooser_queryset", stock.all_films)


class VideosMenuItem(MenuItem):
    """The way to the films, for those who keep or translate them."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether there is anything for her there."""
        return may_look(request.user)


class VideosSearchArea(SearchArea):
    """Films among the places the admin's search looks in."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether there is anything for her there."""
        return may_look(request.user)


class VideosSummaryItem(SummaryItem):
    """How many films there are, on the admin's front page."""

    order = 300
    template_name = "videos/admin/summary.html"

    def is_shown(self) -> bool:
        """Tell whether there is anything for her there."""
        return may_look(self.request.user)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return the number of films."""
        return {"count": Video.objects.count()}


@hooks.register("register_admin_menu_item")
def videos_in_the_menu() -> MenuItem:
    """Put the films where wagtailmedia has its media."""
    return VideosMenuItem(
        _("Videos"),
        reverse("videos:index"),
        name="videos",
        icon_name="wagtailmedia-video",
        order=300,
    )


@hooks.register("register_admin_search_area")
def videos_in_the_search() -> SearchArea:
    """Let the admin's search look for films."""
    return VideosSearchArea(
        _("Videos"),
        reverse("videos:index"),
        name="videos",
        icon_name="wagtailmedia-video",
        order=400,
    )


@hooks.register("construct_main_menu")
def hide_media_in_the_menu(request: HttpRequest, menu_items: list[Any]) -> None:
    """Take wagtailmedia's entry away: its pages are ours now."""
    menu_items[:] = [item for item in menu_items if item.name != "media"]


@hooks.register("construct_search")
def hide_media_in_the_search(request: HttpRequest, search_areas: list[Any]) -> None:
    """Take wagtailmedia's place of search away."""
    search_areas[:] = [area for area in search_areas if area.name != "media"]


# After wagtailmedia has put its own there.
@hooks.register("construct_homepage_summary_items", order=10)
def summary_of_videos(request: HttpRequest, items: list[Any]) -> None:
    """Put ours in the place of wagtailmedia's."""
    from wagtailmedia.wagtail_hooks import MediaSummaryItem

    items[:] = [item for item in items if not isinstance(item, MediaSummaryItem)]
    items.append(VideosSummaryItem(request))
