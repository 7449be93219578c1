"""The progress desk: all actions of a plan in one table, saved at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from core import languages
from plans import telling
from plans.admin.forms import ActionForm, NoteForm, ReportForm
from plans.admin.rights import Rights, rights_on
from plans.models import PlanPage, ProgressNote, ProgressReport
from plans.outline import Action, Outline, outline_of
from plans.telling import NotTheLastError, last_told, reports_of


@dataclass(frozen=True)
class Row:
    """One action on the desk; ``goal`` is the heading before it, where a goal begins."""

    action: Action
    goal: str
    #: The report that may be corrected: the one made last, whatever day it tells of.
    correctable: ProgressReport | None
    form: ActionForm | NoteForm | None


class PlanView(WagtailAdminTemplateMixin, View):
    """A page about the progress of one plan, opened in one of its languages."""

    page: PlanPage
    rights: Rights
    header_icon = "tasks"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the plan."""
        super().setup(request, *args, **kwargs)
        found = get_object_or_404(PlanPage, pk=kwargs["page_id"])
        self.page = found.specific
        if not found.live:
            self.page = found.get_latest_revision_as_object()
        self.rights = rights_on(self.page, request.user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in those who keep the plan, and those who write in the language it was opened in."""
        if not (self.rights.may_tell or self.rights.may_write(self.page.locale)):
            raise PermissionDenied
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    @cached_property
    def outline(self) -> Outline:
        """Return the actions, with what was told of them."""
        return outline_of(self.page)

    @property
    def desk_url(self) -> str:
        """Return the address of the desk."""
        return reverse("plan_progress", args=[self.page.pk])

    def get_page_subtitle(self) -> str:
        """Return the title of the plan."""
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here: over the plan, which one may see without being able to edit it."""
        explore = reverse("wagtailadmin_explore", args=[self.page.pk])
        return [
            *WagtailAdminTemplateMixin.breadcrumbs_items,
            {"url": explore, "label": self.get_page_subtitle()},
            {"url": "", "label": self.get_page_title()},
        ]

    def answer(self, **context: Any) -> HttpResponse:
        """Return the page with ``context``."""
        context |= {
            "page": self.page,
            "rights": self.rights,
            "language": languages.endonym(self.page.language_code),
        }
        shown: HttpResponse = self.render_to_response(self.get_context_data(**context))
        return shown


class ProgressDeskView(PlanView):
    """All actions of a plan: state, date, figure and a note, and one button to save them all."""

    template_name = "plans/admin/desk.html"
    page_title = gettext_lazy("Progress")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the table."""
        return self.answer(rows=self._rows())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Record what is new; show all again, with what was sent, where a row is not right."""
        rows = self._rows(request.POST)
        forms = [row.form for row in rows if row.form is not None]
        faulty = [form for form in forms if not form.is_valid()]  # each says what is wrong with it
        if faulty:
            messages.error(request, _("Nothing was saved: please mend what is marked below."))
            return self.answer(rows=rows)
        if self.rights.may_tell:
            self._tell([form for form in forms if isinstance(form, ActionForm)])
        else:
            texts = {
                form.cleaned_data["report"]: form.cleaned_data["note"]
                for form in forms
                if isinstance(form, NoteForm)
            }
            count = telling.write_notes(self.page, self.page.locale, request.user, texts)
            self._say(count)
        return redirect(self.desk_url)

    def _rows(self, data: Any = None) -> list[Row]:
        reports, rows = reports_of(self.page), []
        latest = {key: found[0] for key, found in reports.items()}
        notes = {} if self.rights.may_tell else self._notes(latest)
        goals = [(f"{goal.number}. {goal.title}", goal.actions) for goal in self.outline.goals]
        for goal, actions in [*goals, ("", self.outline.actions)]:
            for place, action in enumerate(actions):
                form = self._form(action, latest.get(action.id), notes, data)
                correctable = last_told(reports.get(action.id, []))
                rows.append(Row(action, "" if place else goal, correctable, form))
        return rows

    def _form(
        self, action: Action, last: ProgressReport | None, notes: dict[int, str], data: Any
    ) -> ActionForm | NoteForm | None:
        if self.rights.may_tell:
            form = ActionForm(action.id, last, data)
            # An action that the plan has got since the form was opened is not in it.
            return form if data is None or form.add_prefix("state") in data else None
        if last is None:
            return None
        note = NoteForm(last, notes.get(last.pk, ""), data)
        return note if data is None or note.add_prefix("report") in data else None

    def _notes(self, latest: dict[Any, ProgressReport]) -> dict[int, str]:
        found = ProgressNote.objects.filter(
            report__in=list(latest.values()), locale=self.page.locale
        )
        return dict(found.values_list("report_id", "text"))

    def _tell(self, forms: list[ActionForm]) -> None:
        news = [form.news for form in forms]
        recorded = telling.tell(self.page, self.page.locale, self.request.user, news)
        self._say(len(recorded.actions))
        if recorded.overtaken:
            numbers = {action.id: action.number for action in self.outline}
            told = ", ".join(numbers[key] for key in recorded.overtaken if key in numbers)
            messages.warning(
                self.request,
                _(
                    "Somebody else had told of these actions since you opened the page: %(actions)s. "
                    "Both reports are kept; see which one holds."
                )
                % {"actions": told},
            )

    def _say(self, count: int) -> None:
        if not count:
            messages.info(self.request, _("There was nothing new to save."))
            return
        text = ngettext("%(count)s action was updated.", "%(count)s actions were updated.", count)
        messages.success(self.request, text % {"count": count})


class ReportView(PlanView):
    """The last report of an action: corrected, or taken back."""

    template_name = "plans/admin/report.html"
    page_title = gettext_lazy("Correct what was told last")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the report, among those of the plan."""
        super().setup(request, *args, **kwargs)
        reports = ProgressReport.objects.filter(plan_key=self.page.translation_key)
        self.report = get_object_or_404(reports, pk=kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in those only who keep the plan."""
        if not self.rights.may_tell:
            raise PermissionDenied
        last = last_told(reports_of(self.page).get(self.report.action_id, []))
        if last is None or last.pk != self.report.pk:
            return self._too_late()
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the form."""
        return self._show(self._form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Save the correction, or delete the report where that button was pressed."""
        form = self._form(request.POST)
        try:
            if "delete" in request.POST:
                telling.take_back(self.page, self.report, request.user)
                messages.success(request, _("What was told last is deleted."))
                return redirect(self.desk_url)
            if form.is_valid():
                telling.correct(self.page, form.corrected(), request.user, form.notes)
                messages.success(request, _("What was told last is corrected."))
                return redirect(self.desk_url)
        except NotTheLastError:
            return self._too_late()
        messages.error(request, _("Nothing was saved: please mend what is marked below."))
        return self._show(form)

    def _form(self, data: Any = None) -> ReportForm:
        notes = ProgressNote.objects.filter(report=self.report)
        texts = dict(notes.values_list("locale_id", "text"))
        return ReportForm(self.report, texts, self.rights.locales, data)

    def _show(self, form: ReportForm) -> HttpResponse:
        action = next((one for one in self.outline if one.id == self.report.action_id), None)
        return self.answer(form=form, action=action, desk_url=self.desk_url)

    def _too_late(self) -> HttpResponseBase:
        messages.error(
            self.request, _("Only what was told last can be changed, and something newer was told.")
        )
        return redirect(self.desk_url)
