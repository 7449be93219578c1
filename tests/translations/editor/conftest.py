"""A news item with emphasis, a link, a heading and a list, translated and changed as a test needs it."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail_localize.models import Translation

from tests.translating import translate

PARAGRAPH = (
    '<h2>Ohjelma</h2><p>Tule <b>maanantaina</b> ja lue <a href="https://www.example.org/suunnitelma">'
    "suunnitelma</a>.</p><ul><li>Kahvia</li></ul>"
)
LINKED = 'Tule <b>maanantaina</b> ja lue <a id="a1">suunnitelma</a>.'


@pytest.fixture
def item(town: Any) -> Any:
    """Return a Finnish item with rich text, and nothing translated yet."""
    body = [{"type": "paragraph", "value": PARAGRAPH}]
    return town.add_news(1, title="Kokous maanantaina", lead="Tervetuloa", body=body)[0]


@pytest.fixture
def swedish(item: Any) -> Any:
    """Return the item in Swedish: every text with ``sv: `` before it."""
    return translate(item, "sv")


@pytest.fixture
def translation(swedish: Any) -> Translation:
    """Return the translation of the item into Swedish."""
    return Translation.objects.get(target_locale=swedish.locale)


@pytest.fixture
def changed(item: Any, swedish: Any, town: Any) -> Any:
    """Change title and rich text of the source, by the publisher; return the Swedish page."""
    item.title = "Kokous tiistaina"
    block = item.body.get_prep_value()[0]
    value = PARAGRAPH.replace("maanantaina", "tiistaina")
    item.body = [{**block, "value": value}]
    revision = item.save_revision()
    revision.publish(user=town.staff["publisher"], skip_permission_checks=True)
    return swedish
