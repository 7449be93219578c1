"""What the tests of calls share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from news.models import CallPage
from tests.news.call_scene import build_call
from tests.rows import Scene


@pytest.fixture(scope="session")
def kept_call(keep: Callable[..., Scene]) -> Scene:
    """The scene of ``call``, built."""
    return keep("call", build_call)


@pytest.fixture
def call(kept_call: Scene, lay_out: Callable[[Scene], Any]) -> CallPage:
    """A call with a form of every kind of question, on a site in Finnish with its groups."""
    page: CallPage = lay_out(kept_call)
    return page
