"""The translator's pages: what waits, the film's captions one by one, and PO files out and in."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.text import slugify
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from core import languages
from videos.caption_translation import lines, overview, page, po, rights
from videos.caption_translation.lines import Line
from videos.caption_translation.workbench import (
    Change,
    Conflict,
    NotFinishedError,
    Outcome,
    Workbench,
)
from videos.cues import CueError

PER_PAGE = 25
#: Names of the fields of the page's form, before the key of the caption.
TEXT, CONFIRM = "text:", "confirm:"
HOME = {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")}
LIST = {"url": reverse_lazy("videos:captions_to_translate"), "label": _("Captions to translate")}


def sent_away(request: HttpRequest) -> HttpResponseBase:
    """Answer as the admin does to those who may not come in."""
    response: HttpResponseBase = permission_denied(request)
    return response


class AdminPage(WagtailAdminTemplateMixin, View):
    """A page of the admin."""

    def shown(self, status: int = 200, **context: Any) -> HttpResponseBase:
        """Return the page with ``context``."""
        response: HttpResponseBase = self.render_to_response(
            self.get_context_data(**context), status=status
        )
        return response


class CaptionsToTranslate(AdminPage):
    """The films whose captions a translator may translate, in one language, what waits first."""

    template_name = "videos/admin/caption_translation/list.html"
    page_title = _("Captions to translate")
    header_icon = "openquote"
    breadcrumbs_items = [HOME, {"url": "", "label": _("Captions to translate")}]

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Show the list in the language asked for, else in the first that is hers."""
        codes = list(rights.languages_to_offer(request.user))
        if not codes:
            return sent_away(request)
        asked = request.GET.get("language", "")
        code = asked if asked in codes else self._first(request, codes)
        jobs = overview.jobs_of(request.user, code)
        shown = Paginator(jobs, PER_PAGE).get_page(request.GET.get("p"))
        overview.measure(list(shown.object_list))
        waiting = sum(job.standing != overview.Standing.READY for job in jobs)
        return self.shown(
            languages=[(other, languages.endonym(other)) for other in codes],
            code=code,
            endonym=languages.endonym(code),
            page=shown,
            waiting=waiting,
            ready=len(jobs) - waiting,
        )

    @staticmethod
    def _first(request: HttpRequest, codes: list[str]) -> str:
        """Return the language she most likely comes for: not the one most films are spoken in."""
        own = [code for code in rights.languages_of(request.user) if code in codes] or codes
        return next((code for code in own if code != settings.LANGUAGE_CODE), own[0])


class BenchMixin:
    """Opens the workbench of a track and a language for those who may use it."""

    bench: Workbench

    def dispatch(self, request: HttpRequest, pk: int, code: str) -> HttpResponseBase:
        """Refuse a track that is not translated, and a person who may not write in the language."""
        self.bench = Workbench.open(pk, code)
        if not rights.may_translate(request.user, code, self.bench.source.video):
            return self.refuse(request)
        return super().dispatch(request, pk, code)  # type: ignore[misc, no-any-return]

    def refuse(self, request: HttpRequest) -> HttpResponseBase:
        """Send her away with a message, as the admin does."""
        return sent_away(request)

    @property
    def url(self) -> str:
        """Return the address of the translator's page."""
        return reverse("videos:track_translate", args=[self.bench.source.pk, self.bench.code])


