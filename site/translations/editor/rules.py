"""What the field of a text demands of it: length and validators, found by its path alone.

A translation is stored before it reaches its page; without this, a title that is too long would be
noticed only when somebody publishes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField


@dataclass(frozen=True)
class Rule:
    """The rule for the texts at one path. ``most`` is the greatest number of characters, if any."""

    most: int | None = None
    has_lines: bool = True
    check: Callable[[str], Any] | None = None

    def validate(self, text: str) -> None:
        """Raise ValidationError, in the user's language, for a text that the field refuses."""
        if self.check is not None:
            self.check(text)


def rule_of(model: type[models.Model], field_path: str) -> Rule:
    """Return the rule at ``field_path``, a dotted path of names; none where it is unknown."""
    name, *rest = field_path.split(".")
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return Rule()
    if isinstance(field, StreamField):
        return _rule_of_block(block_at(field.stream_block, rest))
    if isinstance(field, models.ManyToOneRel) and rest:
        return rule_of(field.related_model, ".".join(rest))
    if isinstance(field, models.Field):
        has_lines = isinstance(field, models.TextField)
        return Rule(getattr(field, "max_length", None), has_lines, field.run_validators)
    return Rule()


def block_at(block: blocks.Block, names: Sequence[str]) -> blocks.Block | None:
    """Return the block that the names lead to, or None."""
    found: blocks.Block | None = block
    for name in names:
        if isinstance(found, blocks.ListBlock):
            found = found.child_block
        elif isinstance(found, blocks.BaseStructBlock | blocks.BaseStreamBlock):
            found = found.child_blocks.get(name)
        else:
            return None
    return found


def _rule_of_block(block: blocks.Block | None) -> Rule:
    field = getattr(block, "field", None)
    if field is None or isinstance(block, blocks.RichTextBlock):
        return Rule()
    has_lines = isinstance(block, blocks.TextBlock)
    return Rule(getattr(field, "max_length", None), has_lines, field.run_validators)
