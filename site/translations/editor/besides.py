"""What a version lacks that stands in none of its texts: said above them in the editor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from core import languages
from translations.editor.actions import register_head_part
from translations.editor.desk import Desk
from translations.forms import field_of, form_gaps
from translations.freshness import gaps_of
from translations.models import LanguageVersion, Original


@register_head_part
def what_else_is_lacking(desk: Desk) -> SafeString | str:
    """Return in which fields links, pictures or order changed, and whether the source is outdated itself.

    A query; another where the version is out of date.
    """
    if not desk.is_page:
        return ""
    key = desk.translation.source.object_id
    versions = {row.locale_id: row for row in LanguageVersion.objects.filter(translation_key=key)}
    own = versions.get(desk.translation.target_locale_id)
    if own is None or not own.is_live or not own.outdated:
        return ""
    middle = versions.get(own.source_locale_id)
    context = {
        "fields": _fields(desk.source, own),
        "middle": languages.endonym(desk.source_code) if middle and middle.outdated else "",
        "middle_lang": languages.html_lang(desk.source_code),
        "middle_dir": languages.direction(desk.source_code),
    }
    if not context["fields"] and not context["middle"]:
        return ""
    return render_to_string("translations/editor/includes/besides.html", context, desk.request)


def _fields(source: Any, version: LanguageVersion) -> list[str]:
    original = Original.objects.of(version.translation_key, version.source_locale_id).first()
    if original is None:
        return []
    texts = gaps_of(original.segments, version.shown)
    return _names(source, (gap.path for gap in form_gaps(original.forms, version.forms, texts)))


def _names(source: Any, paths: Iterable[str]) -> list[str]:
    """Return what the form calls the fields at ``paths``, each once."""
    names = []
    for name in dict.fromkeys(map(field_of, paths)):
        try:
            field = source._meta.get_field(name)
        except FieldDoesNotExist:  # of a page type that was changed since
            continue
        names.append(capfirst(str(getattr(field, "verbose_name", name))))
    return names
