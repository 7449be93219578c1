"""The page of a film: what is missing, what is typed, what stays lawful, what goes."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from PIL import Image

from core.models import Photograph
from tests import films
from tests.factories import (
    VideoFactory,
    VideoRenditionFactory,
    VideoTextFactory,
    VideoTrackFactory,
    locale,
)
from tests.videos.film_form import film_form, text_rows, version_rows
from videos.models import Video, VideoRendition, VideoStill, VideoText, VideoVersion

pytestmark = pytest.mark.django_db

ANCHORS = (
    "film",
    "files",
    "poster",
    "captions",
    "description",
    "texts",
    "versions",
    "rights",
    "usage",
)


@pytest.fixture(autouse=True)
def _english(town: Any) -> Any:
    """Let the editor work in the language of the source, so that sentences can be compared."""
    profile = town.staff["editor"].wagtail_userprofile
    profile.preferred_language = "en"
    profile.save()
    with translation.override("en"):
        yield


def address(video: Video, name: str = "edit") -> str:
    """Return an address of the film's."""
    return reverse(f"videos:{name}", args=[video.pk])


def still_of(video: Video, second: float = 1.0) -> VideoStill:
    """Give a film a still."""
    picture = BytesIO()
    Image.new("RGB", (320, 180), (10, 90, 120)).save(picture, "JPEG")
    still = VideoStill(video=video, second=second)
    still.file.save("still-0.jpg", ContentFile(picture.getvalue()))
    return still


def complaints(response: Any) -> str:
    """Return what a refused form says, in one string."""
    form = response.context["form"]
    rows = [row.errors for formset in form.formsets.values() for row in formset.forms]
    return " ".join(str(error) for error in [form.errors, *rows])


def test_works(town, client_as):
    response = client_as("editor").get(address(town.video))
    html = response.content.decode()
    assert response.status_code == 200
    for anchor in ANCHORS:
        assert f'id="{anchor}"' in html
    assert "Nothing is missing" in html
    assert town.video.manifest["sources"][0]["url"] in html


def test_what_is_missing_leads_to_where_it_is_added(town, client_as):
    video = VideoFactory(
        captions=False, text=False, poster=None, description_decision="", description_reason=""
    )
    html = client_as("editor").get(address(video)).content.decode()
    for href in (
        reverse("videos:track_add", args=[video.pk]),
        address(video) + "#description",
        address(video) + "#poster",
        address(video) + "#texts",
        address(video) + "#files",
    ):
        assert f'href="{href}"' in html
    assert "Nothing is missing" not in html


def test_what_was_typed_is_saved_and_the_editor_stays_on_the_page(town, client_as):
    video = VideoFactory(description_decision="", description_reason="")
    response = client_as("editor").post(
        address(video),
        film_form(
            video,
            title="Koulussa tavataan",
            description_decision=Video.NOT_NEEDED,
            description_reason="Kaksi ihmistä puhuu.",
            rights_until="2030-01-31",
        ),
    )
    assert (response.status_code, response.url) == (302, address(video))
    video.refresh_from_db()
    assert video.title == "Koulussa tavataan"
    assert video.description_decision == Video.NOT_NEEDED
    assert str(video.rights_until) == "2030-01-31"


def test_a_refused_form_keeps_everything_typed_and_saves_nothing(town, client_as):
    video = VideoFactory(title="Ennen")
    data = film_form(
        video,
        title="Jälkeen",
        description_decision=Video.NOT_NEEDED,
        description_reason="",
        consent_note="Kaappi 3",
        texts=[*text_rows(video), {"locale": locale("sv").pk, "title": "På svenska"}],
    )
    response = client_as("editor").post(address(video), data)
    html = response.content.decode()
    assert response.status_code == 200
    assert "Say why the film needs no audio description." in complaints(response)
    for typed in ("Jälkeen", "Kaappi 3", "På svenska"):
        assert typed in html
    video.refresh_from_db()
    assert (video.title, video.consent_note) == ("Ennen", "")
    assert VideoText.objects.filter(video=video).count() == 1


