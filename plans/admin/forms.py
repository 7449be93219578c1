"""The rows of the progress desk, and the form of one report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from core import languages
from core.freshness import today
from plans.models import ProgressNote, ProgressReport
from plans.telling import News, State


class NoteField(forms.CharField):
    """What is said of a report, in one language."""

    def __init__(self, **options: Any) -> None:
        length = ProgressNote._meta.get_field("text").max_length
        box = forms.Textarea(attrs={"rows": 2})
        super().__init__(**{"required": False, "max_length": length, "widget": box, **options})


class StateForm(forms.Form):
    """How far an action is: its state, since when, and the figure of its measure."""

    state = forms.ChoiceField(label=_("State"), choices=ProgressReport.State.choices)
    reported_on = forms.DateField(
        label=_("Date"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    value = forms.DecimalField(
        label=_("Figure now"), required=False, max_digits=14, decimal_places=2, localize=True
    )

    def clean_reported_on(self) -> Any:
        """Refuse a day that is still to come."""
        day = self.cleaned_data["reported_on"]
        if day > today():
            raise ValidationError(_("This day is still to come."))
        return day


class ActionForm(StateForm):
    """One row of the desk. ``seen`` is the last report at the time the form was opened."""

    note = NoteField(label=_("Note"))
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, action_id: UUID, last: ProgressReport | None, data: Any = None) -> None:
        self.action_id = action_id
        initial = {
            "state": last.state if last else State.NOT_STARTED,
            "value": last.value if last else None,
            "reported_on": today(),
            "seen": last.pk if last else None,
        }
        super().__init__(data, initial=initial, prefix=f"a{action_id.hex}")

    @property
    def news(self) -> News:
        """Return what the row tells, once it is valid."""
        told = self.cleaned_data
        return News(
            self.action_id,
            State(told["state"]),
            told["reported_on"],
            told["value"],
            told["note"],
            told["seen"],
        )


class NoteForm(forms.Form):
    """A row of the desk for a translator: the note of the last report, in her language."""

    note = NoteField(label=_("Note"))
    report = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, last: ProgressReport, note: str, data: Any = None) -> None:
        super().__init__(data, initial={"note": note, "report": last.pk}, prefix=f"r{last.pk}")


class ReportForm(StateForm):
    """The last report of an action, corrected: a note in each language one may write."""

    def __init__(
        self, report: ProgressReport, notes: dict[int, str], locales: Iterable[Locale], data: Any
    ) -> None:
        self.report = report
        initial = {
            "state": report.state,
            "value": report.value,
            "reported_on": report.reported_on,
            **{f"note-{key}": text for key, text in notes.items()},
        }
        super().__init__(data, initial=initial)
        self.locales = list(locales)
        for locale in self.locales:
            self.fields[f"note-{locale.pk}"] = NoteField(
                label=_("Note (%(language)s)")
                % {"language": languages.endonym(locale.language_code)}
            )

    @property
    def notes(self) -> dict[int, str]:
        """Return the notes by locale."""
        return {one.pk: self.cleaned_data[f"note-{one.pk}"] for one in self.locales}

    def corrected(self) -> ProgressReport:
        """Return the report with what was sent; not saved."""
        self.report.state = self.cleaned_data["state"]
        self.report.value = self.cleaned_data["value"]
        self.report.reported_on = self.cleaned_data["reported_on"]
        return self.report
