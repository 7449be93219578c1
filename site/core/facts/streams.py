"""Facts within a StreamField, as a pure function over what the database keeps of it.

A StructBlock names its facts: ``facts: ClassVar[tuple[str, ...]] = ("starts_on", "target")``. Naming
none (``()``) says that the block's being there, and its place among the others, are the only facts of
it. A StreamField without any such block is text, and stays as the translation has it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import StreamField


def bears_facts(block: Block) -> bool:
    """Tell whether ``block`` or a block within it says which of its children are facts."""
    if hasattr(block, "facts"):
        return True
    if isinstance(block, ListBlock):
        return bears_facts(block.child_block)
    if isinstance(block, StreamBlock | StructBlock):
        return any(bears_facts(child) for child in block.child_blocks.values())
    return False


def carried(source: Any, target: Any, block: Block) -> tuple[Any, bool]:
    """Return the raw content ``target`` with the facts of ``source``, and whether it is another.

    Items are matched by their ids. They come in the order of the source; those it no longer has are
    gone; those that only the source has are left out: their text is for the translators. Where items
    cannot be matched (an id that is missing or there twice), everything stays as it is. Neither
    argument is changed.
    """
    if not bears_facts(block):
        return target, False
    if isinstance(block, StreamBlock):
        return _carried_items(source, target, lambda item: block.child_blocks.get(item["type"]))
    if isinstance(block, ListBlock):
        return _carried_items(source, target, lambda item: block.child_block)
    if isinstance(block, StructBlock) and isinstance(source, dict) and isinstance(target, dict):
        return _carried_struct(source, target, block)
    return target, False


def _carried_struct(
    source: dict[str, Any], target: dict[str, Any], block: StructBlock
) -> tuple[dict[str, Any], bool]:
    new = dict(target)
    facts = getattr(block, "facts", ())
    for name, child in block.child_blocks.items():
        if name not in source:
            continue
        if name in facts:
            if name not in target or not _same(source[name], target[name]):
                new[name] = deepcopy(source[name])
        elif name in target:
            value, is_other = carried(source[name], target[name], child)
            if is_other:
                new[name] = value
    return (new, True) if not _same(new, target) else (target, False)


def _carried_items(
    source: Any, target: Any, block_of: Callable[[dict[str, Any]], Block | None]
) -> tuple[Any, bool]:
    theirs, own = _by_id(source), _by_id(target)
    if theirs is None or own is None:
        return target, False
    items: list[dict[str, Any]] = []
    for key, item in theirs.items():
        kept = own.get(key)
        if kept is None:
            continue
        child = block_of(item)
        if child is not None and kept["type"] == item["type"]:
            value, is_other = carried(item["value"], kept["value"], child)
            kept = {**kept, "value": value} if is_other else kept
        items.append(kept)
    return (items, True) if not _same(items, target) else (target, False)


def _by_id(items: Any) -> dict[str, dict[str, Any]] | None:
    """Return the items of a stream or list by id; None where they have none, or share one."""
    if not isinstance(items, list):
        return None
    found: dict[str, dict[str, Any]] = {}
    for item in items:
        if not isinstance(item, dict) or not {"type", "value"} <= item.keys():
            return None
        key = item.get("id")
        if not key or key in found:
            return None
        found[key] = item
    return found


def _same(one: Any, other: Any) -> bool:
    """Tell whether both are the same JSON; for Python, 1 and True would be too."""
    return _text(one) == _text(other)


def _text(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, sort_keys=True)


def raw_of(page: Any, field: StreamField) -> list[Any]:
    """Return the content of a StreamField as the database would keep it."""
    prepared = field.stream_block.get_prep_value(field.value_from_object(page))
    raw: list[Any] = json.loads(_text(prepared or []))
    return raw


def put_stream(page: Any, field: StreamField, raw: list[Any]) -> None:
    """Put raw content into a StreamField of ``page``, in memory."""
    setattr(page, field.name, StreamValue(field.stream_block, raw, is_lazy=True))