def test_a_live_recording_needs_its_day_and_that_day_is_past(town, client_as):
    video = VideoFactory()
    client = client_as("editor")
    refused = client.post(address(video), film_form(video, is_live_recording="on"))
    assert "Say when it was broadcast" in complaints(refused)
    ahead = (timezone.localtime() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    refused = client.post(
        address(video), film_form(video, is_live_recording="on", broadcast_at=ahead)
    )
    assert "still to come" in complaints(refused)


# Poster -------------------------------------------------------------------------------------------


def test_a_still_becomes_an_image_of_the_library_and_the_poster(town, client_as):
    video = VideoFactory(poster=None)
    still = still_of(video)
    client = client_as("editor")
    html = client.get(address(video)).content.decode()
    assert reverse("video_still", args=[video.key, still.pk]) in html
    assert re.findall(r'name="still" value="(\w*)" id="\w+"( checked)?', html) == [
        ("", " checked"),
        (str(still.pk), ""),
    ]
    before = Photograph.objects.count()
    client.post(address(video), film_form(video, still=str(still.pk), title="Uusi nimi"))
    video.refresh_from_db()
    assert video.title == "Uusi nimi"
    assert video.poster is not None
    assert (video.poster.width, video.poster.uploaded_by_user) == (320, town.staff["editor"])
    assert Photograph.objects.count() == before + 1
    client.post(address(video), film_form(video))
    assert Photograph.objects.count() == before + 1


def test_a_still_of_another_film_is_refused(town, client_as):
    video = VideoFactory(poster=None)
    other = still_of(VideoFactory())
    response = client_as("editor").post(address(video), film_form(video, still=str(other.pk)))
    assert response.status_code == 200
    assert "still" in response.context["form"].errors
    video.refresh_from_db()
    assert video.poster is None


# Texts and versions -------------------------------------------------------------------------------


def test_one_text_a_language(town, client_as):
    video = VideoFactory()
    rows = text_rows(video)
    client = client_as("editor")
    swedish = {"locale": locale("sv").pk, "title": "I skolan", "poster_alt": "Två vid dörren."}
    assert client.post(address(video), film_form(video, texts=[*rows, swedish])).status_code == 302
    assert VideoText.objects.filter(video=video).count() == 2
    assert len(set(VideoText.objects.filter(video=video).values_list("translation_key"))) == 1
    twice = [*text_rows(video), {**swedish, "title": "En till"}]
    refused = client.post(address(video), film_form(video, texts=twice))
    assert refused.status_code == 200
    assert VideoText.objects.filter(video=video).count() == 2


def test_a_text_may_take_the_language_of_one_deleted_in_the_same_form(town, client_as):
    video = VideoFactory()
    (old,) = text_rows(video)
    new = {"locale": old["locale"], "title": "Uusi", "poster_alt": "Ovi."}
    rows = [{**old, "DELETE": "1"}, new]
    assert client_as("editor").post(address(video), film_form(video, texts=rows)).status_code == 302
    assert [text.title for text in VideoText.objects.filter(video=video)] == ["Uusi"]


def test_a_version_is_another_film_and_its_language_fits_its_kind(town, client_as):
    video, signed = VideoFactory(), VideoFactory(spoken_language="fse")
    client = client_as("editor")
    row = {"kind": "signed", "language": "fse", "version": signed.pk}
    assert client.post(address(video), film_form(video, versions=[row])).status_code == 302
    assert VideoVersion.objects.get(video=video).version == signed
    html = client.get(address(video)).content.decode()
    assert signed.title in html
    for wrong in ({"version": video.pk}, {"language": "fi"}):
        rows = [{**version_rows(video)[0], **wrong}]
        assert client.post(address(video), film_form(video, versions=rows)).status_code == 200
    assert VideoVersion.objects.get(video=video).version == signed


# What is public stays lawful ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"description_decision": ""},
        {"description_decision": Video.VERSION, "description_reason": ""},
        {"spoken_language": "sv"},
        {"poster": ""},
        {"texts": "no alternative"},
        {"texts": "none"},
    ],
    ids=str,
)
def test_a_change_that_would_break_a_public_page_is_refused_with_the_page_named(
    town, client_as, change
):
    video = town.video
    if change.get("texts") == "no alternative":
        change = {"texts": [{**text_rows(video)[0], "poster_alt": ""}]}
    elif change.get("texts") == "none":
        change = {"texts": [{**text_rows(video)[0], "DELETE": "1"}]}
    before = Video.objects.values().get(pk=video.pk)
    response = client_as("editor").post(address(video), film_form(video, title="Uusi", **change))
    html = response.content.decode()
    assert response.status_code == 200
    assert "Nothing was saved: the film is on public pages" in html
    assert "Kysy minulta" in html
    assert 'value="Uusi"' in html
    assert Video.objects.values().get(pk=video.pk) == before
    assert VideoText.objects.filter(video=video).exclude(poster_alt="").exists()


