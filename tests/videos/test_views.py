"""Files of films and timed texts, as browsers and caches ask for them."""

from __future__ import annotations

import hashlib
import logging
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from news.models import NewsPage
from tests.factories import VideoFactory, VideoTextFactory, VideoTrackFactory, locale
from tests.serving import CONTENT, ETAG, FOREVER, PRIVATE, address, body_of, let_go
from videos.models import VideoRendition, VideoStill

pytestmark = pytest.mark.django_db
FUZZ = hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def page_of(film):
    """Return the page that shows the film: the only one of its type."""
    return NewsPage.objects.get()


# Whole files --------------------------------------------------------------------------------------


def test_a_public_film_is_served_whole_and_kept_for_ever(client, small):
    response = client.get(address(small))
    assert response.status_code == 200
    assert response["Content-Type"] == "video/mp4"
    assert response["Content-Length"] == "1024"
    assert response["Accept-Ranges"] == "bytes"
    assert response["ETag"] == ETAG
    assert response["Last-Modified"].endswith("GMT")
    assert response["Cache-Control"] == FOREVER
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Content-Disposition"].startswith("inline; ")
    assert response["Content-Language"] == "fi"
    assert not response.has_header("Access-Control-Allow-Origin")
    assert not response.has_header("Set-Cookie")
    assert body_of(response) == CONTENT


def test_what_is_public_does_not_vary_by_cookie_even_for_staff(staff_client, client, small):
    for asking in (client, staff_client("editor")):
        response = asking.get(address(small))
        assert response["Cache-Control"] == FOREVER
        assert "Cookie" not in response.get("Vary", "")
        let_go(response)


def test_the_bytes_are_those_of_the_file_whatever_the_browser_would_unpack(client, small):
    response = client.get(address(small), headers={"Accept-Encoding": "gzip, deflate, br"})
    assert not response.has_header("Content-Encoding")
    assert response["Content-Length"] == "1024"
    assert response["ETag"] == ETAG
    assert body_of(response) == CONTENT


def test_head_tells_all_but_sends_nothing(client, small):
    response = client.head(address(small), headers={"Range": "bytes=0-9"})
    assert response.status_code == 200, "a range is defined for GET alone"
    assert response["Content-Length"] == "1024"
    assert response["ETag"] == ETAG
    assert not response.has_header("Content-Range")
    assert body_of(response) == b""


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nothing_but_get_and_head(client, small, method):
    track = small.tracks.get()
    for path in (address(small), track.url, small.url, reverse("video_still", args=[small.key, 1])):
        response = getattr(client, method)(path)
        assert response.status_code == 405
        assert set(response["Allow"].split(", ")) == {"GET", "HEAD"}


def test_an_empty_file_is_served_as_one(client, small):
    row = small.renditions.get()
    Path(row.file.path).write_bytes(b"")
    for headers, status in (({}, 200), ({"Range": "bytes=-5"}, 200), ({"Range": "bytes=0-"}, 416)):
        response = client.get(address(small), headers=headers)
        assert response.status_code == status
        assert body_of(response) == b""
        if status == 416:
            assert response["Content-Range"] == "bytes */0"
        else:
            assert response["Content-Length"] == "0"


def test_a_file_lost_from_the_disk_is_not_found_and_logged(client, small, caplog):
    Path(small.renditions.get().file.path).unlink()
    with caplog.at_level(logging.ERROR, "videos"):
        assert client.get(address(small)).status_code == 404
    assert "small" in caplog.text


# Ranges and conditions ----------------------------------------------------------------------------

