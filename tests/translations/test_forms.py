"""Links, pictures, numbers and order: what of a text is not words is not shown out of date either."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from wagtail.blocks.stream_block import StreamValue
from wagtail_localize.models import Translation

from news.models import NewsPage
from tests.translating import publish, translate
from translations.acting import acting
from translations.forms import forms_of
from translations.freshness import refresh_all
from translations.models import LanguageVersion, SegmentChange, State

pytestmark = pytest.mark.django_db

A, B, C = (f"{n * 8}-2222-4333-8444-555555555555" for n in "123")
BODY = [
    {
        "type": "paragraph",
        "id": A,
        "value": '<p data-block-key="a">Lue <a href="https://www.example.org/vanha">ohje</a>.</p>'
        '<ol><li data-block-key="b">Soita ensin.</li><li data-block-key="c">Tule sitten.</li></ol>',
    },
    {"type": "quote", "id": B, "value": {"text": "Hyvä ilta", "speaker": "12 / 40", "role": ""}},
    {"type": "heading", "id": C, "value": {"text": "Aikataulu", "level": "2"}},
]


@pytest.fixture
def item(town):
    """Return a Finnish item with a body, and its Swedish version."""
    page = town.add_news(1, title="Kokous maanantaina", lead="Tervetuloa kokoukseen")[0]
    page = rewritten(page, BODY)
    translate(page, "sv", leave=lambda path: path.endswith(".speaker"))
    return page


def rewritten(page: NewsPage, body: list[Any]) -> NewsPage:
    """Publish ``page`` with another body."""
    page = NewsPage.objects.get(pk=page.pk)
    page.body = StreamValue(page.body.stream_block, deepcopy(body), is_lazy=True)
    page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


def changed(number: int, old: str, new: str) -> list[Any]:
    """Return the body with ``new`` for ``old`` in the block of that number."""
    body = deepcopy(BODY)
    block = body[number]
    if isinstance(block["value"], str):
        block["value"] = block["value"].replace(old, new)
    else:
        block["value"] = {name: text.replace(old, new) for name, text in block["value"].items()}
    assert body != BODY
    return body


def version() -> LanguageVersion:
    return LanguageVersion.objects.get()


FIRST, SECOND = (
    '<li data-block-key="b">Soita ensin.</li>',
    '<li data-block-key="c">Tule sitten.</li>',
)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        pytest.param(changed(0, "/vanha", "/uusi"), "/uusi", id="link"),
        pytest.param(changed(0, FIRST + SECOND, SECOND + FIRST), "Tule", id="steps in order"),
        pytest.param(changed(1, "12 / 40", "15 / 40"), "15 / 40", id="figure"),
        pytest.param([BODY[1], BODY[0], BODY[2]], "Hyvä", id="blocks in order"),
        pytest.param(changed(2, "2", "3"), "h3", id="choice"),
    ],
)
def test_what_is_no_text_outdates_and_comes_with_the_next_version(item, client, body, shown):
    assert (version().state, refresh_all(is_check=True)) == (State.UP_TO_DATE, (1, 0))
    item = rewritten(item, body)
    found = version()
    assert (found.state, found.outdated) == (State.OUTDATED, 1)
    row = SegmentChange.objects.get()
    assert (row.path, row.old_text, row.new_text) == ("body", "", "")
    assert found.since == found.latest == row.changed_at
    publish(Translation.objects.get())
    assert (version().state, refresh_all(is_check=True)) == (State.UP_TO_DATE, (1, 0))
    swedish = NewsPage.objects.get(translation_key=item.translation_key, locale__language_code="sv")
    assert forms_of(swedish).keys() == forms_of(item).keys()
    order = [block.id for block in swedish.body]
    assert order == [block["id"] for block in body]
    html = client.get(swedish.url).content.decode()
    assert shown in html
    if shown == "Tule":
        assert html.index("Tule sitten") < html.index("Soita ensin")


def test_a_changed_text_counts_once(item):
    rewritten(item, changed(0, "Soita ensin", "Soita huomenna"))
    assert version().outdated == 1
    assert SegmentChange.objects.count() == 1


def test_what_is_put_back_is_true_again(item):
    rewritten(item, changed(0, "/vanha", "/uusi"))
    rewritten(item, BODY)
    assert version().state == State.UP_TO_DATE


def test_a_minor_edit_forgives_a_form(item):
    with acting(is_minor=True):
        rewritten(item, changed(0, "/vanha", "/uusi"))
    assert version().state == State.UP_TO_DATE
    rewritten(item, changed(0, "/vanha", "/uusin"))
    assert version().state == State.OUTDATED


def test_nothing_is_said_of_a_version_of_which_nothing_is_known(item):
    LanguageVersion.objects.update(forms=None)
    rewritten(item, changed(0, "/vanha", "/uusi"))
    assert version().state == State.UP_TO_DATE


def test_a_restored_revision_is_judged_by_what_it_shows(item):
    swedish = NewsPage.objects.get(translation_key=item.translation_key, locale__language_code="sv")
    old = swedish.latest_revision
    rewritten(item, changed(0, "/vanha", "/uusi"))
    publish(Translation.objects.get())
    new = NewsPage.objects.get(pk=swedish.pk).latest_revision
    for revision, state in ((old, State.OUTDATED), (new, State.UP_TO_DATE)):
        revision.as_object().save_revision(previous_revision=revision).publish()
        assert version().state == state
    assert refresh_all(is_check=True) == (1, 0)


def test_a_version_that_is_written_by_hand_has_links_of_its_own(item):
    Translation.objects.update(enabled=False)
    swedish = NewsPage.objects.get(translation_key=item.translation_key, locale__language_code="sv")
    swedish.save_revision().publish()
    rewritten(item, changed(0, "/vanha", "/uusi"))
    assert (version().forms, version().state) == (None, State.UP_TO_DATE)


def test_words_that_somebody_put_for_a_figure_vouch_for_no_text(item):
    swedish = translate(item, "sv")
    assert swedish.body[1].value["speaker"] == "sv: 12 / 40"
    Translation.objects.update(enabled=False)
    swedish.save_revision().publish()
    assert version().state == State.UP_TO_DATE
