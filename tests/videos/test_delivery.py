"""How a file is sent: under which name, in how little memory, and by nginx."""

from __future__ import annotations

import resource
import tracemalloc
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings
from django.test import AsyncRequestFactory

from news.models import NewsPage
from tests.factories import VideoTextFactory, locale
from tests.serving import CONTENT, FOREVER, PRIVATE, address, body_of, let_go
from videos import views
from videos.delivery import file_name
from videos.ranges import CHUNK

pytestmark = pytest.mark.django_db


# Downloads ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", 'inline; filename="Koulussa 480p.mp4"'),
        ("?download=1", 'attachment; filename="Koulussa 480p.mp4"'),
        (
            "?download=1&lang=sv",
            "attachment; filename*=utf-8''I%20skolan%20%E2%80%93%20p%C3%A5%20g%C3%A5rden%20480p.mp4",
        ),
        ("?download=1&lang=ar", 'attachment; filename="Koulussa 480p.mp4"'),
        ("?download=1&lang=%00%22%0d%0aX:y", 'attachment; filename="Koulussa 480p.mp4"'),
        ("?download=0", 'inline; filename="Koulussa 480p.mp4"'),
    ],
)
def test_a_download_is_named_in_the_language_asked_for(client, small, query, expected):
    VideoTextFactory(video=small, locale=locale("sv"), title="I skolan – på gården")
    response = client.get(f"{address(small)}{query}")
    assert response["Content-Disposition"] == expected
    let_go(response)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Koulussa", "Koulussa 480p.mp4"),
        ("../../etc/passwd", "etc passwd 480p.mp4"),
        ('Kuka "sinä" olet? <b>/ \\ |*: ', "Kuka sinä olet b 480p.mp4"),
        ("rivi\r\nX-Evil: 1", "rivi X-Evil 1 480p.mp4"),
        ("\u202egpj.exe\u2066\x00\x7f", "gpj.exe 480p.mp4"),
        ("\ud800", "480p.mp4"),
        ("  .  ", "480p.mp4"),
        ("", "480p.mp4"),
        ("في المدرسة", "في المدرسة 480p.mp4"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title, name):
    assert file_name(title, "480p.mp4") == name


def test_a_long_title_is_cut_between_two_letters():
    name = file_name("ä" * 300, "480p.mp4")
    assert len(name.encode()) < 200
    assert name == f"{'ä' * 90} 480p.mp4"


def test_a_film_without_a_text_is_named_by_its_record(client, small):
    small.texts.all().delete()
    type(small).objects.filter(pk=small.pk).update(title="Kohtaaminen 1")
    response = client.get(f"{address(small)}?download=1")
    assert response["Content-Disposition"] == 'attachment; filename="Kohtaaminen 1 480p.mp4"'
    let_go(response)


# Memory -------------------------------------------------------------------------------------------

GIGABYTE = 1024**3


@pytest.fixture
def huge(small):
    """The film with a file of 1 GB that takes no room on the disk, and nine bytes at its end."""
    row = small.renditions.get()
    with Path(row.file.path).open("wb") as file:
        file.truncate(GIGABYTE - 9)
        file.seek(0, 2)
        file.write(b"the end!\n")
    return small


