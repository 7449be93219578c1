"""Films with captions for the tests of translating them."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from videos.caption_translation.workbench import Change, Workbench
from videos.models import Video, VideoTrack

THREE = (
    "WEBVTT\n\n00:00:00.000 --> 00:00:02.000 line:0\n<v Oivi>Hei!\n\n"
    "00:00:02.000 --> 00:00:04.500\n<v Rehtori>Tervetuloa <i>kouluun</i> & kotiin.\n\n"
    "loppu\n00:00:05.000 --> 00:00:09.000\n[musiikkia]\n"
)
SWEDISH = ("Hej!", "Välkommen till <i>skolan</i> & hem.", "[musik]")


def vtt(count: int) -> str:
    """Return captions of ``count`` seconds."""
    blocks = [
        f"00:{n // 60:02}:{n % 60:02}.000 --> 00:{n // 60:02}:{n % 60:02}.900\nSana {n}."
        for n in range(count)
    ]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def film(content: str = THREE, **given: Any) -> VideoTrack:
    """Return the Finnish captions of a new film."""
    video: Video = factories.VideoFactory(captions=False, **given)
    track: VideoTrack = factories.VideoTrackFactory(video=video, content=content)
    return track


def bench(source: VideoTrack, code: str = "sv") -> Workbench:
    """Return the workbench as somebody who opens the page gets it."""
    return Workbench.open(source.pk, code)


def write(source: VideoTrack, user: Any, texts: tuple[str, ...] = SWEDISH, code: str = "sv") -> Any:
    """Write ``texts`` for the first captions, in their order."""
    opened = bench(source, code)
    return opened.save(
        [
            Change(entry.key, text, entry.token)
            for entry, text in zip(opened.alignment.entries, texts, strict=False)
        ],
        user,
    )


def finished(
    source: VideoTrack, user: Any, texts: tuple[str, ...] = SWEDISH, code: str = "sv"
) -> VideoTrack:
    """Return the finished translation of a film's captions."""
    write(source, user, texts, code)
    return bench(source, code).finish(user)


def changed_source(source: VideoTrack, content: str) -> VideoTrack:
    """Change a film's captions."""
    source.content = content
    source.save()
    return source


def machine_made(source: VideoTrack) -> VideoTrack:
    """Return Swedish captions a machine made of ``source``."""
    content = source.content.replace("Hei!", "Hej!").replace("Rehtori", "Rektor")
    return factories.VideoTrackFactory(
        video=source.video,
        language="sv",
        content=content,
        origin=VideoTrack.MACHINE,
        translated_from=source,
        source_digest=source.digest,
    )


def queries(client: Any, address: str) -> int:
    """Return how many queries a page asks, once what is remembered is remembered."""
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
