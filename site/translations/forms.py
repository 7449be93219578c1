"""What of a page is neither text nor fact: links, pictures, numbers, and the order of what is written.

A body of text is the translation's own (ADR 0019): its links, pictures and order come from the source
when the version is made anew. Until then it shows older ones, though every text may be true. The
*form* of a field is a mark of all this; a version remembers the forms it was made of.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, cast

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from wagtail.blocks import (
    Block,
    CharBlock,
    ChooserBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
)
from wagtail.fields import StreamField
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

from core.facts.declared import declared
from core.facts.streams import raw_of
from translations.texts import UNSEEN, Change, Gap, Segments, is_figure, mark_of

#: What the editor of rich text calls its paragraphs by.
BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
#: What an untranslated sentence of a version is wrapped in (``translations.saving``).
WRAPPING = re.compile(r"</?span[^>]*>")
#: What an inline element has that leads somewhere.
LINK = frozenset({"href", "linktype"})
#: The mark of the form of each field, by its name.
Forms = dict[str, str]


def forms_of(instance: Any) -> Forms:
    """Return the forms of the fields of ``instance``; a field of one text alone has none.

    Where rows or blocks are carried as facts, each text among them has a form of its own, by its path.
    """
    return {name: _mark(part) for name, part in _parts(instance).items()}


def matching_forms(version: Segments, page: Any, source: Segments, original: Any) -> Forms:
    """Return the forms of ``original`` that ``page``, a version of it, really has.

    For a version of which nobody knows what it was made of: it shows the texts ``version``, the original
    those of ``source``. Its links, pictures and figures are compared, and the order of its texts; a value
    that a translator gave it is one it does not have. Its other fields have an empty form.
    """
    own, wanted = _parts(page), _parts(original)
    return {
        name: _mark(part)
        if _without_marks(own.get(name, [])) == _without_marks(part)
        and _order(version, name) == _order(source, name)
        else ""
        for name, part in wanted.items()
    }


def _without_marks(parts: list[Any]) -> list[Any]:
    return [[*part[:2], *part[3:]] if part[0] == "text" else part for part in parts]


def _order(segments: Segments, name: str) -> list[Sequence[str]]:
    return [entry[:2] for entry in segments if name in {entry[0], field_of(entry[0])}]


def _parts(instance: Any) -> dict[str, list[Any]]:
    """Return what each field has besides its texts, with their marks where they stand."""
    parts: dict[str, list[Any]] = defaultdict(list)
    facts = declared(cast("type[Model]", type(instance)))
    carried = {field.name for field in facts.streams} | {one.name for one in facts.relations}
    for segment in extract_segments(instance):
        name = field_of(segment.path)
        if name not in carried:
            parts[name] += _said(segment)
        elif isinstance(segment, StringSegmentValue | TemplateSegmentValue):
            # The rows and values around it are facts, and are there already.
            parts[segment.path] += _said(segment)
    for field in type(instance)._meta.get_fields():
        if isinstance(field, StreamField) and field.name not in carried:
            parts[field.name] += _leaves(raw_of(instance, field), field.stream_block)
    return {name: part for name, part in parts.items() if _says_more_than_words(part)}


def field_of(path: str) -> str:
    """Return the name of the field in which the text at ``path`` stands."""
    return path.partition(".")[0]


def form_changes(before: Mapping[str, str], after: Mapping[str, str]) -> list[Change]:
    """Return which fields have another form ``after`` than ``before``, each as a change at its name.

    What was carried as a fact and is gone from the source is gone everywhere.
    """
    gone = (name for name in before if name not in after and field_of(name) == name)
    pairs = ((name, before.get(name, ""), after.get(name, "")) for name in (*after, *gone))
    return [Change(name, old, new) for name, old, new in pairs if old != new]


def beside_texts(forms: Iterable[Change], texts: Iterable[Change | Gap]) -> list[Change]:
    """Return those changes of ``forms`` in whose field no text changed: one who mends that mends both."""
    paths = [one.path for one in texts]
    lacking = {*paths, *map(field_of, paths)}
    return [one for one in forms if one.path not in lacking]


def form_gaps(
    forms: Mapping[str, str], made_of: Mapping[str, str] | None, texts: Iterable[Gap]
) -> tuple[Gap, ...]:
    """Return in which fields a version made of the forms ``made_of`` lacks those of its source.

    Not where a text of the field is lacking (``texts``). Where nothing is known of the version (``None``),
    there is nothing to tell.
    """
    if made_of is None or made_of == forms:
        return ()
    return tuple(
        Gap(one.path, (one.new,) if one.new else (), (one.old,) if one.old else ())
        for one in beside_texts(form_changes(made_of, forms), texts)
    )


def forgiven_forms(made_of: Forms | None, minor: Iterable[Change]) -> Forms | None:
    """Return the forms a version vouches for after minor edits of its source: the new for the old."""
    if made_of is None:
        return None
    forms = dict(made_of)
    for change in minor:
        if forms.get(change.path, "") == change.old:
            forms[change.path] = change.new
    return {path: mark for path, mark in forms.items() if mark}


def _said(segment: Any) -> list[list[Any]]:
    if segment.path in UNSEEN:
        return []
    if isinstance(segment, StringSegmentValue):
        text = segment.string.data
        if is_figure(segment.path, text):
            return [["figure", segment.path, text]]
        # Its mark is there for the order; a version that lacks the text itself is told so already.
        links = [one for one in (segment.attrs or {}).values() if one.keys() & LINK]
        return [["text", segment.path, mark_of(text), links]]
    if isinstance(segment, TemplateSegmentValue):
        return [["template", segment.path, WRAPPING.sub("", BLOCK_KEY.sub("", segment.template))]]
    if isinstance(segment, OverridableSegmentValue):
        return [["value", segment.path, segment.data]]
    if isinstance(segment, RelatedObjectSegmentValue):
        return [["value", segment.path, str(segment.translation_key)]]
    return []


def _leaves(raw: Any, block: Block) -> Iterator[list[Any]]:
    """Yield what stands in a stream besides its texts: the items in their order, and values."""
    if isinstance(block, StreamBlock | ListBlock):
        for item in raw or ():
            if not isinstance(item, dict) or "value" not in item:
                continue  # a list from before items had ids
            child = (
                block.child_blocks.get(item.get("type"))
                if isinstance(block, StreamBlock)
                else block.child_block
            )
            if child is not None:
                yield [item.get("id"), item.get("type")]
                yield from _leaves(item["value"], child)
    elif isinstance(block, StructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            for leaf in _leaves(raw.get(name), child):
                yield [name, *leaf]
    elif not _is_words(block):
        yield [raw]


def _is_words(block: Block) -> bool:
    """Tell whether a block is in the segments already: its text, or what was chosen."""
    return isinstance(block, CharBlock | TextBlock | RichTextBlock | ChooserBlock) or hasattr(
        block, "get_translatable_segments"
    )


def _says_more_than_words(parts: list[Any]) -> bool:
    """Tell whether there is more to a field than one text with nothing in it."""
    return len(parts) > 1 or any(part[0] != "text" or part[3] for part in parts)


def _mark(parts: list[Any]) -> str:
    written = json.dumps(parts, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
    return sha256(written.encode()).hexdigest()[:16]