def peak_of(work) -> int:
    """Return how many bytes of Python's memory ``work`` needs at the most."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_file_of_a_gigabyte_is_sent_whole_in_a_few_chunks_of_memory(client, huge):
    sent = []

    def work() -> None:
        response = client.get(address(huge), headers={"Accept-Encoding": "gzip"})
        assert response["Content-Length"] == str(GIGABYTE)
        total, last = 0, b""
        for chunk in response:
            assert len(chunk) <= CHUNK
            total, last = total + len(chunk), chunk
        let_go(response)
        sent.append((total, last[-9:]))

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak = peak_of(work)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before  # KB on Linux
    assert sent == [(GIGABYTE, b"the end!\n")]
    assert peak < 8 * 1024**2
    assert grown < 16 * 1024


def test_the_end_of_a_file_of_a_gigabyte_is_not_looked_for_from_its_beginning(client, huge):
    answers = []

    def work() -> None:
        for header in ("bytes=-9", f"bytes={GIGABYTE - 9}-"):
            response = client.get(address(huge), headers={"Range": header})
            answers.append((response.status_code, response["Content-Range"], body_of(response)))

    assert peak_of(work) < 4 * 1024**2
    expected = (206, f"bytes {GIGABYTE - 9}-{GIGABYTE - 1}/{GIGABYTE}", b"the end!\n")
    assert answers == [expected, expected]


def test_asgi_gets_the_pieces_in_turn_too(huge):
    """Django gathers a plain iterator whole before it sends anything under ASGI."""
    row = huge.renditions.get()
    request = AsyncRequestFactory().get(row.url, headers={"Range": f"bytes=0-{40 * CHUNK}"})
    response = views.file(request, huge.key, "480p", row.checksum[:12], "mp4")
    assert response.is_async

    async def lengths() -> list[int]:
        return [len(chunk) async for chunk in response]

    with ThreadPoolExecutor(1) as elsewhere:  # here a browser may keep an event loop running
        assert elsewhere.submit(async_to_sync(lengths)).result() == [CHUNK] * 40 + [1]
    assert response.piece.file.closed


def test_a_reader_who_goes_away_leaves_no_file_open(client, huge):
    for read in (0, 1):
        response = client.get(address(huge))
        file = response.piece.file
        for _ in range(read):
            next(iter(response))
        let_go(response)
        assert file.closed


def test_a_range_goes_over_the_wire_as_it_was_asked_for(live_server, small):
    request = urllib.request.Request(  # noqa: S310  (the test's own server)
        f"{live_server.url}{address(small)}",
        headers={"Range": "bytes=256-511", "Accept-Encoding": "gzip"},
    )
    with urllib.request.urlopen(request) as response:  # noqa: S310
        assert response.status == 206
        assert response.headers["Content-Range"] == "bytes 256-511/1024"
        assert response.headers["Content-Length"] == "256"
        assert response.read() == CONTENT[256:512]


# nginx --------------------------------------------------------------------------------------------


@pytest.fixture
def nginx(settings):
    """The site as it is configured behind nginx."""
    settings.KOHTAAMO_X_ACCEL = "/protected-media/"


def test_nginx_is_told_which_file_to_send_and_what_to_say_of_it(client, nginx, small):
    row = small.renditions.get()
    response = client.get(f"{row.url}?download=1", headers={"Range": "bytes=0-9"})
    assert response.status_code == 200
    assert response["X-Accel-Redirect"] == f"/protected-media/{row.file.name}"
    assert response["Content-Type"] == "video/mp4"
    assert response["Cache-Control"] == FOREVER
    assert response["Content-Disposition"] == 'attachment; filename="Koulussa 480p.mp4"'
    assert response.content == b""
    for header in ("Content-Range", "ETag", "Last-Modified", "Accept-Ranges"):
        assert not response.has_header(header), "nginx says it better"


def test_nginx_sends_nothing_to_those_who_may_not_see_it(client, staff_client, nginx, small):
    NewsPage.objects.get().unpublish()
    admin = staff_client("admin")
    for path in (address(small), small.url):
        refused = client.get(path)
        assert refused.status_code == 404
        assert not refused.has_header("X-Accel-Redirect")
        allowed = admin.get(path)
        assert allowed["X-Accel-Redirect"].startswith("/protected-media/videos/")
        assert allowed["Cache-Control"] == PRIVATE


def test_a_file_name_cannot_lead_nginx_astray(client, nginx, small):
    row = small.renditions.get()
    type(row).objects.filter(pk=row.pk).update(file="videos/a b?x=../%2e%2e/ä.mp4")
    response = client.get(address(small))
    assert response["X-Accel-Redirect"] == (
        "/protected-media/videos/a%20b%3Fx%3D../%252e%252e/%C3%A4.mp4"
    )


def test_without_the_setting_the_site_sends_films_itself():
    assert settings.KOHTAAMO_X_ACCEL == ""
