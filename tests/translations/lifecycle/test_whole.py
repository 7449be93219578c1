"""Wagtail leaves a deed half done when something fails on the way; ours do all of it or nothing."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.signals import page_unpublished

pytestmark = pytest.mark.django_db


def test_a_deed_is_done_whole_and_wagtails_own_still_is_not(chain: Any) -> None:
    def fail(**kwargs: Any) -> None:
        raise RuntimeError

    page_unpublished.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            chain.en.unpublish()
        assert chain.live == "fi sv en"
        stock: Any = UnpublishPageAction.execute
        with pytest.raises(RuntimeError):
            stock.__wrapped__(UnpublishPageAction(chain.en))
        assert chain.live == "fi sv", (
            "Wagtail does it whole now: translations.lifecycle.whole can go"
        )
    finally:
        page_unpublished.disconnect(fail)
