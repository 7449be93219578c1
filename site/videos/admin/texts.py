"""Texts of films by language as snippets: what translators are sent to translate."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import DeleteView, EditView, SnippetViewSet

from people.wagtail_hooks import TitlesPermissionPolicy
from videos.admin.lawful import WouldBreakPages, kept_lawful
from videos.models import VideoText

# Texts are added on the page of their film, and by ordering a translation: like titles of persons.
register_permission_policy(VideoText, TitlesPermissionPolicy(VideoText), exact_class=True)


class EditTextView(EditView):
    """A text by itself; what a public page needs of it stays."""

    def form_valid(self, form: Any) -> HttpResponseBase:
        """Save the text, or say which pages need what would go."""
        try:
            with kept_lawful(self.object.video):
                saved: HttpResponseBase = super().form_valid(form)
                return saved
        except WouldBreakPages as refused:
            form.add_error(None, refused.message)
            self.produced_error_message = self.get_error_message()
            shown: HttpResponseBase = self.form_invalid(form)
            return shown


class DeleteTextView(DeleteView):
    """A text goes, unless a public page needs it."""

    def form_valid(self, form: Any) -> HttpResponseBase:
        """Delete the text, or say which pages need it."""
        try:
            with kept_lawful(self.object.video):
                deleted: HttpResponseBase = super().form_valid(form)
                return deleted
        except WouldBreakPages as refused:
            messages.error(self.request, refused.message)
            return redirect(self.edit_url_name, self.kwargs["pk"])


class VideoTextViewSet(SnippetViewSet):
    """The list of texts; the film's page leads to it, so it needs no place in the menu."""

    model = VideoText
    icon = "wagtailmedia-video"
    menu_label = _("Texts of videos")
    add_to_admin_menu = False
    list_display = ("title", "video", "locale")
    list_per_page = 50
    edit_view_class = EditTextView
    delete_view_class = DeleteTextView
