"""The review page: what was submitted beside its source, with comments and the decision."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views import View
from django.views.decorators.http import require_GET
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.utils.decorators import xframe_options_sameorigin_override
from wagtail_localize.models import Translation

from core import languages
from core.publishing import PublicationRefused
from translations.lifecycle import telling
from translations.review import comments, releases
from translations.review.rights import opened
from translations.review.sheet import sheet_of
from translations.review.submitting import (
    APPROVE,
    REJECT,
    Seen,
    actions_for,
    decide,
    may_submit,
    read_once,
    standing_of,
    submit,
    take_back,
)
from translations.review.telling import tell_of_release
from translations.segments import Key, name_of
from translations.synchronising import bring_up


class TranslationView(View):
    """A view of one translation, open to those who write it or decide on it."""

    translation: Translation
    page: Page

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the translation, and say in a message what was refused."""
        self.translation, self.page = opened(kwargs["translation_id"], request.user)
        try:
            return super().dispatch(request, *args, **kwargs)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        except PublicationRefused as refusal:
            messages.error(request, refusal.html)
        return redirect(self.back_url)

    @property
    def url(self) -> str:
        """Return the address of the review page."""
        return reverse("translations_review:review", args=[self.translation.pk])

    @property
    def edit_url(self) -> str:
        """Return where the translation is written; a reviewer is not sent back here from it."""
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk]) + "?write=1"

    @property
    def back_url(self) -> str:
        """Return where the user came from, else the review page."""
        return get_valid_next_url_from_request(self.request) or self.url


class ReviewView(WagtailAdminTemplateMixin, TranslationView):
    """The page, and the decision that is made on it."""

    template_name = "translations/review/review.html"
    page_title = pgettext_lazy("of a translation", "Review")
    header_icon = "clipboard-list"

    def get_page_subtitle(self) -> str:
        """Return the page and the language it is translated into."""
        language = languages.endonym(str(self.translation.target_locale.language_code))
        return f"{self.page.get_admin_display_title()} ({language})"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        edit = {"url": self.edit_url, "label": self.page.get_admin_display_title()}
        label = f"{self.get_page_title()}: {self.get_page_subtitle()}"
        here = {"url": "", "label": label}
        return [*WagtailAdminTemplateMixin.breadcrumbs_items, edit, here]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show it."""
        bring_up(self.translation.source)
        read_once(self.page)
        revision = self.page.get_latest_revision()
        if revision is None:
            raise Http404
        sheet = sheet_of(self.translation, self.page, revision)
        standing = standing_of(self.page)
        item = releases.held_item(self.page)
        found = actions_for(self.page, request.user)
        came_back = standing.sent_back
        shown: HttpResponse = self.render_to_response(
            self.get_context_data(
                translation=self.translation,
                page=self.page,
                sheet=sheet,
                comments=sheet.comments,
                may_comment=True,
                words=words_of(self.translation),
                standing=standing,
                requested_by=name_of(standing.state.requested_by) if standing.state else "",
                sent_back_by=name_of(came_back.finished_by) if came_back else "",
                revision=revision,
                may_approve=APPROVE in found,
                may_reject=REJECT in found,
                may_submit=may_submit(self.page, request.user),
                may_take_back=bool(
                    standing.is_in_review
                    and standing.state
                    and standing.state.user_can_cancel(request.user)
                ),
                held=item.release if item else None,
                edit_url=self.edit_url,
                next_url=self.url,
                preview_url=reverse("translations_review:preview", args=[self.translation.pk]),
            )
        )
        return shown

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Approve, or send back."""
        sent = request.POST
        action = sent.get("decision", "")
        if action not in (APPROVE, REJECT):
            raise ValidationError(_("Choose what is to be done."))
        decide(self.page, request.user, action, _seen(request), sent.get("comment", ""))
        self._tell(request, action)
        return redirect("wagtailadmin_home")

    def _tell(self, request: HttpRequest, action: str) -> None:
        page = Page.objects.get(pk=self.page.pk)
        values = {"title": page.get_admin_display_title()}
        if action == REJECT:
            messages.success(request, _("%(title)s was sent back.") % values)
        elif tell_of_release(request, page):
            pass
        elif page.workflow_in_progress:
            messages.success(
                request, _("%(title)s was approved and goes to the next step.") % values
            )
        elif page.live:
            messages.success(request, _("%(title)s was approved and published.") % values)
        else:
            sentence = _("%(title)s was approved, and goes out when its source does.")
            messages.success(request, sentence % values)
            return
        telling.tell(request)


def _seen(request: HttpRequest) -> Seen:
    try:
        return Seen(int(request.POST["task_state"]), int(request.POST["revision"]))
    except (KeyError, ValueError) as error:
        raise ValidationError(_("This could not be read. Load the page again.")) from error


def words_of(translation: Translation) -> dict[str, str]:
    """Return tags, directions and names of both languages, for templates."""
    source = str(translation.source.locale.language_code)
    target = str(translation.target_locale.language_code)
    return {
        "source_lang": languages.html_lang(source),
        "source_dir": languages.direction(source),
        "source_name": languages.endonym(source),
        "lang": languages.html_lang(target),
        "dir": languages.direction(target),
        "name": languages.endonym(target),
    }


class SubmitView(TranslationView):
    """Submits a translation, or takes it back."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what was asked (``deed``)."""
        if request.POST.get("deed") == "take_back":
            take_back(self.page, request.user)
            messages.success(request, _("The translation was taken back. You can go on writing."))
        elif may_submit(self.page, request.user):
            submit(self.translation, request.user)
            messages.success(request, _("The translation was submitted for review."))
        else:
            raise ValidationError(
                _("This translation cannot be submitted now: it is in review or locked.")
            )
        return redirect(self.back_url)


class CommentView(TranslationView):
    """Writes a comment (``key``), answers (``answer``), settles (``settle``) or reopens one (``open``)."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do the one that was asked."""
        sent, user = request.POST, request.user
        if "key" in sent:
            key = _key(sent["key"])
            comments.say(self.translation, key, sent.get(f"comment-{key}", ""), user)
            return redirect(f"{self.back_url}#text-{key}")
        if "answer" in sent:
            pk = _number(sent["answer"])
            comments.reply(self.translation, pk, sent.get(f"answer-{pk}", ""), user)
        elif "settle" in sent:
            pk = _number(sent["settle"])
            comments.settle(self.translation, pk, user)
        else:
            pk = _number(sent.get("open", ""))
            comments.settle(self.translation, pk, None)
        return redirect(f"{self.back_url}#thread-{pk}")


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise ValidationError(_("This could not be read. Load the page again."))
    return int(text)


def _key(text: str) -> Key:
    context, _dash, string = text.partition("-")
    return Key(_number(context), _number(string))


@method_decorator(require_GET, name="dispatch")
@method_decorator(xframe_options_sameorigin_override, name="dispatch")
class PreviewView(TranslationView):
    """The page as the revision says that would be published."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Return the page as a reader would see it."""
        revision = self.page.get_latest_revision()
        if revision is None:
            raise Http404
        shown = revision.as_object()
        answer: HttpResponseBase = shown.make_preview_request(request, shown.default_preview_mode)
        return answer