def test_a_change_for_the_better_and_the_end_of_a_consent_are_saved_at_once(town, client_as):
    client = client_as("editor")
    yesterday = timezone.localdate() - timedelta(days=1)
    assert (
        client.post(
            address(town.video), film_form(town.video, consent_until=str(yesterday))
        ).status_code
        == 302
    )
    town.video.refresh_from_db()
    assert town.video.is_withdrawn()
    assert client.post(address(town.video), film_form(town.video, title="Uusi")).status_code == 302


def test_a_version_that_a_public_page_needs_is_not_taken_away(town, client_as):
    described = VideoFactory(title="Kuvailtu")
    VideoRenditionFactory(video=described)
    VideoVersion.objects.create(
        video=town.video, kind="described", language="fi", version=described
    )
    Video.objects.filter(pk=town.video.pk).update(description_decision=Video.VERSION)
    town.video.refresh_from_db()
    rows = [{**version_rows(town.video)[0], "DELETE": "1"}]
    client = client_as("editor")
    response = client.post(address(town.video), film_form(town.video, versions=rows))
    assert response.status_code == 200
    assert VideoVersion.objects.filter(video=town.video).exists()
    assert (
        "public pages show it"
        in client.post(address(described, "delete"), follow=True).content.decode()
    )
    assert Video.objects.filter(pk=described.pk).exists()


def test_a_text_by_itself_keeps_what_a_public_page_needs(town, client_as):
    text = VideoText.objects.get(video=town.video)
    viewset = VideoText.snippet_viewset
    data = {"locale": text.locale_id, "title": "Uusi", "summary": "", "transcript": ""}
    url = reverse(viewset.get_url_name("edit"), args=[text.pk])
    client = client_as("editor")
    assert client.post(url, {**data, "poster_alt": ""}).status_code == 200
    text.refresh_from_db()
    assert text.poster_alt
    assert client.post(url, {**data, "poster_alt": "Kaksi ihmistä."}).status_code == 302
    url = reverse(viewset.get_url_name("delete"), args=[text.pk])
    told = client_as("admin").post(url, follow=True).content.decode()
    assert "Kysy minulta" in told
    assert VideoText.objects.filter(pk=text.pk).exists()


# Files --------------------------------------------------------------------------------------------


def test_progress_is_told_as_json(town, client_as):
    video = VideoFactory()
    row = VideoRenditionFactory(video=video, state=VideoRendition.RUNNING, progress=40)
    told = client_as("translator.sv").get(address(video, "progress")).json()
    assert told["running"] is True
    assert told["percent"] == 40
    assert [(file["id"], file["state"], file["progress"]) for file in told["files"]] == [
        (str(row.pk), "running", "40")
    ]
    done = client_as("editor").get(address(town.video, "progress"))
    assert done.json()["running"] is False
    assert "no-store" in done["Cache-Control"] or "no-cache" in done["Cache-Control"]


def test_a_failure_is_told_with_its_reason_and_another_try(town, client_as):
    video = VideoFactory()
    row = VideoRenditionFactory(
        video=video, state=VideoRendition.FAILED, error="timeout", log="<b>last line</b>"
    )
    client = client_as("editor")
    html = client.get(address(video)).content.decode()
    retry = reverse("videos:retry", args=[row.pk])
    assert "took too long" in html
    assert "&lt;b&gt;last line&lt;/b&gt;" in html
    assert f'formaction="{retry}"' in html
    assert client.post(retry).url == address(video) + "#files"
    row.refresh_from_db()
    assert (row.state, row.error) == (VideoRendition.WAITING, "")
    assert "Nothing to do" in client.post(retry, follow=True).content.decode()


def test_the_page_asks_the_same_however_many_captions_there_are(town, client_as):
    client = client_as("editor")
    video = town.video

    def queries() -> int:
        client.get(address(video))
        with CaptureQueriesContext(connection) as captured:
            client.get(address(video))
        return len(captured)

    for code in ("sv",):
        VideoTrackFactory(video=video, language=code)
    few = queries()
    for code in ("en", "ar", "uk", "se"):
        VideoTrackFactory(video=video, language=code)
    assert queries() == few


# Deleting -----------------------------------------------------------------------------------------


def test_a_film_on_a_public_page_is_not_deleted_and_the_page_is_named(town, client_as):
    client = client_as("admin")
    html = client.get(address(town.video, "delete")).content.decode()
    assert "Kysy minulta" in html
    assert 'class="button serious"' not in html
    assert client.post(address(town.video, "delete")).url == address(town.video, "delete")
    assert Video.objects.filter(pk=town.video.pk).exists()