NOW = "Last-Modified"
LATER, EARLIER = "Fri, 01 Jan 2100 00:00:00 GMT", "Thu, 01 Jan 2015 00:00:00 GMT"
#: Headers, status, Content-Range, and the slice of the content; NOW stands for the file's own date.
ASKED = [
    ({}, 200, None, (0, 1024)),
    ({"Range": "bytes=0-0"}, 206, "bytes 0-0/1024", (0, 1)),
    ({"Range": "bytes=0-"}, 206, "bytes 0-1023/1024", (0, 1024)),
    ({"Range": "bytes=500-999"}, 206, "bytes 500-999/1024", (500, 1000)),
    ({"Range": "bytes=1000-5000"}, 206, "bytes 1000-1023/1024", (1000, 1024)),
    ({"Range": "bytes=-24"}, 206, "bytes 1000-1023/1024", (1000, 1024)),
    ({"Range": "bytes=-5000"}, 206, "bytes 0-1023/1024", (0, 1024)),
    ({"Range": "bytes=1024-"}, 416, "bytes */1024", None),
    ({"Range": "bytes=-0"}, 416, "bytes */1024", None),
    ({"Range": "bytes=0-1,5-6"}, 200, None, (0, 1024)),
    ({"Range": "bytes=9-1"}, 200, None, (0, 1024)),
    ({"Range": "seconds=1-2"}, 200, None, (0, 1024)),
    ({"Range": "bytes=a-b"}, 200, None, (0, 1024)),
    # If-Range
    ({"Range": "bytes=0-9", "If-Range": ETAG}, 206, "bytes 0-9/1024", (0, 10)),
    ({"Range": "bytes=0-9", "If-Range": f"W/{ETAG}"}, 200, None, (0, 1024)),
    ({"Range": "bytes=0-9", "If-Range": '"old"'}, 200, None, (0, 1024)),
    ({"Range": "bytes=0-9", "If-Range": NOW}, 206, "bytes 0-9/1024", (0, 10)),
    ({"Range": "bytes=0-9", "If-Range": EARLIER}, 200, None, (0, 1024)),
    ({"Range": "bytes=0-9", "If-Range": LATER}, 200, None, (0, 1024)),
    ({"Range": "bytes=9999-", "If-Range": '"old"'}, 200, None, (0, 1024)),
    ({"If-Range": ETAG}, 200, None, (0, 1024)),
    # If-None-Match and If-Modified-Since
    ({"If-None-Match": ETAG}, 304, None, None),
    ({"If-None-Match": f"W/{ETAG}"}, 304, None, None),
    ({"If-None-Match": f'"a", {ETAG}'}, 304, None, None),
    ({"If-None-Match": "*"}, 304, None, None),
    ({"If-None-Match": '"old"'}, 200, None, (0, 1024)),
    ({"If-None-Match": "nonsense"}, 200, None, (0, 1024)),
    ({"If-None-Match": ETAG, "Range": "bytes=0-9"}, 304, None, None),
    ({"If-None-Match": '"old"', "Range": "bytes=0-9"}, 206, "bytes 0-9/1024", (0, 10)),
    ({"If-Modified-Since": NOW}, 304, None, None),
    ({"If-Modified-Since": LATER}, 304, None, None),
    ({"If-Modified-Since": EARLIER}, 200, None, (0, 1024)),
    ({"If-Modified-Since": "yesterday"}, 200, None, (0, 1024)),
    ({"If-None-Match": '"old"', "If-Modified-Since": LATER}, 200, None, (0, 1024)),
    # If-Match and If-Unmodified-Since
    ({"If-Match": ETAG}, 200, None, (0, 1024)),
    ({"If-Match": "*", "Range": "bytes=0-9"}, 206, "bytes 0-9/1024", (0, 10)),
    ({"If-Match": '"old"'}, 412, None, None),
    ({"If-Match": '"old"', "Range": "bytes=0-9"}, 412, None, None),
    ({"If-Unmodified-Since": NOW}, 200, None, (0, 1024)),
    ({"If-Unmodified-Since": EARLIER}, 412, None, None),
]


