"""The page on which languages are held, are said to be ready, and are published together."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.models import Page, Revision

from core import languages
from core.facts.families import family, followers
from translations.freshness import gaps_of
from translations.models import Release, ReleaseItem, Snapshot
from translations.review import releases
from translations.review.rights import may_hold
from translations.review.submitting import standing_of
from translations.segments import name_of
from translations.texts import texts_of


class HoldForm(forms.Form):
    """Which translations wait for each other, and until when."""

    pages = forms.MultipleChoiceField(
        label=gettext_lazy("Published together with this page"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one translation.")},
    )
    at = forms.DateTimeField(
        label=gettext_lazy("Not before"),
        required=False,
        widget=AdminDateTimeInput,
        help_text=gettext_lazy(
            "Leave empty to publish as soon as the last language is ready. With a time: if they are not "
            "all ready then, none is published, and you see here what was lacking."
        ),
    )

    def __init__(self, choices: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pages: Any = self.fields["pages"]
        pages.choices = choices


class ReleaseView(WagtailAdminTemplateMixin, View):
    """The release of one source page: made, watched and ended here."""

    template_name = "translations/review/release.html"
    page_title = gettext_lazy("Publish all languages together")
    header_icon = "globe"
    source: Page

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in those who may publish the source, or change a page that is held with it."""
        self.source = get_object_or_404(Page, pk=kwargs["page_id"]).specific
        self.may_end = may_hold(self.source, request.user)
        if not self.may_end and not any(
            item.page.permissions_for_user(request.user).can_edit() for item in self.items
        ):
            raise PermissionDenied
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    @cached_property
    def release(self) -> Release | None:
        """Return the release that holds the page."""
        return releases.release_of(self.source)

    @cached_property
    def items(self) -> list[ReleaseItem]:
        """Return its pages."""
        return releases.items_of(self.release) if self.release else []

    @property
    def url(self) -> str:
        """Return the address of this page."""
        return reverse("translations_review:release", args=[self.source.pk])

    def get_page_subtitle(self) -> str:
        """Return the title of the source."""
        return str(self.source.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.source.pk])
        return [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": edit, "label": self.get_page_subtitle()},
            {"url": "", "label": f"{self.get_page_title()}: {self.get_page_subtitle()}"},
        ]

    def targets(self) -> list[Page]:
        """Return the versions that follow the source and that the user may publish."""
        leaders = family(self.source.translation_key)
        pages = Page.objects.filter(
            translation_key=self.source.translation_key,
            locale__in=followers(self.source.locale_id, leaders),
            alias_of=None,
        ).select_related("locale")
        return [
            page
            for page in pages.order_by("locale__language_code")
            if page.permissions_for_user(self.request.user).can_publish()
        ]

    def form(self, data: Any = None) -> HoldForm:
        """Return the form to begin with."""
        choices = [
            (str(page.pk), f"{languages.endonym(page.locale.language_code)}: {page.draft_title}")
            for page in self.targets()
        ]
        return HoldForm(choices, data, initial={"pages": [pk for pk, _label in choices]})

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the state, or the form."""
        return self._answer(None if self.release else self.form())

    def _answer(self, form: HoldForm | None, status: int = 200) -> HttpResponse:
        last = Release.objects.filter(source=self.source).exclude(state=Release.State.HOLDING)
        shown: HttpResponse = self.render_to_response(
            self.get_context_data(
                source=self.source,
                release=self.release,
                held_by=name_of(self.release.held_by) if self.release else "",
                last=last.order_by("-ended_at").select_related("ended_by").first(),
                places=[self._place(item) for item in self.items],
                are_all_ready=bool(self.items) and all(item.is_ready for item in self.items),
                may_end=self.may_end,
                form=form,
            ),
            status=status,
        )
        return shown

    def _place(self, item: ReleaseItem) -> dict[str, Any]:
        latest = item.page.get_latest_revision()
        may = item.page.permissions_for_user(self.request.user)
        return {
            "item": item,
            "language": languages.endonym(item.page.locale.language_code),
            "lang": languages.html_lang(item.page.locale.language_code),
            "is_source": item.page_id == self.source.pk,
            "approved_by": name_of(item.approved_by),
            "is_in_review": standing_of(item.page).is_in_review,
            "latest": latest,
            "is_newer": bool(item.revision_id and latest and latest.pk != item.revision_id),
            "outdated": self._outdated(item),
            "may_ready": may.can_publish(),
            "edit_url": reverse("wagtailadmin_pages:edit", args=[item.page_id]),
        }

    @cached_property
    def _said(self) -> list[list[str]]:
        """Return what the source would say once it is out."""
        item = next((one for one in self.items if one.page_id == self.source.pk), None)
        revision = (item.revision if item else None) or self.source.get_latest_revision()
        page = revision.as_object() if revision else self.source
        return [[text.path, text.mark] for text in texts_of(page)]

    def _outdated(self, item: ReleaseItem) -> int:
        """Return how many texts of a version would be outdated as soon as all are out."""
        revision = item.revision or item.page.get_latest_revision()
        snapshot = Snapshot.objects.filter(revision=revision).first() if revision else None
        if item.page_id == self.source.pk or snapshot is None:
            return 0
        return sum(gap.count for gap in gaps_of(self._said, snapshot.shown))

    # What is done -------------------------------------------------------------------------------

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Hold, say that one is ready, publish, or cancel (``deed``)."""
        deed = request.POST.get("deed", "")
        if deed == "hold" and self.release is None:
            return self._hold(request)
        if self.release is None:
            messages.error(request, _("These pages are not held any more."))
            return redirect(self.url)
        try:
            self._do(request, deed, self.release)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect(self.url)

    def _do(self, request: HttpRequest, deed: str, release: Release) -> None:
        if deed == "ready":
            self._ready(request)
            self._tell(request, release)
        elif not self.may_end:
            raise PermissionDenied
        elif deed == "release":
            releases.try_release(release, request.user)
            self._tell(request, release)
        elif deed == "cancel" and releases.cancel(release, request.user):
            messages.success(
                request, _("The languages are not held any more. Each is published by itself.")
            )

    def _hold(self, request: HttpRequest) -> HttpResponse:
        if not self.may_end:
            raise PermissionDenied
        form = self.form(request.POST)
        if not form.is_valid():
            return self._answer(form, status=422)
        chosen = set(form.cleaned_data["pages"])
        pages = [page.specific for page in self.targets() if str(page.pk) in chosen]
        at: datetime | None = form.cleaned_data["at"]
        try:
            releases.hold(self.source, pages, request.user, at=at)
        except ValidationError as error:
            form.add_error(None, error)
            return self._answer(form, status=422)
        messages.success(request, _("The languages are held until all of them are ready."))
        return redirect(self.url)

    def _ready(self, request: HttpRequest) -> None:
        item = next((one for one in self.items if str(one.pk) == request.POST.get("item")), None)
        if item is None:
            raise ValidationError(_("These pages are not held any more."))
        if not item.page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        revision: Revision | None = item.page.get_latest_revision()
        if revision is None:
            page = item.page.specific
            revision = page.save_revision(user=request.user, changed=False, clean=False)
        elif str(revision.pk) != request.POST.get("revision"):
            raise ValidationError(
                _("The text was changed since you opened it. Look at it once more.")
            )
        releases.mark_ready(item, revision, request.user)

    def _tell(self, request: HttpRequest, release: Release) -> None:
        release.refresh_from_db()
        if release.state == Release.State.RELEASED:
            messages.success(request, _("All languages were published together."))
        elif release.refusals:
            messages.error(request, " ".join(release.refusals))
