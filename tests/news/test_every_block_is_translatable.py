"""A body that holds every block there is can be submitted for translation, translated and shown."""

from __future__ import annotations

import pytest

from news.models import NewsPage
from tests.factories import (
    AttachmentFactory,
    ContactPersonFactory,
    HomePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    PhotographFactory,
    VideoFactory,
    VideoRenditionFactory,
    locale,
)
from tests.translating import translate
from videos.blocks import PageBodyBlock

pytestmark = pytest.mark.django_db


def every_block(page) -> list[tuple[str, object]]:
    """Return one value for each block of the body; a new block makes this fail until it is added."""
    values = {
        "paragraph": (
            "<p>Tervetuloa <b>mukaan</b>, ja <a href='https://example.org/a'>lue ohjelmasta</a>.</p>"
        ),
        "heading": {"text": "Näin suunnitelma syntyi", "level": "2"},
        "quote": {"text": "Meitä kuultiin.", "speaker": "Aino Esimerkki", "role": "puheenjohtaja"},
        "accordion": {"title": "Kuka voi osallistua?", "text": "<p>Kaikki.</p>", "is_open": False},
        "table": {
            "table_caption": "Työpajat",
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_header_choice": "row",
            "data": [["Paikka", "Päivä"], ["Kuopio", "12.12.2023"]],
        },
        "picture": {
            "image": PhotographFactory().pk,
            "alt_text": "Kaksi ihmistä torilla",
            "is_decorative": False,
            "caption": "Tori",
        },
        "video_embed": {
            "url": "https://www.youtube.com/watch?v=abcdefghijk",
            "title": "Kohtaamisia",
            "poster": None,
        },
        "documents": {
            "heading": "Liitteet",
            "documents": [{"type": "item", "value": AttachmentFactory().pk, "id": "d" * 32}],
        },
        "call_to_action": {
            "text": "Lue suunnitelma",
            "introduction": "Voimassa vuoden loppuun.",
            "page": None,
            "url": "https://www.example.org/",
        },
        "contact": {"person": ContactPersonFactory().pk},
        "video": {"video": VideoRenditionFactory(video=VideoFactory()).video.pk},
    }
    assert set(values) == set(PageBodyBlock().child_blocks), "a block is missing here"
    return [
        {"type": name, "value": value, "id": f"0000000{number:x}".ljust(32, "0")}
        for number, (name, value) in enumerate(values.items())
    ]


@pytest.fixture
def item():
    """Return a Finnish news item that holds everything, under a tree that exists in Swedish too."""
    home = HomePageFactory(slug="etusivu")
    index = NewsIndexPageFactory(parent=home)
    page = NewsPageFactory(
        parent=index,
        title="Suunnitelma valmistui",
        image=PhotographFactory(),
        image_alt="Kokous",
        place="Kajaani",
    )
    page.body = every_block(page)
    page.save_revision().publish()
    home.copy_for_translation(locale("sv")).save_revision().publish()
    index.copy_for_translation(locale("sv")).save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


def test_every_block_goes_to_the_translator_and_comes_back(item):
    swedish = translate(item, "sv")
    by_type = {block.block_type: block.value for block in swedish.body}
    assert by_type["heading"]["text"] == "sv: Näin suunnitelma syntyi"
    assert by_type["quote"]["speaker"] == "sv: Aino Esimerkki"
    assert by_type["table"]["data"][1] == ["sv: Kuopio", "sv: 12.12.2023"]
    assert by_type["table"]["table_caption"] == "sv: Työpajat"
    assert by_type["picture"]["alt_text"] == "sv: Kaksi ihmistä torilla"
    assert by_type["accordion"]["title"] == "sv: Kuka voi osallistua?"
    original = {block.block_type: block.value for block in item.body}
    assert by_type["contact"]["person"] == original["contact"]["person"]
    assert by_type["video"]["video"] == original["video"]["video"]
    assert "sv: " in by_type["paragraph"].source
    assert by_type["video_embed"]["url"] == "https://www.youtube.com/watch?v=abcdefghijk"


def test_a_full_translation_is_marked_as_nothing_but_itself(item):
    swedish = translate(item, "sv")
    assert (swedish.source_language, swedish.untranslated) == ("fi", [])
    assert not swedish.is_partly_untranslated


def test_a_missing_sentence_is_remembered_with_its_language(item):
    swedish = translate(item, "sv", leave=lambda path: path == "lead")
    assert swedish.lead == item.lead
    assert swedish.lang_of("lead") == "fi"
    assert swedish.lang_of("title") == "sv"
    assert (swedish.source_language, swedish.untranslated) == ("fi", ["lead"])


def test_a_version_gets_an_address_of_its_own_title(item):
    swedish = translate(item, "sv")
    assert swedish.slug == "sv-suunnitelma-valmistui"


def test_the_address_stays_when_the_translation_is_published_again(item):
    first = translate(item, "sv").slug
    item.title = "Suunnitelma on nyt valmis"
    item.save_revision().publish()
    again = translate(item, "sv")
    assert again.title == "sv: Suunnitelma on nyt valmis"
    assert again.slug == first
