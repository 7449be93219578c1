"""What the tests of plans share."""

from __future__ import annotations

import pytest

from tests.plans.scene import Office, build_office
from tests.scene import Town


@pytest.fixture
def office(town: Town) -> Office:
    """The town with a programme, a regional plan and workshops, in Finnish and Swedish."""
    return build_office(town)
