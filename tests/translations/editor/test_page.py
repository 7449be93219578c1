"""The editor's page: who may open it, what it shows, what is saved."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from tests.translating import translate
from translations.models import LanguageVersion, State, Unconfirmed
from translations.segments import rows_of

pytestmark = pytest.mark.django_db

BODY = [
    {
        "type": "paragraph",
        "value": "<h2>Ohjelma</h2><p>Tule <b>maanantaina</b> ja lue "
        '<a href="https://www.example.org/suunnitelma">suunnitelma</a>.</p><ul><li>Kahvia</li></ul>',
    }
]


@pytest.fixture
def item(town):
    """Return a Finnish item with rich text, and nothing translated yet."""
    return town.add_news(1, title="Kokous maanantaina", lead="Tervetuloa", body=BODY)[0]


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_works(item, client_as):
    swedish = translate(item, "sv")
    item.title = "Kokous tiistaina"
    item.save_revision().publish()
    answer = client_as("translator.sv").get(edit_url(swedish))
    assert answer.status_code == 200
    text = answer.content.decode()
    open("/tmp/editor.html", "w").write(text)
    assert "translations/js/editor.js" in text