class TranslateTrack(BenchMixin, AdminPage):
    """The captions of one film, one below the other, with a field for the other language beside each."""

    template_name = "videos/admin/caption_translation/translate.html"
    header_icon = "openquote"

    def get(self, request: HttpRequest, pk: int, code: str) -> HttpResponseBase:
        """Show what is there."""
        return self._page()

    def post(self, request: HttpRequest, pk: int, code: str) -> HttpResponseBase:
        """Save the whole form; then finish the translation, or say that it is checked, if asked to."""
        outcome = self.bench.save(self._changes(request), request.user)
        if outcome.conflicts or outcome.unknown:
            messages.error(request, _("Not everything was saved: see the captions marked below."))
            return self._page(outcome, status=409)
        action = request.POST.get("action", "save")
        try:
            if action == "finish":
                self.bench.finish(request.user)
            elif action == "check":
                self.bench.check(request.user)
            else:
                messages.success(request, self._saved(len(outcome.saved)))
                return redirect(self._same_order(request))
        except NotFinishedError as error:
            messages.error(request, _("The translation is saved, but it is not finished yet."))
            return self._page(lacking=[entry.number for entry in error.entries], status=422)
        except CueError as error:
            messages.error(request, error.message)
            return self._page(status=422)
        messages.success(
            request,
            self._finished(action),
            buttons=[messages.button(self.url, _("Back to the captions"))],
        )
        return redirect(f"{LIST['url']}?language={code}")

    def _changes(self, request: HttpRequest) -> list[Change]:
        try:
            bases = json.loads(request.POST.get("bases", ""))
        except ValueError:
            bases = {}
        return [
            Change(
                key=(key := name.removeprefix(TEXT)),
                text=str(text),
                base=lines.base_of(key, bases),
                confirms=CONFIRM + key in request.POST,
            )
            for name, text in request.POST.items()
            if name.startswith(TEXT)
        ]

    def _same_order(self, request: HttpRequest) -> str:
        order = request.GET.get("order")
        return f"{self.url}?order={order}" if order in ("time", "todo") else self.url

    @staticmethod
    def _saved(count: int) -> str:
        return ngettext("%(count)s text saved.", "%(count)s texts saved.", count) % {"count": count}

    def _finished(self, action: str) -> str:
        said = (
            gettext("The machine's captions of “%(film)s” in %(language)s are marked as checked.")
            if action == "check"
            else gettext(
                "Finished. Whoever watches “%(film)s” can now choose captions in %(language)s."
            )
        )
        return said % {
            "film": self.bench.source.video.title,
            "language": languages.endonym(self.bench.code),
        }

    def _page(
        self,
        outcome: Outcome | None = None,
        lacking: list[int] | None = None,
        status: int = 200,
    ) -> HttpResponseBase:
        conflicts: dict[str, Conflict] = outcome.conflicts if outcome else {}
        order = self.request.GET.get("order")
        to_do_first = order == "todo" or (order != "time" and self.bench.is_outdated)
        speakers, captions = lines.lines_of(
            self.bench.alignment, conflicts, to_do_first=to_do_first
        )
        return self.shown(
            status,
            speakers=speakers,
            captions=captions,
            to_do_first=to_do_first,
            lacking=lacking or [],
            unknown=outcome.unknown if outcome else {},
            **page.context_of(self.bench),
        )

    def get_page_title(self) -> str:
        """Return the title of the page."""
        return str(_("Translate captions"))

    def get_page_subtitle(self) -> str:
        """Return which film."""
        return str(self.bench.source.video.title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list in the same language."""
        return _trail(self.bench, [{"url": "", "label": self.bench.source.video.title}])


class SaveCaption(BenchMixin, View):
    """Saves one text as it is typed. Answers in JSON; residents see nothing of it."""

    def refuse(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with a status a script understands."""
        raise PermissionDenied

    def post(self, request: HttpRequest, pk: int, code: str) -> HttpResponseBase:
        """Keep the text; 409 with the other's where somebody was first, 410 where the caption is gone."""
        key, text = request.POST.get("key"), request.POST.get("text")
        if key is None or text is None:
            return JsonResponse({}, status=400)
        base = request.POST.get("base", "")
        change = Change(key, text, base, confirms="confirm" in request.POST)
        outcome = self.bench.save([change], request.user)
        entry = self.bench.alignment.by_key.get(key)
        if entry is None:
            return JsonResponse({}, status=410)
        answer: dict[str, Any] = {
            "token": entry.token,
            "text": entry.text,
            "state": entry.state,
            "fault": str(entry.fault or ""),
            "time": lines.saved_at(),
            **page.progress(self.bench),
        }
        if key in outcome.conflicts:
            answer["by"] = Line(entry).by
            return JsonResponse(answer, status=409)
        return JsonResponse(answer)


class DownloadPo(BenchMixin, View):
    """The captions as a PO file."""

    def get(self, request: HttpRequest, pk: int, code: str) -> HttpResponseBase:
        """Send the file, named for the film and the language."""
        name = slugify(self.bench.source.video.title) or f"film-{self.bench.source.video_id}"
        return HttpResponse(
            po.export(self.bench),
            content_type=po.MEDIA_TYPE,
            headers={
                "Content-Disposition": f'attachment; filename="{name}-{code}.po"',
                "X-Content-Type-Options": "nosniff",
                "Cache-Control": "private, no-store",
            },
        )


class UploadPo(BenchMixin, AdminPage):
    """Takes the texts of a PO file, and says of each that it did not take why."""

    template_name = "videos/admin/caption_translation/upload_po.html"
    page_title = _("Upload a PO file")
    header_icon = "upload"

    def get(self, request: HttpRequest, pk: int, code: str) -> HttpResponseBase:
        """Show the form."""
        return self._page()

    def post(self, request: HttpRequest, pk: int, code: str) -> HttpResponseBase:
        """Take the file; show what became of it."""
        upload = request.FILES.get("file")
        if upload is None:
            return self._page(error=_("Choose a file."), status=422)
        if upload.size is None or upload.size > po.MAX_SIZE:
            return self._page(error=_("The file is too large: at most 1 MB."), status=422)
        try:
            found = po.read(upload.read(), self.bench)
        except po.PoError as error:
            return self._page(error=error.message, status=422)
        return self._page(report=po.take(found, self.bench, request.user))

    def _page(self, status: int = 200, **given: Any) -> HttpResponseBase:
        return self.shown(status, **page.context_of(self.bench), **given)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the captions."""
        film = {"url": self.url, "label": self.bench.source.video.title}
        return _trail(self.bench, [film, {"url": "", "label": self.page_title}])


def _trail(bench: Workbench, rest: list[dict[str, Any]]) -> list[dict[str, Any]]:
    here = {"url": f"{LIST['url']}?language={bench.code}", "label": LIST["label"]}
    return [HOME, here, *rest]
