"""wagtail-localize fails where a request lacks what it reads: a file, a header of it, a text.

A PO file from another program has no ``X-WagtailLocalize-TranslationID``, and a form may be sent without a
file: both ended in an error of the server. Here they get the sentence that a file which is no PO file gets;
nothing has been written by then. A file of many megabytes, of which each entry is looked up by itself, kept
a worker busy for minutes; it is not read. Delete when
``tests/translations/roles/test_localize_reads_what_was_not_sent.py`` says that it looks first.
"""

from __future__ import annotations

from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.views import edit_translation

#: Bytes; the longest page of a site has a tenth of it.
MOST: Final = 2 * 1024 * 1024

original_upload = edit_translation.upload_pofile
original_text = edit_translation.edit_string_translation
original_own = edit_translation.edit_override


@wraps(original_upload)
def upload_pofile(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """Read a PO file; say so where there is none, or one that is too large."""
    if any((file.size or 0) > MOST for file in request.FILES.getlist("file")):
        words = {"most": filesizeformat(MOST)}
        return _back(request, _("The PO file is too large: at most %(most)s.") % words)
    try:
        answer: HttpResponseBase = original_upload(request, *args, **kwargs)
    except KeyError:
        return _back(request, _("Please upload a valid PO file."))
    return answer


def _back(request: HttpRequest, sentence: str) -> HttpResponseBase:
    """Send her back to where she came from with a sentence that says why."""
    messages.error(request, sentence)
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


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
