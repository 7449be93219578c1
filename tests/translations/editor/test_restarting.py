"""What was written into a stopped version by hand is there when its translation starts again."""

from __future__ import annotations

import pytest
from wagtail_localize.models import StringTranslation, Translation

from news.models import NewsPage
from tests.translations.editor.conftest import PARAGRAPH
from tests.translations.editor.test_page import edit_url
from translations.editor.restarting import ASKED
from translations.saving import save_version
from translations.segments import rows_of

pytestmark = pytest.mark.django_db


def write_by_hand(swedish, user, **texts):
    page = NewsPage.objects.get(pk=swedish.pk).get_latest_revision_as_object()
    for name, text in texts.items():
        setattr(page, name, text)
    page.save_revision(user=user)


def body_of(page, value):
    (block,) = page.body.get_prep_value()
    return [{**block, "value": value}]


def test_works(item, translation, swedish, client_as, town):
    # Written in the editor and in no draft yet: newer than what the page says.
    StringTranslation.objects.filter(context__path="lead").update(data="Nyare")
    Translation.objects.update(enabled=False)
    rich = NewsPage.objects.get(pk=swedish.pk).body.get_prep_value()[0]["value"]
    body = body_of(swedish, rich.replace("Kahvia", "Kaffe & te").replace("&", "&amp;"))
    write_by_hand(swedish, town.staff["publisher"], title="Möte & kaffe", body=body)
    item.title = "Kokous tiistaina"
    item.save_revision().publish()
    client = client_as("translator.sv")
    answer = client.post(edit_url(swedish), {ASKED: "1"}, follow=True)
    assert "translations/js/editor.js" in answer.content.decode()
    found = {row.path: row for row in rows_of(translation)}
    assert (found["title"].typed, found["lead"].typed) == ("Möte & kaffe", "Nyare")
    # The source has changed since: nobody has said that her title is right for the new one.
    assert (found["title"].standing, found["title"].written_by) == ("unconfirmed", "publisher")
    texts = {row.shape: row.typed for row in rows_of(translation) if row.is_rich}
    assert texts["li"] == "sv: Kaffe & te"
    page = save_version(translation, user=town.staff["publisher"])
    assert page.get_latest_revision_as_object().title == "Möte & kaffe"


def test_what_fits_no_text_of_the_source_is_told(translation, swedish, client_as, town):
    Translation.objects.update(enabled=False)
    body = body_of(swedish, f"{PARAGRAPH}<p>Ett stycke till.</p>")
    write_by_hand(swedish, town.staff["publisher"], body=body)
    answer = client_as("translator.sv").post(edit_url(swedish), {ASKED: "1"}, follow=True)
    assert "warning" in [message.level_tag for message in answer.context["messages"]]
    assert {row.text[:4] for row in rows_of(translation)} == {"sv: "}


def test_nothing_was_written_by_hand(translation, swedish, client_as):
    StringTranslation.objects.filter(context__path="title").update(data="Nyare")
    client = client_as("translator.sv")
    for is_stopped in (True, False):
        Translation.objects.update(enabled=not is_stopped)
        client.post(edit_url(swedish), {ASKED: "1"})
        title = next(row for row in rows_of(translation) if row.path == "title")
        assert title.text == "Nyare"
