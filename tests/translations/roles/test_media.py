"""Captions and texts of films, by the language they are in."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.factories import VideoTrackFactory
from tests.translations.roles.test_pages import refused
from tests.videos.captions import SWEDISH, film
from tests.videos.film_form import film_form, text_rows
from videos.admin.rights import languages_to_write
from videos.caption_translation.rights import languages_of, languages_to_offer
from videos.models import TranslatedCue, Video, VideoText, VideoTrack

pytestmark = pytest.mark.django_db

CAPTIONS = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nHej!\n"


def tracks():
    return list(VideoTrack.objects.order_by("pk").values("pk", "language", "content"))


def test_captions_are_added_in_her_language_only(client_as, swede):
    video = film().video
    url = reverse("videos:track_add", args=[video.pk])
    client = client_as(swede)
    assert dict(client.get(url).context["form"].fields["language"].choices).keys() == {"sv"}
    for code in ("fi", "en", "sv"):
        before = tracks()
        sent = {"language": code, "kind": "captions", "origin": "human", "text": CAPTIONS}
        client.post(url, sent)
        assert (tracks() != before) is (code == "sv")


@pytest.mark.parametrize("name", ["edit", "delete", "review"])
def test_captions_are_changed_in_her_language_only(client_as, swede, name):
    finnish = film()
    swedish = VideoTrackFactory(video=finnish.video, language="sv", content=CAPTIONS)
    sent = {"language": "sv", "kind": "captions", "origin": "human", "text": CAPTIONS + "\n"}
    fields = ("language", "content", "reviewed_by", "updated_at")
    for track in (finnish, swedish):
        before = list(VideoTrack.objects.filter(pk=track.pk).values(*fields))
        url = reverse(f"videos:track_{name}", args=[track.pk])
        is_hers = track is swedish
        if name != "review":
            assert refused(client_as(swede).get(url)) is not is_hers
        assert refused(client_as(swede).post(url, sent)) is not is_hers
        after = list(VideoTrack.objects.filter(pk=track.pk).values(*fields))
        assert (after != before) is is_hers


def test_a_film_goes_with_what_is_written_in_her_language_only(client_as, swede):
    finnish = film()
    url = reverse("videos:delete", args=[finnish.video_id])
    assert refused(client_as(swede).get(url))
    assert refused(client_as(swede).post(url))
    assert Video.objects.filter(pk=finnish.video_id).exists()
    VideoText.objects.filter(video=finnish.video).delete()
    VideoTrack.objects.filter(pk=finnish.pk).update(language="sv")
    assert client_as(swede).get(url).status_code == 200
    client_as(swede).post(url)
    assert not Video.objects.filter(pk=finnish.video_id).exists()


def test_captions_are_translated_into_her_language_only(client_as, swede):
    source = film()
    for code in ("en", "ar", "sv"):
        url = reverse("videos:track_translate", args=[source.pk, code])
        assert refused(client_as(swede).get(url)) is (code != "sv")
        key = next(iter(source.cue_keys())) if hasattr(source, "cue_keys") else "1"
        client_as(swede).post(url, {f"text:{key}": SWEDISH[0], "bases": "{}"})
        assert code == "sv" or not TranslatedCue.objects.exists()


def test_she_is_offered_her_language_only(town, swede):
    video = film().video
    assert list(languages_of(swede)) == list(languages_to_offer(swede)) == ["sv"]
    assert [code for code, _name in languages_to_write(swede, video)] == ["sv"]
    assert len(languages_to_write(town.staff["editor"], video)) > 3


def test_texts_of_a_film_are_written_in_her_language_only(town, client_as, swede):
    video: Video = town.video
    video.texts.model.objects.filter(video=video).first().copy_for_translation(
        town.locales["sv"]
    ).save()
    url = reverse("videos:edit", args=[video.pk])
    client = client_as(swede)
    for code in ("fi", "sv"):
        rows = text_rows(video)
        for row in rows:
            if row["locale"] == town.locales[code].pk:
                row["title"] = "Skrivet"
        before = list(VideoText.objects.order_by("pk").values())
        answer = client.post(url, film_form(video, texts=rows))
        assert answer.status_code == (302 if code == "sv" else 200)
        assert (list(VideoText.objects.order_by("pk").values()) != before) is (code == "sv")
    english = {"id": "", "locale": town.locales["en"].pk, "title": "New", "summary": "",
               "poster_alt": "", "transcript": ""}  # fmt: skip
    before = VideoText.objects.count()
    assert client.post(url, film_form(video, texts=[*text_rows(video), english])).status_code == 200
    assert VideoText.objects.count() == before
