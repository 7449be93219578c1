"""What the tests of plans share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.plans.scene import Office, build_office
from tests.rows import Scene
from tests.scene import Town, build_town


@pytest.fixture(scope="session")
def kept_office(keep: Callable[..., Scene]) -> Scene:
    """The scene ``office``, built."""
    return keep("office", lambda: build_office(build_town()))


@pytest.fixture
def office(kept_office: Scene, lay_out: Callable[[Scene], Any]) -> Office:
    """The town with a programme, a regional plan and workshops, in Finnish and Swedish."""
    return lay_out(kept_office)


@pytest.fixture
def town(office: Office) -> Town:
    """The town that has an office: one scene, whichever of the two a test asks for."""
    return office.town
