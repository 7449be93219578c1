"""Captions in the admin: read, mended, checked and deleted; what was typed is never lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation

from tests.factories import VideoFactory, VideoTrackFactory
from videos.cues import MAX_SIZE
from videos.models import Video, VideoTrack

pytestmark = pytest.mark.django_db

GOOD = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<v Oivi>Hei!\n"
OTHER = "WEBVTT\n\n00:00:00.500 --> 00:00:01.500\nHei taas!\n"


@pytest.fixture(autouse=True)
def _english(town: Any) -> Any:
    """Let the editor work in the language of the source, so that sentences can be compared."""
    profile = town.staff["editor"].wagtail_userprofile
    profile.preferred_language = "en"
    profile.save()
    with translation.override("en"):
        yield


def add_url(video: Video) -> str:
    """Return where captions are added."""
    return reverse("videos:track_add", args=[video.pk])


def url_of(track: VideoTrack, name: str = "edit") -> str:
    """Return an address of a timed text."""
    return reverse(f"videos:track_{name}", args=[track.pk])


def sent(**given: Any) -> dict[str, Any]:
    """Return what the form sends: Finnish captions, typed, unless told otherwise."""
    data = {"language": "fi", "kind": "captions", "origin": "human", "text": GOOD, **given}
    return {name: value for name, value in data.items() if value is not None}


def file(content: str | bytes, name: str = "tekstitys.vtt") -> SimpleUploadedFile:
    """Return a file as a form receives it."""
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def errors(response: Any) -> dict[str, list[str]]:
    """Return what a refused form says, field by field."""
    assert response.status_code == 200
    found: dict[str, list[str]] = response.context["form"].errors
    return found


def test_captions_are_typed(client_as):
    video = VideoFactory(captions=False)
    client = client_as("editor")
    html = client.get(add_url(video)).content.decode()
    assert '<option value="fi" selected' in html
    response = client.post(add_url(video), sent())
    assert response.url == reverse("videos:edit", args=[video.pk]) + "#captions"
    track = video.tracks.get()
    assert (track.content, track.language, track.kind, track.reviewed_at) == (
        GOOD, "fi", "captions", None,
    )  # fmt: skip
    video.refresh_from_db()
    assert video.manifest["tracks"][0]["lines"][0]["speaker"] == "Oivi"


def test_a_subrip_file_is_converted_and_outranks_the_text(client_as):
    video = VideoFactory(captions=False)
    srt = "1\r\n00:00:00,500 --> 00:00:01,500\r\n<font color=red>Hei taas!</font>\r\n"
    client_as("editor").post(add_url(video), sent(file=file(srt, "t.srt")))
    assert video.tracks.get().content == OTHER


def test_the_language_asked_for_is_chosen_already(client_as):
    html = client_as("editor").get(add_url(VideoFactory()) + "?language=sv").content.decode()
    assert '<option value="sv" selected' in html


def test_a_fault_is_named_and_the_text_stays(client_as):
    video = VideoFactory(captions=False)
    typed = "WEBVTT\n\n00:00:02.000 --> 00:00:01.000\nVäärin päin\n"
    response = client_as("editor").post(add_url(video), sent(text=typed))
    assert errors(response) == {
        "text": ["Caption 1 ends before it begins: 00:00:02.000 --> 00:00:01.000"]
    }
    assert "Väärin päin" in response.content.decode()
    assert not video.tracks.exists()


def test_a_faulty_file_is_shown_in_the_text_field_where_it_can_be_mended(client_as):
    video = VideoFactory(captions=False)
    bad = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<script>alert(1)</script>\n"
    response = client_as("editor").post(add_url(video), sent(text="", file=file(bad)))
    assert "<script>" in errors(response)["file"][0]
    html = response.content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script>alert(1)" not in html


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "The file is not text"),
        ("Ääni".encode("latin-1"), "not text in UTF-8"),
        (b"x" * (MAX_SIZE + 1), "at most 1 MB"),
    ],
    ids=["picture", "latin-1", "large"],
)
def test_what_is_no_text_is_refused_and_what_was_typed_stays(client_as, content, sentence):
    video = VideoFactory(captions=False)
    response = client_as("editor").post(add_url(video), sent(text=OTHER, file=file(content)))
    assert sentence in str(errors(response)["file"])
    assert "Hei taas!" in response.content.decode()
    assert not video.tracks.exists()


@pytest.mark.parametrize("empty", ["", "  \n ", None])
def test_nothing_is_no_captions(client_as, empty):
    video = VideoFactory(captions=False)
    response = client_as("editor").post(add_url(video), sent(text=empty))
    assert "file" in errors(response)
    assert not video.tracks.exists()


def test_emptying_captions_is_refused(town, client_as):
    track = town.video.tracks.get()
    response = client_as("editor").post(url_of(track), sent(text=""))
    assert "file" in errors(response)
    track.refresh_from_db()
    assert track.content


def test_a_second_text_of_a_kind_in_one_language_is_refused(client_as):
    video = VideoFactory()
    response = client_as("editor").post(add_url(video), sent())
    assert "already" in errors(response)["language"][0]
    assert video.tracks.count() == 1


def test_an_unknown_language_or_kind_is_refused(client_as):
    video = VideoFactory(captions=False)
    client = client_as("editor")
    assert "language" in errors(client.post(add_url(video), sent(language="xx")))
    assert "kind" in errors(client.post(add_url(video), sent(kind="metadata")))
    assert "origin" in errors(client.post(add_url(video), sent(origin="dog")))
    assert not video.tracks.exists()


def test_what_is_hard_to_read_is_told_and_saved_all_the_same(client_as):
    video = VideoFactory(captions=False)
    fast = f"WEBVTT\n\n00:00:00.000 --> 00:00:09.000\n{'sana ' * 60}\n"
    html = client_as("editor").post(add_url(video), sent(text=fast), follow=True).content.decode()
    track = video.tracks.get()
    assert "characters a second" in html
    assert "after the film has ended" in html
    page = client_as("editor").get(url_of(track)).content.decode()
    assert "a line of 299 characters" in page


# Who has checked them -----------------------------------------------------------------------------


def test_a_person_checks_what_a_machine_made(town, client_as):
    video = VideoFactory(captions=False)
    client = client_as("editor")
    client.post(add_url(video), sent(origin="machine"))
    track = video.tracks.get()
    assert track.reviewed_at is None
    html = client.get(reverse("videos:edit", args=[video.pk])).content.decode()
    assert f'formaction="{url_of(track, "review")}"' in html
    client.post(url_of(track, "review"))
    track.refresh_from_db()
    assert track.reviewed_by == town.staff["editor"]
    assert (
        url_of(track, "review")
        not in client.get(reverse("videos:edit", args=[video.pk])).content.decode()
    )


def test_another_file_has_been_checked_by_nobody(town, client_as):
    video = VideoFactory(captions=False)
    track = VideoTrackFactory(
        video=video, origin="machine", reviewed_at=timezone.now(), reviewed_by=town.staff["admin"]
    )
    client = client_as("editor")
    client.post(url_of(track), sent(origin="machine", reviewed="on", file=file(OTHER), text=""))
    track.refresh_from_db()
    assert (track.content, track.reviewed_at) == (OTHER, None)
    client.post(url_of(track), sent(origin="machine", reviewed="on", text=OTHER))
    track.refresh_from_db()
    assert track.reviewed_by == town.staff["editor"]


def test_an_empty_translation_cannot_be_called_checked(client_as):
    track = VideoTrackFactory(video=VideoFactory(), language="sv", content="")
    client_as("editor").post(url_of(track, "review"))
    track.refresh_from_db()
    assert track.reviewed_at is None


# What public pages need ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [{"language": "sv"}, {"kind": "subtitles"}, {"kind": "chapters"}, {"origin": "machine"}],
    ids=str,
)
def test_the_captions_a_public_page_needs_are_changed_for_better_ones_only(town, client_as, change):
    track = town.video.tracks.get()
    before = VideoTrack.objects.values().get(pk=track.pk)
    response = client_as("editor").post(url_of(track), sent(text=OTHER, **change))
    assert "Kysy minulta" in str(errors(response)["__all__"])
    assert "Hei taas!" in response.content.decode()
    assert VideoTrack.objects.values().get(pk=track.pk) == before
    assert client_as("editor").post(url_of(track), sent(text=OTHER)).status_code == 302
    track.refresh_from_db()
    assert track.content == OTHER


def test_the_captions_a_public_page_needs_are_not_deleted_and_the_page_is_named(town, client_as):
    track = town.video.tracks.get()
    client = client_as("editor")
    html = client.get(url_of(track, "delete")).content.decode()
    assert "Kysy minulta" in html
    assert 'class="button serious"' not in html
    told = client.post(url_of(track, "delete"), follow=True).content.decode()
    assert "would no longer be accessible" in told
    assert VideoTrack.objects.filter(pk=track.pk).exists()


def test_other_captions_are_deleted_after_a_question(town, client_as):
    track = VideoTrackFactory(video=town.video, language="sv")
    client = client_as("editor")
    assert 'class="button serious"' in client.get(url_of(track, "delete")).content.decode()
    assert VideoTrack.objects.filter(pk=track.pk).exists()
    assert client.post(url_of(track, "delete")).status_code == 302
    assert not VideoTrack.objects.filter(pk=track.pk).exists()


# Downloading --------------------------------------------------------------------------------------


def test_captions_are_downloaded_as_a_file_of_their_own_type(town, client_as):
    town.video.title = 'Evil"\r\nX: y'
    town.video.save()
    track = town.video.tracks.get()
    response = client_as("translator.sv").get(url_of(track, "download"))
    assert response.content.decode() == track.content
    assert response["Content-Type"] == "text/vtt; charset=utf-8"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"] == 'attachment; filename="evil-x-y-captions-fi.vtt"'
