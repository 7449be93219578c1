"""The versions of one page, as tests look at them: read anew at every look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wagtail.models import Page


@dataclass
class Versions:
    """A page of the scene by its translation key, in the three languages of the town."""

    key: Any

    def _page(self, code: str) -> Any:
        return Page.objects.get(translation_key=self.key, locale__language_code=code).specific

    @property
    def fi(self) -> Any:
        """The Finnish version: the source."""
        return self._page("fi")

    @property
    def sv(self) -> Any:
        """The Swedish version."""
        return self._page("sv")

    @property
    def en(self) -> Any:
        """The English version."""
        return self._page("en")