def test_a_film_no_page_shows_goes_with_everything_of_it(town, client_as):
    video = VideoFactory()
    client = client_as("editor")
    assert client.get(address(video, "delete")).status_code == 200
    assert client.post(address(video, "delete")).url == reverse("videos:index")
    assert not Video.objects.filter(pk=video.pk).exists()
    assert not VideoText.objects.filter(video_id=video.pk).exists()


def test_its_uses_are_listed_and_public_ones_are_marked(town, client_as):
    html = client_as("editor").get(address(town.video)).content.decode()
    campaign = reverse("wagtailadmin_pages:edit", args=[town.campaigns["fi"].pk])
    assert campaign in html.split('id="usage"')[1]


# The text as a snippet ----------------------------------------------------------------------------


def test_a_text_is_sent_to_translators_and_comes_back_as_a_text_of_the_film(town):
    from wagtail_localize.models import Translation, TranslationSource

    text = VideoTextFactory(video=VideoFactory(text=False), transcript="Ovi aukeaa.")
    source, _created = TranslationSource.update_or_create_from_instance(text)
    segments = set(source.stringsegment_set.values_list("string__data", flat=True))
    assert {"Koulussa", "Ovi aukeaa.", "Kaksi ihmistä koulun ovella."} <= segments
    Translation.objects.create(source=source, target_locale=locale("sv")).save_target()
    made = VideoText.objects.get(video=text.video, locale=locale("sv"))
    assert made.translation_key == text.translation_key


# Uploading ----------------------------------------------------------------------------------------


def test_an_upload_becomes_a_film_with_its_facts_and_its_files_planned(town, client_as):
    client = client_as("editor")
    assert client.get(reverse("videos:add")).status_code == 200
    data = {"title": "Kirjastossa", "file": films.upload(), "spoken_language": "sv"}
    response = client.post(reverse("videos:add"), data)
    video = Video.objects.get(title="Kirjastossa")
    assert response.url == address(video)
    assert (video.width, video.height, video.spoken_language) == (320, 180, "sv")
    assert video.uploaded_by_user == town.staff["editor"]
    assert video.renditions.exists()
    html = client.get(address(video)).content.decode()
    assert "being made" in html
    assert reverse("video_source", args=[video.key]) in html


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"title": ""}, "title"),
        ({"spoken_language": "xx"}, "spoken_language"),
        ({"file": None}, "file"),
        ({"file": ContentFile(b"\x89PNG\r\n\x1a\n" + b"0" * 500, name="kuva.mp4")}, "file"),
        ({"is_live_recording": "on"}, "broadcast_at"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_refused_upload_keeps_what_was_typed_and_leaves_no_film(
    town, client_as, given, complaint
):
    before = Video.objects.count()
    data = {"title": "Kirjastossa", "spoken_language": "sv", "file": films.upload(), **given}
    data = {name: value for name, value in data.items() if value is not None}
    response = client_as("editor").post(reverse("videos:add"), data)
    assert response.status_code == 200
    assert complaint in response.context["form"].errors
    assert data["title"] in response.content.decode()
    assert Video.objects.count() == before


def test_a_replaced_film_keeps_its_captions_and_its_files_are_made_anew(town, client_as):
    client = client_as("editor")
    video, old = town.video, town.video.checksum
    assert (
        "takes the place of the old one" in client.get(address(video, "replace")).content.decode()
    )
    other = films.film(3)
    response = client.post(address(video, "replace"), {"file": films.upload(other)})
    assert response.url == address(video)
    video.refresh_from_db()
    assert video.checksum != old
    assert video.tracks.exists()
    assert set(video.renditions.values_list("source_checksum", flat=True)) == {video.checksum}
    refused = client.post(
        address(video, "replace"), {"file": ContentFile(b"no film", name="filmi.mp4")}
    )
    assert refused.status_code == 200
    assert Video.objects.get(pk=video.pk).checksum == video.checksum


def test_saving_a_film_as_it_is_changes_nothing(town, client_as):
    """Were a field missing on the page, saving would empty it."""
    fields = [field.name for field in Video._meta.concrete_fields if field.name != "updated_at"]
    before = Video.objects.values(*fields).get(pk=town.video.pk)
    assert client_as("editor").post(address(town.video), film_form(town.video)).status_code == 302
    assert Video.objects.values(*fields).get(pk=town.video.pk) == before
