"""A site whose Swedish half nobody has translated yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.rows import Scene
from tests.translations.public.untranslated import Untranslated, build_untranslated


@pytest.fixture(scope="session")
def kept_untranslated(keep: Callable[..., Scene]) -> Scene:
    """The scene ``untranslated``, built."""
    return keep("untranslated", build_untranslated)


@pytest.fixture
def untranslated(kept_untranslated: Scene, lay_out: Callable[[Scene], Any]) -> Untranslated:
    """Every page type in Finnish and in Swedish, the Swedish one in Finnish words throughout."""
    return lay_out(kept_untranslated)
