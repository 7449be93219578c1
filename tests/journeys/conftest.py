"""What the journeys share: a site on which every public page can be visited."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.public_pages import Public, build_public
from tests.rows import Scene


@pytest.fixture(scope="session")
def kept_public(keep: Callable[..., Scene]) -> Scene:
    """The scene ``public``, built."""
    return keep("public", build_public)


@pytest.fixture
def public(kept_public: Scene, lay_out: Callable[[Scene], Public]) -> Public:
    """The town with each page type in Finnish, Swedish and Arabic, and their addresses."""
    return lay_out(kept_public)
