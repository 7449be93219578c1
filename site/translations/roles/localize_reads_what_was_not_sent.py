"""wagtail-localize fails where a request lacks what it reads: a file, a header of it, a text.

A PO file from another program has no ``X-WagtailLocalize-TranslationID``, and a form may be sent without a
file: both ended in an error of the server. Here they get the sentence that a file which is no PO file gets;
nothing has been written by then. Delete when
``tests/translations/roles/test_localize_reads_what_was_not_sent.py`` says that it looks first.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.views import edit_translation

original_upload = edit_translation.upload_pofile
original_text = edit_translation.edit_string_translation
original_own = edit_translation.edit_override


@wraps(original_upload)
def upload_pofile(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """Read a PO file; say so where there is none."""
    try:
        answer: HttpResponseBase = original_upload(request, *args, **kwargs)
    except KeyError:
        messages.error(request, _("Please upload a valid PO file."))
        return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))
    return answer


def _with_a_value(original: Any) -> Any:
    @wraps(original)
    def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            answer: HttpResponseBase = original(request, *args, **kwargs)
        except KeyError:
            return JsonResponse({"message": _("This could not be read.")}, status=400)
        return answer

    return view


def apply() -> None:
    """Stand before the addresses, which are looked up after this."""
    edit_translation.upload_pofile = upload_pofile
    edit_translation.edit_string_translation = _with_a_value(original_text)
    edit_translation.edit_override = _with_a_value(original_own)
