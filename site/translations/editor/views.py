"""The editor's page and the addresses its script saves to.

Each address asks for itself who may do what: they are open to anybody who is let into the admin.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.core import signing
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_GET
from wagtail.models import Page
from wagtail.utils.decorators import xframe_options_sameorigin_override
from wagtail_localize.models import Translation

from translations.editor import overrides, page
from translations.editor.desk import Desk
from translations.editor.lines import Line, Refused, told
from translations.editor.opening import READ_WITH
from translations.editor.preview import ephemeral
from translations.editor.sent import Sent
from translations.segments import (
    Conflict,
    Dropped,
    Gone,
    Key,
    Row,
    bring_back,
    confirm,
    drop,
    write,
)


def show(request: HttpRequest, translation: Translation, instance: Any) -> HttpResponseBase:
    """Answer the edit address of a page or row that is a translation: show its texts, or save them."""
    desk = Desk(request, translation, instance)
    if not desk.may_open:
        raise PermissionDenied
    if request.method != "POST":
        return page.answer(desk)
    return Sent(desk).answer() if desk.may_write else Sent(desk).answer_locked()


# What the script asks -----------------------------------------------------------------------------


def desk_of(request: HttpRequest, translation_id: int) -> Desk:
    """Return the desk of a translation that the user may write. Raises PermissionDenied, Http404."""
    translation = get_object_or_404(
        Translation.objects.select_related(*READ_WITH),
        pk=translation_id,
        enabled=True,
    )
    try:
        instance = translation.get_target_instance()
    except ObjectDoesNotExist as error:
        raise Http404 from error
    desk = Desk(request, translation, instance)
    if not desk.may_open:
        raise PermissionDenied
    return desk


class Asked(View):
    """A question of the editor's script: answered in JSON, also where it is refused."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Turn what is refused into an answer with a sentence for the user."""
        self.desk = desk_of(request, kwargs["translation_id"])
        if not self.desk.may_write:
            return _sentence(_("The page is locked: nothing was saved."), 423)
        try:
            return super().dispatch(request, *args, **kwargs)
        except Gone:
            return _sentence(
                _(
                    "Not saved: the source text has changed. Copy your text and load the page again."
                ),
                410,
            )
        except ValidationError as error:
            return _sentence(" ".join(error.messages), 422)

    def sent(self) -> dict[str, Any]:
        """Return what the script sent. Raises ValidationError where that is no JSON object."""
        try:
            found = json.loads(self.request.body or b"{}")
        except ValueError as error:
            raise ValidationError(_("This could not be read.")) from error
        if not isinstance(found, dict):
            raise ValidationError(_("This could not be read."))
        return found


class TextView(Asked):
    """One text: written (PUT), confirmed (POST), dropped (DELETE)."""

    def put(self, request: HttpRequest, **kwargs: int) -> HttpResponse:
        """Save what was typed, or bring back what was dropped."""
        sent = self.sent()
        if "undo" in sent:
            dropped = self._dropped(str(sent["undo"]))
            return self._do(lambda row: bring_back(self.desk.translation, row, dropped))
        typed = str(sent.get("text", ""))
        return self._do(lambda row: write(*self._who, row, typed, str(sent.get("seen", ""))))

    def post(self, request: HttpRequest, **kwargs: int) -> HttpResponse:
        """Confirm the text."""
        sent = self.sent()
        return self._do(lambda row: confirm(*self._who, row, str(sent.get("seen", ""))))

    def delete(self, request: HttpRequest, **kwargs: int) -> HttpResponse:
        """Take the text away; the answer says how to bring it back (``undo``)."""
        sent = self.sent()
        return self._do(lambda row: drop(*self._who, row, str(sent.get("seen", ""))))

    @property
    def _salt(self) -> str:
        """Return what binds an ``undo`` to its text in its language."""
        key = Key(self.kwargs["context"], self.kwargs["string"])
        return f"translation-editor-undo-{self.desk.translation.pk}-{key}"

    def _dropped(self, undo: str) -> Dropped:
        try:
            return Dropped(*signing.loads(undo, salt=self._salt))
        except signing.BadSignature as error:
            raise ValidationError(_("This could not be read.")) from error

    @property
    def _who(self) -> tuple[Any, Translation]:
        return self.desk.user, self.desk.translation

    def _do(self, deed: Callable[[Row], Any]) -> HttpResponse:
        key = Key(self.kwargs["context"], self.kwargs["string"])
        row = self.desk.by_key.get(str(key))
        if row is None:
            raise Gone(key)
        try:
            done = deed(row)
        except Conflict as conflict:
            line = self._line(row, Refused("", conflict.theirs))
            theirs = replace(row, text=conflict.theirs.data)
            return JsonResponse(
                {
                    "by": conflict.theirs.by,
                    "seen": conflict.theirs.mark,
                    "typed": theirs.typed,
                    "view": line.theirs_view,
                },
                status=409,
            )
        self.desk.read_again()
        answer = told(self.desk, self._line(self.desk.by_key[str(key)]))
        if isinstance(done, Dropped):
            answer["undo"] = signing.dumps(done, salt=self._salt, compress=True)
        return JsonResponse(answer)

    def _line(self, row: Row, refused: Refused | None = None) -> Line:
        return Line(row, self.desk.targets.get(str(row.key), {}), refused)


class OwnView(Asked):
    """The version's own image, file, film or address: put (PUT) or taken away (DELETE)."""

    def put(self, request: HttpRequest, **kwargs: int) -> HttpResponse:
        """Save what was chosen."""
        sent = self.sent()
        return self._put(sent.get("value"), str(sent.get("seen", "")))

    def delete(self, request: HttpRequest, **kwargs: int) -> HttpResponse:
        """Go back to the source's."""
        return self._put(None, str(self.sent().get("seen", "")))

    def _put(self, value: Any, seen: str) -> HttpResponse:
        desk, context = self.desk, self.kwargs["context"]
        one = overrides.override_at(desk.translation, desk.source, context)
        try:
            overrides.put(desk.user, desk.translation, one, value, seen)
        except Conflict as conflict:
            name = conflict.theirs.by or _("Somebody else")
            sentence = _("%(name)s has chosen another meanwhile. Load the page again.")
            return _sentence(sentence % {"name": name}, 409)
        now = overrides.override_at(desk.translation, desk.source, context)
        return JsonResponse({"seen": now.mark, "hasOwn": now.has_own})


def _sentence(text: str, status: int) -> JsonResponse:
    return JsonResponse({"message": text}, status=status)


@method_decorator(require_GET, name="dispatch")
@method_decorator(xframe_options_sameorigin_override, name="dispatch")
class PreviewView(View):
    """The page with the texts as they are now."""

    def get(self, request: HttpRequest, translation_id: int, mode: str = "") -> HttpResponseBase:
        """Return the page as a reader would see it: without the bar for staff, too."""
        desk = desk_of(request, translation_id)
        if not isinstance(desk.instance, Page):
            raise Http404
        wanted = mode or desk.instance.default_preview_mode
        if wanted not in dict(desk.instance.preview_modes):
            raise Http404
        shown = ephemeral(desk.translation)
        answer: HttpResponseBase = shown.make_preview_request(
            request, wanted, extra_request_attrs={"COOKIES": {}}
        )
        return answer
