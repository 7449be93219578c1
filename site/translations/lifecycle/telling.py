"""What an editor is told after a publication: what went with it, what waits, and what was refused."""

from __future__ import annotations

from typing import Any

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, PageLogEntry

from core import languages
from translations.lifecycle.expiry import EXPIRY_CARRIED
from translations.lifecycle.live import (
    BROUGHT_BACK,
    NOT_BROUGHT_BACK,
    WAITS,
    source_of,
    version_of,
)
from translations.matrix.queries import row_address
from translations.models import LanguageVersion, Waiting


def tell(request: Any, source: Page | None = None) -> None:
    """Say what the request has carried to other versions, by what their histories say of it."""
    uuid = get_active_log_context().uuid
    if uuid is None:
        return
    entries = list(
        PageLogEntry.objects.filter(
            uuid=uuid, action__in=[EXPIRY_CARRIED, BROUGHT_BACK, NOT_BROUGHT_BACK, WAITS]
        ).select_related("page__locale")
    )
    for action, level, head in (
        (BROUGHT_BACK, messages.success, _("Published with it:")),
        (EXPIRY_CARRIED, messages.info, _("The time of expiry is that of its translations too:")),
        (WAITS, messages.info, _("Not public yet, goes out with the page it is translated from:")),
        (NOT_BROUGHT_BACK, messages.warning, _("Not published with it, and drafts for now:")),
    ):
        found = [entry for entry in entries if entry.action == action and entry.page]
        if found:
            buttons = []
            if action == EXPIRY_CARRIED and source is not None:
                href = reverse("translations_lifecycle:decisions", args=[source.pk])
                buttons.append(messages.button(href, _("Leave one out")))
            level(request, format_html("{} {}", head, _listed(found)), buttons=buttons)
    if source is not None:
        _tell_of_outdated(request, source)


def _tell_of_outdated(request: Any, source: Page) -> None:
    """Say how many public versions the publication of ``source`` has made out of date, and where they are."""
    revision = source.live_revision
    if revision is None:
        return
    count = LanguageVersion.objects.filter(
        translation_key=source.translation_key,
        source_locale_id=source.locale_id,
        is_live=True,
        outdated__gt=0,
        # Not since it went out: a page that was hidden has changed with its draft.
        latest__gte=revision.created_at,
    ).count()
    if count:
        button = messages.button(row_address(source.translation_key), _("Language versions"))
        text = ngettext(
            "%(count)s language version is out of date now. Its readers are told so.",
            "%(count)s language versions are out of date now. Their readers are told so.",
            count,
        ) % {"count": count}
        messages.info(request, text, buttons=[button])


def _listed(entries: list[PageLogEntry]) -> SafeString:
    """Return the pages as links to their forms, with the name of their language and what they lack."""
    return format_html_join(
        ", ",
        '<a href="{}"><span lang="{}">{}</span>: {}</a>{}',
        (
            (
                reverse("wagtailadmin_pages:edit", args=[entry.page_id]),
                languages.html_lang(entry.page.locale.language_code),
                languages.endonym(entry.page.locale.language_code),
                entry.page.draft_title,
                "".join(f" ({problem})" for problem in entry.data.get("problems", ())),
            )
            for entry in entries
        ),
    )


def tell_of_waiting(request: Any, page: Page) -> Any:
    """Answer a publication that waits for its source, in place of a message that it went out."""
    if page.live or page.alias_of_id:
        return None
    waiting = Waiting.objects.filter(
        version__translation_key=page.translation_key, version__locale_id=page.locale_id
    ).first()
    version = version_of(page) if waiting is not None else None
    source = source_of(version) if version is not None else None
    if source is None or source.live:
        return None
    due = (
        source.revisions.filter(approved_go_live_at__isnull=False)
        .order_by("approved_go_live_at")
        .values_list("approved_go_live_at", flat=True)
        .first()
    )
    values = {"page": page.draft_title, "source": source.draft_title}
    if due:
        moment = date_format(localtime(due), "SHORT_DATETIME_FORMAT")
        text = _(
            "“%(page)s” goes out together with “%(source)s”, which it is translated from: %(when)s."
        ) % {**values, "when": moment}
    else:
        text = (
            _(
                "“%(page)s” is not public yet. It goes out together with “%(source)s”, "
                "which it is translated from."
            )
            % values
        )
    messages.info(request, text)
    return redirect("wagtailadmin_pages:edit", page.pk)
