"""An encounter's words, as an editor writes them and a reader meets them."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from campaigns.blocks import EncounterBlock
from campaigns.models import CampaignPage
from tests.factories import VideoFactory

pytestmark = pytest.mark.django_db


def value(**given):
    block = EncounterBlock()
    return block, block.to_python(
        {
            "title": "Koulussa",
            "people": "Opiskelija tapaa rehtorin",
            "place": "",
            "video": VideoFactory().pk,
            "text": "<p>Oivi kertoo nimestään.</p>",
            "questions": "<ul><li>Mitä olisit vastannut?</li></ul>",
            **given,
        }
    )


def test_the_questions_open_without_scripts_and_are_there_while_closed():
    block, given = value()
    html = block.render(given)
    assert "Oivi kertoo nimestään." in html
    details = html[html.index("<details") : html.index("</details>")]
    assert "<li>Mitä olisit vastannut?</li>" in details
    assert " open" not in details[: details.index(">")]


def test_without_questions_nothing_opens():
    block, given = value(questions="")
    assert "<details" not in block.render(given)


@pytest.mark.parametrize("missing", ["title", "people", "video"])
def test_what_an_encounter_cannot_be_without_is_asked_for(missing):
    block, given = value(**{missing: None if missing == "video" else ""})
    with pytest.raises(ValidationError) as refused:
        block.clean(given)
    assert set(refused.value.block_errors) == {missing}


def test_where_they_meet_and_what_happens_may_be_left_out():
    block, given = value(place="", text="", questions="")
    assert block.clean(given)["title"] == "Koulussa"


def test_markup_in_a_heading_is_text(client, town):
    page = town.campaigns["fi"]
    page.encounters[0].value["title"] = "<script>alert(1)</script>"
    page.encounters[0].value["people"] = "<b>x</b>"
    page.save_revision().publish()
    text = client.get(page.url).content.decode()
    assert "<script>alert(1)" not in text
    assert "<b>x</b>" not in text


def test_an_editor_is_shown_an_example_in_the_sites_styles(client_as):
    block = CampaignPage._meta.get_field("encounters").stream_block.child_blocks["encounter"]
    answer = client_as("editor").get(
        reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}
    )
    assert answer.status_code == 200
    assert "Mitä sinä olisit vastannut?" in answer.content.decode()
