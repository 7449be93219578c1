"""The whole form, sent at once: what was written is saved, and what cannot be is given back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail_localize.models import SegmentOverride

from translations.editor import actions, overrides, page
from translations.editor.desk import Desk
from translations.editor.lines import Refused
from translations.editor.strays import SEEN, TEXT, Stray, strays_of
from translations.segments import Conflict, Row, Standing, Written, confirm, write
from translations.texts import mark_of

#: How a form names a value that a version has of its own.
OWN = "own-"
OWN_NAME: Final = re.compile(rf"{OWN}\d{{1,18}}")


class Sent:
    """The whole form, sent at once: by whoever works without script, and before each action."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.data = desk.request.POST
        self.refused: dict[str, Refused] = {}
        self.saved = 0
        #: What was typed for what the source does not have any more, and nothing took the place of.
        self.strays: list[Stray] = []

    def answer(self) -> HttpResponseBase:
        """Save what was written, do what was asked, and open the editor again."""
        action = self.data.get("action", "save-texts")
        with transaction.atomic():
            self._save_texts()
            self._save_overrides()
            if action == "confirm-selected":
                self._confirm_selected()
        self._give_back()
        self.desk.forget()
        if self.refused or self.strays:
            messages.error(
                self.desk.request,
                _(
                    "Not everything could be saved: see the marked texts. Nothing you wrote is lost."
                ),
            )
            return page.answer(self.desk, self.refused, self.strays, status=422)
        if action not in ("save-texts", "confirm-selected"):
            answer = self._perform(action)
            if answer is not None:
                return answer
        elif self.saved:
            messages.success(
                self.desk.request, _("Texts saved: %(count)s.") % {"count": self.saved}
            )
        return redirect(self.desk.address())

    def answer_locked(self) -> HttpResponseBase:
        """Save nothing, and show what was typed, to be copied: somebody locked the page meanwhile."""
        sentence = _("The page is locked: nothing was saved.")
        messages.error(self.desk.request, sentence)
        for row in self.desk.rows:
            typed = self.data.get(f"{TEXT}{row.key}")
            if typed is not None and not row.is_as_stored(typed):
                self.refused[str(row.key)] = Refused(typed, faults=[sentence])
        for one in self.desk.overrides:
            value = self._chosen(one)
            if value is not None:
                self.refused[one.name] = Refused(value, faults=[sentence])
        self._give_back()
        if self.refused or self.strays:
            return page.answer(self.desk, self.refused, self.strays, status=423)
        return redirect(self.desk.address())

    def _perform(self, action: str) -> HttpResponseBase | None:
        try:
            return actions.perform(self.desk, action)
        except ValidationError as error:
            messages.error(self.desk.request, actions.sentences_of(error))
            return None

    def _save_texts(self) -> None:
        for key, row in self.desk.by_key.items():
            typed = self.data.get(f"{TEXT}{key}")
            if typed is not None and not row.is_as_stored(typed):
                seen = self.data.get(f"{SEEN}{key}", "")
                self._do(row, typed, partial(self._write, row, typed, seen))

    def _write(self, row: Row, typed: str, seen: str) -> None:
        if seen != row.mark and _is_unchanged(row, typed, seen):
            return  # she wrote nothing here; another did, and the page opens again with it
        write(self.desk.user, self.desk.translation, row, typed, seen)
        self.saved += 1

    def _give_back(self) -> None:
        """Find what was typed for texts that are gone: it goes to the text in its place, or above all."""
        translation = self.desk.translation
        strays = strays_of(
            translation.source.object_id,
            translation.target_locale_id,
            self.data,
            self.desk.by_key,
        )
        rows = [row for row in self.desk.rows if f"{TEXT}{row.key}" not in self.data]
        for stray in strays:
            heir = stray.heir_among(rows)
            if heir is None or str(heir.key) in self.refused:
                self.strays.append(stray)
            elif not heir.is_as_stored(stray.typed):
                self.refused[str(heir.key)] = _to_be_looked_at(stray, heir)
        self._give_back_addresses()

    def _give_back_addresses(self) -> None:
        sent = {
            int(name.removeprefix(OWN)): str(self.data[name]).strip()
            for name in self.data
            if OWN_NAME.fullmatch(name)
        }
        if not sent:
            return
        known = {one.context for one in self.desk.overrides}
        # The number of an image says nothing to anybody.
        gone = {
            context: value
            for context, value in sent.items()
            if context not in known and value and not value.isdecimal()
        }
        stored = dict(
            SegmentOverride.objects.filter(
                context__in=gone,
                context__object_id=self.desk.translation.source.object_id,
                locale_id=self.desk.translation.target_locale_id,
            ).values_list("context", "data_json")
            if gone
            else ()
        )
        self.strays += [
            Stray(value)
            for context, value in gone.items()
            if json.dumps(value) != stored.get(context)
        ]

    def _chosen(self, one: overrides.Override) -> str | None:
        """Return what was chosen or written in place of the source's value; None where nobody did."""
        value = self.data.get(one.name)
        return None if value == str(one.own if one.has_own else "") else value

    def _confirm_selected(self) -> None:
        for key in self.data.getlist("selected"):
            row = self.desk.by_key.get(key)
            if row is None or key in self.refused or not row.needs_confirming:
                continue
            if not row.is_as_stored(self.data.get(f"{TEXT}{key}", row.typed)):
                continue  # written just now, and so confirmed
            seen = self.data.get(f"{SEEN}{key}", "")
            self._do(row, row.typed, partial(self._confirm, row, seen))

    def _confirm(self, row: Row, seen: str) -> None:
        confirm(self.desk.user, self.desk.translation, row, seen)
        self.saved += 1

    def _do(self, row: Row, typed: str, deed: Callable[[], None]) -> None:
        """Do it; note what was typed where it is refused. A refusal comes before anything is written."""
        try:
            deed()
        except Conflict as conflict:
            self.refused[str(row.key)] = Refused(typed, conflict.theirs)
        except ValidationError as error:
            self.refused[str(row.key)] = Refused(typed, faults=list(error.messages))

    def _save_overrides(self) -> None:
        if not any(name.startswith(OWN) for name in self.data):
            return
        for one in self.desk.overrides:
            value = self._chosen(one)
            if value is None:
                continue
            seen = self.data.get(f"{SEEN}{one.name}", "")
            try:
                overrides.put(self.desk.user, self.desk.translation, one, value, seen)
                self.saved += 1
            except Conflict as conflict:
                self.refused[one.name] = Refused(value, conflict.theirs)
            except ValidationError as error:
                self.refused[one.name] = Refused(value, faults=list(error.messages))


def _is_unchanged(row: Row, typed: str, seen: str) -> bool:
    try:
        data = row.stored(typed)
    except ValidationError:
        return False
    return (mark_of(data) if data else "") == seen


def _to_be_looked_at(stray: Stray, heir: Row) -> Refused:
    """Return what was typed for the text before, in the field of the one that took its place."""
    sentence = _(
        "The source text has changed while you wrote. What you wrote stands in the field and is not "
        "saved yet: compare it with the new source text and save it again."
    )
    # Where somebody has done the new text already, both are shown.
    is_done = heir.standing == Standing.CONFIRMED
    theirs = Written(heir.text, heir.written_by, heir.written_at) if is_done else None
    return Refused(stray.typed, theirs, [sentence])