@pytest.mark.parametrize(("headers", "status", "content_range", "span"), ASKED)
def test_what_is_asked_and_what_is_answered(client, small, headers, status, content_range, span):
    own = client.head(address(small))["Last-Modified"]
    sent = {name: own if value is NOW else value for name, value in headers.items()}
    response = client.get(address(small), headers=sent)
    assert response.status_code == status
    assert response.get("Content-Range") == content_range
    if span is None:
        assert body_of(response) == b""
    else:
        assert response["Content-Length"] == str(span[1] - span[0])
        assert body_of(response) == CONTENT[slice(*span)]
    if status in (200, 206, 304):
        assert response["ETag"] == ETAG
        assert response["Cache-Control"] == FOREVER
        assert response["Last-Modified"] == own


def test_any_range_is_a_slice_of_the_content_or_refused(client, small):
    url, size = address(small), len(CONTENT)

    @FUZZ
    @given(st.one_of(st.none(), st.integers(0, 1100)), st.one_of(st.none(), st.integers(0, 1100)))
    def ask(first, last):
        header = f"bytes={'' if first is None else first}-{'' if last is None else last}"
        response = client.get(url, headers={"Range": header})
        body = body_of(response)
        if first is None:
            expected = CONTENT[-last:] if last else (CONTENT if last is None else b"")
        else:
            expected = CONTENT[first : size if last is None else last + 1]
        is_range = (first, last) != (None, None) and not (
            None not in (first, last) and last < first
        )
        if not is_range:
            assert (response.status_code, body) == (200, CONTENT)
        elif not expected:
            assert (response.status_code, body) == (416, b"")
        else:
            assert (response.status_code, body) == (206, expected)

    ask()


def test_nothing_a_stranger_can_send_breaks_an_answer(client, small):
    track = small.tracks.get()
    routes = [address(small), track.url, small.url, reverse("video_still", args=[small.key, 1])]
    names = [
        "Range",
        "If-Range",
        "If-None-Match",
        "If-Match",
        "If-Modified-Since",
        "Accept-Encoding",
    ]
    value = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=60)

    @FUZZ
    @given(
        st.sampled_from(routes),
        st.dictionaries(st.sampled_from(names), value, max_size=3),
        st.text(max_size=30),
        st.text(max_size=30),
    )
    def ask(path, headers, name, text):
        for query in ({"download": "1", "lang": text}, {name: text}, {"download": text}):
            response = client.get(path, query, headers=headers)
            assert response.status_code in {200, 206, 304, 404, 412, 416}
            let_go(response)
        response = client.get(f"{path}?{'%00%ff&&=%u' * 3}")
        assert response.status_code in {200, 404}
        let_go(response)

    ask()


@pytest.mark.parametrize(
    "path",
    [
        "{key}/480p.{digest}.mp4%00",
        "{key}/480p%00.{digest}.mp4",
        "{key}/../{key}/480p.{digest}.mp4",
        "{key}/..%2f..%2fetc%2fpasswd.{digest}.mp4",
        "{key}/....//480p.{digest}.mp4",
        "{key}/9999p.{digest}.mp4",
        "{key}/480p..mp4",
        "{other}/480p.{digest}.mp4",
        "not-a-key/480p.{digest}.mp4",
        "{key}/captions.fi.{digest}.vtt%00",
        "{key}/captions.xx.{digest}.vtt",
        "{key}/metadata.fi.{digest}.vtt",
        "{other}/captions.fi.{digest}.vtt",
        "{key}/source%00",
        "{other}/source",
        "{key}/still--1",
        "{key}/still-0",
        "{key}/still-99999999999999999999999999",
        "{key}/still-" + "9" * 400,
        "{key}/",
        "{key}",
        "",
    ],
)
def test_an_address_of_nothing_is_not_found(staff_client, small, path):
    digest = small.renditions.get().checksum[:12]
    filled = path.format(key=small.key, other=uuid.uuid4(), digest=digest)
    response = staff_client("admin").get(f"/video/{filled}", follow=True)
    assert response.status_code == 404


def test_the_folder_of_uploads_is_no_way_round(staff_client, small):
    row, admin = small.renditions.get(), staff_client("admin")
    for name in (row.file.name, small.file.name):
        assert admin.get(f"/media/{name}").status_code == 404


