"""Wagtail's choosers of snippets and pages speak the language of whoever opened the form first.

Gap: ``AdminSnippetChooser.__init__`` and ``AdminPageChooser.__init__`` put the name of the model into
their texts at once; a form class is built once a process, so a Swedish translator reads the Finnish
“Valitse yhteyshenkilö” of the colleague before her.
Delete when ``tests/core/workarounds/test_wagtail_chooser_words.py`` says that Wagtail mended it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.utils.functional import lazy
from wagtail.admin.widgets import AdminPageChooser
from wagtail.snippets.widgets import AdminSnippetChooser

TEXTS = ("choose_one_text", "choose_another_text", "link_to_chosen_text")


def said_when_read(original: Callable[..., None]) -> Callable[..., None]:
    """Return ``original``, an ``__init__``, with texts that are put together whenever they are read."""

    @wraps(original)
    def init(self: Any, *args: Any, **kwargs: Any) -> None:
        def say(name: str) -> str:
            fresh = object.__new__(type(self))
            original(fresh, *args, **kwargs)
            return str(getattr(fresh, name))

        original(self, *args, **kwargs)
        for name in TEXTS:
            if name not in kwargs and type(self.__dict__.get(name)) is str:
                setattr(self, name, lazy(say, str)(name))

    return init


def apply() -> None:
    """Put the mended methods in Wagtail's place."""
    for widget in (AdminPageChooser, AdminSnippetChooser):
        widget.__init__ = said_when_read(widget.__init__)
