"""wagtail-localize stores what a PO file or its own editor sends, sign by sign.

A line break in a title stopped the mails that name the page (a mail refuses it in its subject, so nobody
learnt what waits for review), PostgreSQL refuses a NUL, and a sign that turns the direction of writing
disguises all that comes after it. Our editor tidies what is typed; here it is done for the other doors,
before a text is stored. Delete when ``tests/translations/editor/test_localize_takes_any_sign.py`` says that
upstream does.
"""

from __future__ import annotations

import re
from typing import Any, Final

from django.db.models.signals import pre_save
from wagtail_localize.models import StringTranslation

from translations.editor.notation import tidied
from translations.editor.rules import rule_of

UNTIDY: Final = re.compile(r"[\x00-\x1f\x7f\u202d\u202e]")


def tidy(sender: type[StringTranslation], instance: StringTranslation, **kwargs: Any) -> None:
    """Take out what no text has; in a field of one line, line breaks too. No query for a clean text."""
    if not UNTIDY.search(instance.data):
        return
    instance.data = tidied(instance.data)
    context = instance.context
    model = context.object.content_type.model_class() if context is not None else None
    if model is not None and not rule_of(model, context.path).has_lines:
        instance.data = " ".join(instance.data.split())


def apply() -> None:
    """Look at each text before it is stored."""
    pre_save.connect(tidy, sender=StringTranslation, dispatch_uid="tidy-texts")