# Addresses ----------------------------------------------------------------------------------------


def test_an_old_address_leads_to_the_present_one_for_a_short_while(client, small):
    old = reverse("video_file", args=[small.key, "480p", "0123456789ab", "mp4"])
    response = client.get(f"{old}?download=1&lang=sv&next=//example.org")
    assert response.status_code == 302
    assert response["Location"] == f"{address(small)}?download=1&lang=sv"
    assert response["Cache-Control"] == "public, max-age=60"
    wrong_ending = client.get(address(small).replace(".mp4", ".webm"))
    assert wrong_ending["Location"] == address(small)


def test_an_old_address_of_a_film_that_is_not_public_says_nothing(client, staff_client, small):
    page_of(small).unpublish()
    old = reverse("video_file", args=[small.key, "480p", "0123456789ab", "mp4"])
    assert client.get(old).status_code == 404
    assert staff_client("editor").get(old)["Cache-Control"] == PRIVATE


@pytest.mark.parametrize("state", [VideoRendition.WAITING, VideoRendition.RUNNING, "failed"])
def test_a_file_that_is_not_finished_is_not_served(staff_client, small, state):
    url = address(small)
    small.renditions.update(state=state)
    assert staff_client("admin").get(url).status_code == 404


def test_a_file_made_of_a_film_since_replaced_is_not_served(client, small):
    url = address(small)
    type(small).objects.filter(pk=small.pk).update(checksum="f" * 64)
    assert client.get(url).status_code == 404


def test_the_right_to_show_a_film_ends_in_the_caches_too(client, small):
    type(small).objects.filter(pk=small.pk).update(rights_until=timezone.localdate())
    header = client.get(address(small))["Cache-Control"]
    seconds = int(header.removeprefix("public, max-age=").removesuffix(", immutable"))
    assert 0 <= seconds <= 25 * 3600, "to the end of the day, which may have 25 hours"
    yesterday = timezone.localdate() - timedelta(days=1)
    type(small).objects.filter(pk=small.pk).update(rights_until=yesterday)
    assert client.get(address(small)).status_code == 404


# Who may ------------------------------------------------------------------------------------------


def test_what_is_not_public_is_not_found_and_staff_get_it_uncached(client, staff_client, small):
    page_of(small).unpublish()
    editor = staff_client("editor")
    for path in (address(small), small.tracks.get().url):
        assert client.get(path).status_code == 404
        for headers in ({"Range": "bytes=0-9"}, {"If-None-Match": ETAG}, {"If-None-Match": "*"}):
            assert client.get(path, headers=headers).status_code == 404
        response = editor.get(path)
        assert response.status_code == 200
        assert response["Cache-Control"] == PRIVATE
        let_go(response)


def test_the_password_of_the_page_opens_its_film(client, small):
    page = page_of(small)
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="sala"
    )
    assert client.get(address(small)).status_code == 404
    form = {"password": "sala", "return_url": page.url}
    args = [restriction.pk, page.pk]
    client.post(reverse("wagtailcore_authenticate_with_password", args=args), form)
    response = client.get(address(small), headers={"Range": "bytes=0-9"})
    assert response.status_code == 206
    assert response["Cache-Control"] == PRIVATE
    assert body_of(response) == CONTENT[:10]


def test_a_public_file_costs_five_queries(client, small):
    path = address(small)
    let_go(client.get(path))
    for asked in (path, small.tracks.get().url):
        with CaptureQueriesContext(connection) as captured:
            let_go(client.get(asked, headers={"Range": "bytes=0-9"}))
        assert len(captured) == 5, [query["sql"][:120] for query in captured]


# Timed texts --------------------------------------------------------------------------------------


