"""The page of texts to check: what changed in the source, and whether the row still says it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.models import Locale

from core import languages
from translations.models import RowRecord
from translations.parts.checking import (
    entries_of,
    in_the_editor,
    locales_to_check,
    may_confirm,
    records_to_check,
)
from translations.parts.kinds import kinds, type_of
from translations.parts.vouching import confirm_row

PER_PAGE = 25
#: What the site's history calls it.
CONFIRMED = "translations.confirm_row"


class TextsToCheck(WagtailAdminTemplateMixin, View):
    """The texts of one language whose source has changed, with what changed."""

    template_name = "translations/parts/texts_to_check.html"
    page_title = _("Texts to check")
    header_icon = "resubmit"
    breadcrumbs_items = [
        {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")},
        {"url": "", "label": _("Texts to check")},
    ]

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Show the texts of the language asked for, else of the first of hers that has any."""
        locales = locales_to_check(request.user)
        if not locales:
            refused: HttpResponseBase = permission_denied(request)
            return refused
        records = records_to_check(request.user)
        waiting = dict(records.order_by().values_list("locale").annotate(Count("pk")))
        locale = self._locale(request, locales, waiting)
        page = Paginator(records.filter(locale=locale), PER_PAGE).get_page(request.GET.get("p"))
        shown: HttpResponseBase = self.render_to_response(
            self.get_context_data(
                locale=locale,
                endonym=languages.endonym(locale.language_code),
                choices=[
                    (
                        one.language_code,
                        languages.endonym(one.language_code),
                        waiting.get(one.pk, 0),
                    )
                    for one in locales
                ],
                page=page,
                entries=entries_of(page),
                translated=in_the_editor(request.user, locale) if page.number == 1 else [],
            )
        )
        return shown

    @staticmethod
    def _locale(request: HttpRequest, locales: list[Locale], waiting: dict[int, int]) -> Locale:
        asked = request.GET.get("language")
        if asked:
            chosen = next((one for one in locales if one.language_code == asked), None)
            if chosen is None:
                raise Http404
            return chosen
        return next((one for one in locales if waiting.get(one.pk)), locales[0])


def still_right(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Put on record that a row is right as it stands for the source text that was shown.

    Refuses who may not change the row, and a source that has changed since the page was opened.
    """
    if request.method != "POST":
        raise Http404
    record = get_object_or_404(RowRecord.objects.select_related("locale"), pk=pk)
    by_type = {type_of(kind.model).pk: kind for kind in kinds().values()}
    model: Any = by_type[record.content_type_id].model
    row = get_object_or_404(model._base_manager.select_related("locale"), pk=record.object_id)
    if not may_confirm(request.user, row):
        raise PermissionDenied
    with transaction.atomic():
        record = get_object_or_404(RowRecord.objects.select_for_update(no_key=True), pk=pk)
        if record.seen_mark != request.POST.get("seen"):
            messages.error(
                request, gettext("The source text has changed again. Look at it once more.")
            )
        elif record.outdated:
            confirm_row(row, request.user)
            log(row, CONFIRMED, user=request.user)
            messages.success(request, gettext("“%(text)s” is up to date.") % {"text": row})
    query = urlencode({"language": row.locale.language_code})
    return redirect(f"{reverse_lazy('translations_parts:texts_to_check')}?{query}")
