"""PO files speak of the source as it is now."""

from __future__ import annotations

import pytest
from wagtail_localize.models import Translation

from translations.editor import po

pytestmark = pytest.mark.django_db


def titles(file):
    return [entry.msgid for entry in file if entry.msgctxt == "title" and not entry.obsolete]


def test_stock_writes_the_source_as_it_was_synced(changed, translation):
    assert titles(po.export_po(translation)) == ["Kokous maanantaina"]


def test_ours_writes_it_as_it_is(changed, translation):
    assert titles(Translation.export_po(translation)) == ["Kokous tiistaina"]