def test_captions_are_served_as_webvtt(client, small):
    track = small.tracks.get()
    response = client.get(track.url)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/vtt; charset=utf-8"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["ETag"] == f'"{track.digest}"'
    assert response["Cache-Control"] == FOREVER
    assert response["Content-Language"] == "fi"
    assert response["Content-Disposition"] == 'inline; filename="Koulussa fi.vtt"'
    assert not response.has_header("Access-Control-Allow-Origin")
    assert response.content.decode() == track.content
    again = client.get(track.url, headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == FOREVER
    head = client.head(track.url)
    assert (head["Content-Length"], head.content) == (str(len(response.content)), b"")


def test_captions_are_compressed_for_browsers_that_allow_it(client, small):
    track = small.tracks.get()
    track.content += "".join(
        f"\n00:00:{n:02}.000 --> 00:00:{n:02}.900\n<v Oivi>Hei taas!\n" for n in range(3, 50)
    )
    track.save()
    response = client.get(track.url, headers={"Accept-Encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    again = client.get(
        track.url, headers={"Accept-Encoding": "gzip", "If-None-Match": response["ETag"]}
    )
    assert again.status_code == 304


def test_a_changed_track_has_a_new_address_and_the_old_one_leads_there(client, small):
    track = small.tracks.get()
    old = track.url
    track.content = track.content.replace("Hei", "Moi")
    track.save()
    response = client.get(f"{old}?download=1")
    assert response.status_code == 302
    assert response["Location"] == f"{track.url}?download=1"
    assert "Moi" in client.get(response["Location"]).content.decode()


def test_a_track_is_downloaded_under_a_name_in_its_own_language(client, small):
    VideoTextFactory(video=small, locale=locale("sv"), title="I skolan")
    swedish = VideoTrackFactory(video=small, language="sv", kind="subtitles")
    chapters = VideoTrackFactory(video=small, language="sv", kind="chapters")
    names = [client.get(f"{t.url}?download=1")["Content-Disposition"] for t in (swedish, chapters)]
    assert names == [
        'attachment; filename="I skolan sv.vtt"',
        'attachment; filename="I skolan chapters sv.vtt"',
    ]


def test_a_translation_only_begun_is_not_served(client, staff_client, small):
    track = VideoTrackFactory(video=small, language="sv")
    url = track.url
    track.content, track.draft = "", {"00:00:00.000 --> 00:00:01.000": "Hej!"}
    track.save()
    for asking in (client, staff_client("admin")):
        assert asking.get(url).status_code == 404
        assert asking.get(track.url).status_code == 404


# What was uploaded --------------------------------------------------------------------------------


def test_the_uploaded_film_and_its_stills_are_for_those_who_keep_it(client, staff_client, small):
    still = VideoStill(video=small, second=1.0)
    still.file.save("still-1.jpg", ContentFile(b"\xff\xd8\xff"))
    paths = (small.url, reverse("video_still", args=[small.key, still.pk]))
    editor, admin = staff_client("editor"), staff_client("admin")
    for path in paths:
        for asking in (client, editor):
            assert asking.get(path).status_code == 404
    film, picture = (admin.get(path) for path in paths)
    assert (film.status_code, film["Content-Type"]) == (200, "video/mp4")
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/jpeg")
    assert film["Cache-Control"] == picture["Cache-Control"] == PRIVATE
    assert film["Content-Disposition"].startswith("inline")
    assert film["X-Content-Type-Options"] == "nosniff"
    assert hashlib.sha256(body_of(film)).hexdigest() == small.checksum
    assert body_of(picture) == b"\xff\xd8\xff"


def test_the_still_of_one_film_is_not_found_under_another(staff_client, small):
    still = VideoStill(video=small, second=1.0)
    still.file.save("still-1.jpg", ContentFile(b"\xff\xd8\xff"))
    other = reverse("video_still", args=[VideoFactory().key, still.pk])
    assert staff_client("admin").get(other).status_code == 404


def test_an_upload_of_an_unknown_kind_is_only_for_saving(staff_client, small):
    small.file.save("x.html", ContentFile(b"<script>alert(1)</script>"))
    response = staff_client("admin").get(small.url)
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    let_go(response)
