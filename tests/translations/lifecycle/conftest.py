"""A news item in Finnish that is translated into Swedish, and from Swedish into English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from wagtail.models import Page

from tests import factories
from tests.scene import Town
from tests.translating import translate
from translations.models import LanguageVersion


@dataclass
class Chain:
    """The three versions, read anew at every look."""

    key: Any

    def _page(self, code: str) -> Any:
        return Page.objects.get(translation_key=self.key, locale__language_code=code).specific

    @property
    def fi(self) -> Any:
        """The source."""
        return self._page("fi")

    @property
    def sv(self) -> Any:
        """Follows the Finnish version."""
        return self._page("sv")

    @property
    def en(self) -> Any:
        """Follows the Swedish version."""
        return self._page("en")

    @property
    def live(self) -> str:
        """The codes of the versions that are public, in the order of the chain."""
        rows = Page.objects.filter(translation_key=self.key, live=True, alias_of=None)
        codes = set(rows.values_list("locale__language_code", flat=True))
        return " ".join(code for code in ("fi", "sv", "en") if code in codes)

    def version(self, code: str) -> LanguageVersion:
        """Return the record of a version."""
        found: LanguageVersion = LanguageVersion.objects.get(
            translation_key=self.key, locale__language_code=code
        )
        return found


def make_chain(town: Town, **fields: Any) -> Chain:
    """Return a new chain of three versions, all public."""
    item = factories.NewsPageFactory(parent=town.indexes["fi"], title="Ryhmä kokoontuu", **fields)
    translate(translate(item, "sv"), "en")
    return Chain(item.translation_key)


@pytest.fixture
def chain(town: Town) -> Chain:
    """A news item of which the Swedish version follows the Finnish, and the English the Swedish one."""
    return make_chain(town)
