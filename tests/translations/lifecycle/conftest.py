"""The town with news items that are translated into Swedish, and from Swedish into English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from wagtail.models import Page

from tests import factories
from tests.rows import Scene
from tests.scene import Town, build_town
from tests.translating import translate
from tests.translations.versions import Versions
from translations.models import LanguageVersion


@dataclass
class Chain(Versions):
    """Three versions of one page: the English one follows the Swedish one, and that the Finnish one."""

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


@dataclass
class Chains:
    """The scene: two news items and a second list of news, each in three languages, all public."""

    town: Town
    first: Chain
    second: Chain
    archive: Chain


def _chain(page: Any) -> Chain:
    translate(translate(page, "sv"), "en")
    return Chain(page.translation_key)


def build_chains() -> Chains:
    """Build the scene."""
    town = build_town()
    first, second = (
        factories.NewsPageFactory(parent=town.indexes["fi"], title="Ryhmä kokoontuu", slug=slug)
        for slug in ("ryhma-kokoontuu", "toinen")
    )
    archive = factories.NewsIndexPageFactory(parent=town.homes["fi"], title="Arkisto")
    return Chains(town, _chain(first), _chain(second), _chain(archive))


@pytest.fixture(scope="session")
def kept_chains(keep: Callable[..., Scene]) -> Scene:
    """The scene ``chains``, built."""
    return keep("chains", build_chains)


@pytest.fixture
def chains(kept_chains: Scene, lay_out: Callable[[Scene], Any]) -> Chains:
    """The town with pages of which the English version follows the Swedish, and that the Finnish."""
    found: Chains = lay_out(kept_chains)
    return found


@pytest.fixture
def town(chains: Chains) -> Town:
    """The town of the scene."""
    return chains.town


@pytest.fixture
def chain(chains: Chains) -> Chain:
    """The news item that most tests do something to."""
    return chains.first


@pytest.fixture
def archive(chains: Chains) -> Chain:
    """The second list of news, to move it to."""
    return chains.archive
