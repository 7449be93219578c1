"""Whatever is uploaded in place of a film gets a sentence, and leaves nothing behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.urls import reverse
from django.utils.html import escape
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import films, odd_films
from videos import ffmpeg, probing, transcoding
from videos.models import Video, VideoRendition, VideoStill
from videos.probing import ProbeError, check_name, probe

SECRET = "salaisuus-4711"
pytestmark = pytest.mark.django_db


@pytest.fixture
def upload(admin_client):
    """Return a function that uploads a file in the chooser as an editor does, and returns the answer."""
    client = admin_client

    def upload(path: Path, name: str = ""):
        return client.post(
            reverse("wagtailmedia:chooser_upload", args=["video"]),
            {
                "media-chooser-upload-title": "Kohtaaminen",
                "media-chooser-upload-file": films.upload(path, name or path.name),
                "media-chooser-upload-spoken_language": "fi",
                "media-chooser-upload-collection": "1",
                "media-chooser-upload-tags": "",
            },
        )

    return upload


@pytest.fixture
def stored() -> Iterator[None]:
    """Fail if the test leaves a row or a file."""
    before = _files()
    yield
    assert not Video.objects.exists()
    assert not VideoRendition.objects.exists()
    assert not VideoStill.objects.exists()
    assert _files() == before


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """Serve on this machine; give the address, and the list of what was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            data = films.film().read_bytes()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def _files() -> set[Path]:
    root = Path(django_settings.MEDIA_ROOT) / "videos"
    return {path for path in root.rglob("*") if path.is_file()}


def said_of(path: Path) -> str:
    """Return what the editor is told of a file: the refusal, or facts that can be true."""
    try:
        facts = probe(path)
    except ProbeError as error:
        return str(error.message)
    assert 0 < facts.duration < 120 * 60
    assert 0 < facts.width * facts.height <= ffmpeg.MAX_PIXELS
    return str(facts)


def test_a_good_film_is_taken(upload, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = upload(films.film())
    assert answer.json()["step"] == "media_chosen", answer.content
    video = Video.objects.get()
    assert (video.width, video.height, video.checksum) == (320, 180, films.checksum(films.film()))
    assert video.duration == pytest.approx(2, abs=0.1)
    assert [row.preset for row in video.renditions.all()] == ["480p"]


DISGUISES = {
    "empty": lambda: odd_films.written("film.mp4", b""),
    "picture": lambda: odd_films.written("film.mp4", odd_films.picture().read_bytes()),
    "script": lambda: odd_films.written("film.mp4", b"#!/bin/sh\nrm -rf /\n"),
    "page": lambda: odd_films.written("film.webm", b"<html><script>alert(1)</script></html>"),
    "noise": lambda: odd_films.written(
        "film.mp4", b"".join(bytes([n * n % 251]) * (n % 7) for n in range(9000))
    ),
    "sound": odd_films.sound,
    "song with its cover": odd_films.sound_with_cover,
    "huge header": odd_films.huge,
    "huge picture": odd_films.truly_huge,
    "other container": lambda: odd_films.written(
        "film.mp4", odd_films.as_container("mkv").read_bytes()
    ),
    "text after a film's first bytes": lambda: odd_films.written(
        "film.mp4", films.film().read_bytes()[:64] + b"x" * 4096
    ),
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_disguised_file_gets_a_sentence_and_nothing_is_kept(disguise, upload, stored):
    path = DISGUISES[disguise]()
    answer = upload(path, "film.mp4").json()
    assert answer["step"] == "chooser"
    with pytest.raises(ProbeError) as refused:
        check_name("mp4", probe(path))
    assert escape(str(refused.value.message)) in answer["html"]


def test_an_ending_that_is_no_films_is_refused_before_ffmpeg_sees_it(upload, stored, monkeypatch):
    monkeypatch.setattr(ffmpeg, "run", None)
    for name in ("film.m3u8", "film.exe", "film", "film.mp4.php"):
        assert upload(films.film(), name).json()["step"] == "chooser"


# Playlists and references: nothing outside the upload is read ----------------------------------------


def playlists(target: str) -> dict[str, bytes]:
    """Return by name every kind of list that makes a player open ``target``."""
    texts = {
        "m3u8": f"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{target}\n#EXT-X-ENDLIST\n",
        "m3u8 with a key": f'#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="{target}"\n#EXTINF:2,\n{target}\n',
        "ffconcat": f"ffconcat version 1.0\nfile '{target}'\n",
        "concat protocol": f"#EXTM3U\n#EXTINF:2,\nconcat:{target}|{target}\n",
        "mpd": (
            '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"><Period>'
            '<AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1">'
            f"<BaseURL>{target}</BaseURL></Representation></AdaptationSet></Period></MPD>"
        ),
        "edl": f"# mpv EDL v0\n{target}\n",
        "sdp": (
            "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\n"
            f"a=control:{target}\nm=video 5004 RTP/AVP 96\n"
        ),
        "xspf": (
            '<?xml version="1.0"?><playlist version="1" xmlns="http://xspf.org/ns/0/"><trackList>'
            f"<track><location>{target}</location></track></trackList></playlist>"
        ),
        "imf": (
            '<?xml version="1.0"?><AssetMap xmlns="http://www.smpte-ra.org/schemas/429-9/2007/AM">'
            f"<AssetList><Asset><ChunkList><Chunk><Path>{target}</Path></Chunk></ChunkList></Asset>"
            "</AssetList></AssetMap>"
        ),
        "redirect": f"[Reference]\nRef1={target}\n",
    }
    return {name: text.encode() for name, text in texts.items()}


@pytest.mark.parametrize("name", playlists(""))
@pytest.mark.parametrize("ending", ["mp4", "mkv"])
def test_a_playlist_leads_nowhere(name, ending, tmp_path, listener):
    address, asked = listener
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, "utf-8")
    film = films.film()
    for target in (f"{address}/film.mp4", str(film), f"file://{film}", str(secret)):
        path = odd_films.written(f"film.{ending}", playlists(target)[name])
        with pytest.raises(ProbeError) as refused:
            probe(path)
        assert refused.value.code == "not_a_film"
        assert SECRET not in str(refused.value.message)
    assert asked == []


def test_what_the_tests_of_playlists_refuse_would_lead_somewhere_without_our_bounds(listener):
    address, asked = listener
    path = odd_films.written("film.m3u8", playlists(f"{address}/film.mp4")["m3u8"])
    let_loose = ["-protocol_whitelist", "file,http,tcp", "-i", str(path), "-f", "null", "-"]
    ffmpeg.run(let_loose, ffmpeg.Bounds(seconds=30))
    assert asked, "the playlist is a real one, and the listener hears"


def test_a_playlist_uploaded_by_an_editor_is_refused_and_nothing_is_kept(upload, stored, listener):
    address, asked = listener
    path = odd_films.written("film.mp4", playlists(f"{address}/film.mp4")["m3u8"])
    answer = upload(path, "film.mp4")
    assert answer.json()["step"] == "chooser"
    assert asked == []


@pytest.mark.parametrize("kind", ["url", "alis"])
def test_a_film_that_says_its_samples_lie_elsewhere_leads_nowhere(kind, tmp_path, listener):
    address, asked = listener
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, "utf-8")
    for target in (f"{address}/film.mp4", f"file://{secret}", str(secret), "/etc/hostname"):
        # ffmpeg ignores the reference and reads the samples of this file, or refuses it: both are right.
        assert SECRET not in said_of(odd_films.referring(target, kind))
    assert asked == []


