"""Where a translator finds the captions: in the menu, and beside the translation of a page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from videos.caption_translation import overview, rights, workbench

#: Films named one by one above a page's editor.
MOST_NAMED = 3


class CaptionsMenuItem(MenuItem):
    """The way to the captions, for those who may translate into at least one language."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether there is a language she may translate into."""
        return bool(rights.languages_to_offer(request.user))


@hooks.register("register_admin_menu_item")
def captions_in_the_menu() -> MenuItem:
    """Put the captions to translate beside the media."""
    return CaptionsMenuItem(
        pgettext_lazy("menu", "Captions"),
        reverse_lazy("videos:captions_to_translate"),
        name="captions-to-translate",
        icon_name="openquote",
        order=310,
    )


# Before wagtail-localize's own, which answers with its editor.
@hooks.register("before_edit_page", order=-10)
def tell_of_captions(request: HttpRequest, page: Page) -> None:
    """Tell whoever opens a page which of its films' captions wait in the language of the page."""
    if request.method != "GET":
        return
    code = page.locale.language_code
    films = overview.films_of(page) if code in rights.languages_of(request.user) else []
    jobs = overview.jobs_of(request.user, code, films) if films else []
    waiting = [job for job in jobs if job.standing != overview.Standing.READY]
    if not waiting:
        return
    buttons = [
        messages.button(
            reverse("videos:track_translate", args=[job.source.pk, code]), job.source.video.title
        )
        for job in waiting[:MOST_NAMED]
    ]
    if len(waiting) > MOST_NAMED:
        url = f"{reverse('videos:captions_to_translate')}?language={code}"
        buttons.append(messages.button(url, _("All captions to translate")))
    messages.info(
        request,
        ngettext(
            "A film on this page waits for its captions in this language:",
            "%(count)s films on this page wait for their captions in this language:",
            len(waiting),
        )
        % {"count": len(waiting)},
        buttons=buttons,
    )


@hooks.register("register_log_actions")
def name_what_is_logged(actions: Any) -> None:
    """Give the site's history its words for what is done to captions."""
    actions.register_action(
        workbench.FINISHED, _("Finish captions"), _("Captions were translated and shown")
    )
    actions.register_action(
        workbench.CHECKED, _("Check captions"), _("Captions made by a machine were checked")
    )
