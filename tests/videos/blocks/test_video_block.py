"""A film in a text: by reference, in the language of the page, and at no query more for thirty of them."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.models import NewsPage
from tests.factories import VideoFactory, VideoRenditionFactory, VideoTextFactory, locale

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15


def film(**fields: object) -> int:
    """Return the key of a film that can be played."""
    return VideoRenditionFactory(video=VideoFactory(**fields)).video.pk


def show(page: NewsPage, *keys: int) -> str:
    """Put the films into the text of ``page``, publish it, and return its address."""
    page.body = [{"type": "video", "value": {"video": key}} for key in keys]
    page.save_revision().publish()
    return str(page.url)


def test_a_page_shows_the_film_with_its_captions_and_text(town, client):
    answer = client.get(show(town.items["fi"], film())).content.decode()
    assert answer.count("<video ") == 1
    assert '<track kind="captions"' in answer
    assert "Tervetuloa." in answer
    assert "Kaksi ihmistä koulun ovella." in answer


def test_the_film_is_told_of_in_the_language_of_the_page(town, client):
    key = film()
    VideoTextFactory(video_id=key, locale=locale("sv"), title="I skolan", poster_alt="En dörr.")
    answer = client.get(show(town.items["sv"], key)).content.decode()
    assert ">I skolan</h2>" in answer
    assert 'lang="fi" dir="ltr">Oivi tapaa rehtorin.</p>' not in answer


def test_one_film_twice_on_a_page_has_different_ids(town, client):
    key = film()
    answer = client.get(show(town.items["fi"], key, key)).content.decode()
    ids = [part.partition('"')[0] for part in answer.split('<figure class="film" id="')[1:]]
    assert len(ids) == len(set(ids)) == 2


def test_a_deleted_film_leaves_no_trace(town, client):
    key = film()
    path = show(town.items["fi"], key)
    NewsPage.objects.get(pk=town.items["fi"].pk)  # the page stays as it was published
    VideoFactory._meta.model.objects.filter(pk=key).delete()
    answer = client.get(path)
    assert answer.status_code == 200
    assert 'class="film' not in answer.content.decode()


def test_thirty_films_cost_no_query_more_than_three(town, client):
    def asked(path: str) -> int:
        for _ in range(2):
            assert client.get(path).status_code == 200
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        return len(captured)

    poster = VideoFactory().poster
    keys = [film(poster=poster) for _ in range(30)]
    few = asked(show(town.items["fi"], *keys[:3]))
    assert asked(show(town.items["fi"], *keys)) == few <= MOST_QUERIES


def test_an_editor_is_shown_the_newest_film_as_an_example(client_as):
    block = NewsPage._meta.get_field("body").stream_block.child_blocks["video"]
    path = reverse("wagtailadmin_block_preview")
    film()
    answer = client_as("editor").get(path, {"id": block.definition_prefix})
    assert "<video " in answer.content.decode()


def test_an_editor_of_a_new_site_is_told_what_would_be_here(client_as, town):
    VideoFactory._meta.model.objects.all().delete()
    block = NewsPage._meta.get_field("body").stream_block.child_blocks["video"]
    answer = client_as("editor").get(
        reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}
    )
    assert "film-none" in answer.content.decode()