def test_an_alias_to_another_file_is_seen_and_not_followed(tmp_path):
    path = odd_films.referring(str(tmp_path / "other.mp4"), "alis")
    done = ffmpeg.run([*ffmpeg.reading(path), "-f", "null", "-"], ffmpeg.Bounds(seconds=30))
    assert "Skipped opening external track" in done.log


# Damage -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cut", [1, 0.999, 0.97, 0.75, 0.5, 0.3, 0.1, 0.01])
def test_a_film_cut_off_anywhere_is_refused(cut):
    data = films.film().read_bytes()
    end = len(data) - 1 if cut == 1 else int(len(data) * cut)
    with pytest.raises(ProbeError) as refused:
        probe(odd_films.written("cut.mp4", data[:end]))
    assert refused.value.code in {"cut_off", "not_a_film", "unreadable"}


def test_a_cut_off_film_uploaded_by_an_editor_leaves_nothing(upload, stored):
    data = films.film().read_bytes()
    path = odd_films.written("cut.mp4", data[: len(data) // 2])
    answer = upload(path, "film.mp4").json()
    assert answer["step"] == "chooser"
    assert escape(str(probing._cut_off().message)) in answer["html"]


def _sizes() -> int:
    return films.film(1, (160, 96)).stat().st_size


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_film_with_random_faults_gives_facts_or_a_sentence(data):
    film = bytearray(films.film(1, (160, 96)).read_bytes())
    kind = data.draw(st.sampled_from(["flip", "cut", "fill", "insert"]))
    # Half of the faults fall into the first kilobytes: that is where the tables are.
    most = data.draw(st.sampled_from([3000, len(film) - 1]))
    at = data.draw(st.integers(0, most))
    if kind == "flip":
        for place in data.draw(st.lists(st.integers(0, most), min_size=1, max_size=20)):
            film[place] ^= 1 << data.draw(st.integers(0, 7))
    elif kind == "cut":
        del film[at:]
    elif kind == "fill":
        film[at : at + 200] = data.draw(st.sampled_from([b"\0", b"\xff", b"\x7f"])) * 200
    else:
        film[at:at] = data.draw(st.binary(min_size=1, max_size=300))
    path = films.FOLDER / "fuzzed.mp4"
    path.write_bytes(bytes(film))
    assert said_of(path).strip()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.binary(max_size=2000),
    st.sampled_from([b"", b"\0\0\0\x20ftypisom", b"\x1a\x45\xdf\xa3", b"RIFF"]),
)
def test_any_bytes_at_all_give_a_sentence(content, beginning):
    path = films.FOLDER / "bytes.mp4"
    path.write_bytes(beginning + content)
    with pytest.raises(ProbeError) as refused:
        probe(path)
    assert str(refused.value.message).strip()


def test_when_saving_fails_after_the_check_nothing_is_kept(upload, stored, monkeypatch):
    def broken(video: Video) -> None:
        raise RuntimeError("the database went away")

    monkeypatch.setattr(transcoding, "plan", broken)
    with pytest.raises(RuntimeError):
        upload(films.film())
