"""The boxes beside a deed: which versions follow, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from translations.lifecycle.decisions import Deed, leave_out, take_back
from translations.lifecycle.listing import Row, rows_of
from translations.models import LeftOut

#: Sent with the boxes: one that is not ticked is not sent, and is told by this from one not shown.
ASKED = "followers"
REASON: Any = LeftOut._meta.get_field("reason")
HEADINGS: dict[str, str | Promise] = {
    Deed.LIVE: _("Withdrawn with it"),
    Deed.PLACE: _("Moved with it"),
    Deed.RESTRICTION: _("The same readers"),
    Deed.DELETION: _("Deleted with it"),
}
HELPS: dict[str, str | Promise] = {
    Deed.LIVE: _(
        "These translations are unpublished too, and go out again when this page is published. "
        "Untick one that is to stay public, and say why."
    ),
    Deed.PLACE: _(
        "These translations move too, where the new parent has a version in their language. "
        "Untick one that is to stay where it is, and say why."
    ),
    Deed.RESTRICTION: _(
        "These translations can be seen by the same people. "
        "Untick one that is to stay as it is, and say why."
    ),
    Deed.DELETION: _(
        "These translations are deleted too. "
        "Untick one that is to stay, and say why: it stands on its own from then on."
    ),
}


class FollowersForm(forms.Form):
    """One box for each version that a deed is carried to, with the reason for leaving it out.

    Not bound where the boxes were not shown: then nothing is left out. A version that came into being
    after the boxes were shown has none: the form is refused and shows it.
    """

    def __init__(self, rows: Sequence[Row], deed: str, data: Mapping[str, Any] | None = None):
        super().__init__(data if data and ASKED in data else None)
        self.rows, self.deed = rows, deed
        for row in rows:
            decision = row.decision
            self.fields[f"follow-{row.key}"] = forms.BooleanField(
                required=False, initial=decision is None
            )
            self.fields[f"reason-{row.key}"] = forms.CharField(
                label=_("Reason"),
                required=False,
                max_length=REASON.max_length,
                initial=decision.reason if decision else "",
            )

    @classmethod
    def for_deed(
        cls, pages: Sequence[Page], deed: str, request: Any, *, with_subpages: bool = False
    ) -> FollowersForm:
        """Return the form about what follows ``pages``, answered if ``request`` has the answers."""
        data = request.POST if request.method == "POST" else None
        return cls(rows_of(pages, deed, with_subpages=with_subpages), deed, data)

    @property
    def heading(self) -> str | Promise:
        """Return what happens to the versions."""
        return HEADINGS[self.deed]

    @property
    def help(self) -> str | Promise:
        """Return what the boxes mean."""
        return HELPS[self.deed]

    @property
    def names_sources(self) -> bool:
        """Tell whether the versions are of more than one page."""
        return len({row.source.pk for row in self.rows}) > 1

    def boxes(self) -> Iterator[tuple[Row, Any, Any]]:
        """Yield each row with its box and its reason."""
        for row in self.rows:
            yield row, self[f"follow-{row.key}"], self[f"reason-{row.key}"]

    def clean(self) -> dict[str, Any]:
        """Ask for a reason for each version that is left out."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for row in self.rows:
            reason = f"reason-{row.key}"
            if data.get(f"follow-{row.key}") or data.get(reason) or reason in self.errors:
                continue
            self.add_error(reason, _("Say why this version is left out."))
        return data

    def _left_out(self, row: Row) -> str:
        if not self.is_bound or self.cleaned_data[f"follow-{row.key}"]:
            return ""
        return str(self.cleaned_data[f"reason-{row.key}"])

    def reasons(self, pages: Iterable[Page] | None = None) -> dict[int, str]:
        """Return by locale id why the versions of ``pages``, or of all, are left out."""
        wanted = None if pages is None else {page.pk for page in pages}
        return {
            row.version.locale_id: reason
            for row in self.rows
            if (wanted is None or row.source.pk in wanted) and (reason := self._left_out(row))
        }

    def going(self) -> set[int]:
        """Return the ids of the pages that the deed is carried to."""
        return {row.target.pk for row in self.rows if row.target and not self._left_out(row)}

    def put_on_record(self) -> None:
        """Put on record what is left out, whether it makes a difference or not."""
        for row in self.rows:
            reason = self._left_out(row)
            if reason and row.target is not None:
                leave_out(row.version, self.deed, reason, page=row.target.specific)

    def take_back(self) -> None:
        """Forget earlier decisions about the versions that are to follow now."""
        if not self.is_bound:
            return
        for row in self.rows:
            if row.target is not None and row.decision and not self._left_out(row):
                take_back(row.version, self.deed, page=row.target.specific)
