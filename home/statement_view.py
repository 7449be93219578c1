"""The button under the report of films that fills the accessibility statement."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from core import languages
from home.models import AccessibilityStatementPage
from home.statement_films import Filled, fill, statements_for


class AddToStatementPanel(Component):
    """A statement to choose, and the button."""

    template_name = "home/add_to_statement.html"

    def __init__(self, request: HttpRequest, pages: list[AccessibilityStatementPage]) -> None:
        self.request = request
        self.pages = pages

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return the statements, each with the name of its language."""
        statements = [
            {
                "pk": page.pk,
                "title": page.title,
                "language": languages.endonym(page.language_code),
                "lang": page.html_lang,
            }
            for page in self.pages
        ]
        return {"statements": statements, "csrf_token": get_token(self.request)}


def panel(request: HttpRequest) -> AddToStatementPanel | None:
    """Offer the button to those who may edit a statement."""
    pages = statements_for(request.user)
    return AddToStatementPanel(request, pages) if pages else None


@require_POST
def add_to_statement(request: HttpRequest) -> HttpResponse:
    """Fill the chosen statement, and say what was done; nothing is published."""
    chosen = request.POST.get("statement", "")
    page = next((page for page in statements_for(request.user) if str(page.pk) == chosen), None)
    if page is None:
        raise PermissionDenied
    _say(request, page, fill(page, request.user))
    return redirect("video_report")


def _say(request: HttpRequest, page: AccessibilityStatementPage, filled: Filled) -> None:
    edit = messages.button(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Edit the statement")
    )
    if filled.added:
        text = ngettext(
            "%(count)s row was added to the draft of “%(page)s”. Read it, say when the defect will be "
            "mended, and publish it.",
            "%(count)s rows were added to the draft of “%(page)s”. Read them, say when the defects will "
            "be mended, and publish it.",
            filled.added,
        ) % {"count": filled.added, "page": page.title}
        messages.success(request, text, buttons=[edit])
    else:
        text = _("“%(page)s” names already all that the videos on public pages lack.")
        messages.info(request, text % {"page": page.title}, buttons=[edit])
    if filled.mended:
        items = format_html_join("", "<li>{}</li>", ((what,) for what in filled.mended))
        head = _("These have been mended; remove their rows from the statement:")
        messages.warning(request, format_html("{}<ul>{}</ul>", head, items), buttons=[edit])
