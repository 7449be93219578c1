"""What films cost: processor time to make them, and what a reader waits for. Run: ``make bench``.

Processor seconds a minute of film depend on the machine and on what is filmed: the conditions are printed,
and nothing is asserted of them. What a reader waits for is told in counts that travel: requests and bytes
until the browser has the first picture. A benchmark that did not get the named work fails.
"""

from __future__ import annotations

import os
import platform
import statistics
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from tests import films, odd_films
from tests.factories import VideoFactory
from videos import ffmpeg, presets, probing, transcoding
from videos.models import VideoRendition

SECONDS = 6
ROUNDS = 5
TRIVIAL = "/robots.txt"
FIRST_PICTURE = """
(url) => new Promise((resolve, reject) => {
  const video = document.createElement("video");
  video.preload = "metadata";
  video.muted = true;
  video.addEventListener("loadeddata", () => resolve(performance.now() - begun));
  video.addEventListener("error", () => reject(new Error(video.error.message)));
  document.body.append(video);
  const begun = performance.now();
  video.src = url;
})
"""
FETCH = """
async (url) => {
  const begun = performance.now();
  await (await fetch(url, {cache: "no-store"})).text();
  return performance.now() - begun;
}
"""


def clip(size: tuple[int, int]) -> Path:
    """Return a clip that is about as hard to code as a film from a hand-held camera: a picture with noise."""
    drawn = f"testsrc2=size={size[0]}x{size[1]}:rate=25:duration={SECONDS}"
    coded = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "12", "-pix_fmt", "yuv420p")
    return odd_films.made(
        f"bench-{size[1]}.mp4",
        *("-f", "lavfi", "-i", drawn),
        *("-f", "lavfi", "-i", f"sine=frequency=440:duration={SECONDS}"),
        *("-vf", "noise=alls=12:allf=t", *coded, "-c:a", "aac", "-shortest"),
    )


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_making(size, tmp_path):
    """Encode a clip with each preset of its ladder, and print what a minute of it costs."""
    source = clip(size)
    facts = probing.probe(source)
    assert (facts.width, facts.height) == size
    version = ffmpeg._listing(ffmpeg.program(), "-version").split("Copyright")[0].strip()
    print(
        f"\n{version}; {os.cpu_count()} cores, {platform.machine()}, load {os.getloadavg()[0]:.1f}\n"
        f"testsrc2 with noise, {size[0]} × {size[1]}, 25 pictures a second, {facts.duration:.1f} s\n"
        f"{'preset':<10}{'size':>12}{'CPU s':>9}{'CPU s/min':>11}{'kbit/s':>9}{'MB/min':>8}"
    )
    for preset in presets.ladder(*size):
        part = tmp_path / f"{preset.name}.{preset.extension}"
        bounds = ffmpeg.Bounds(600, memory=transcoding.MEMORY, written=10**9)
        done = ffmpeg.run(presets.arguments(preset, facts, source, part), bounds)
        assert done.status == 0, done.log[-2000:]
        made = probing.probe(part, limits=False)
        assert (made.width, made.height) == presets.size(preset, *size)
        assert made.duration == pytest.approx(facts.duration, abs=0.2)
        minute = 60 / made.duration
        print(
            f"{preset.name:<10}{f'{made.width} × {made.height}':>12}{done.cpu_seconds:>9.1f}"
            f"{done.cpu_seconds * minute:>11.0f}{made.bitrate / 1000:>9.0f}"
            f"{part.stat().st_size * minute / 1e6:>8.1f}"
        )


@dataclass
class Traffic:
    """What a page asked for until now, of files of films."""

    requests: list[Any] = field(default_factory=list)

    def note(self, request: Any) -> None:
        """Note a request."""
        if urlsplit(request.url).path.startswith("/video/"):
            self.requests.append(request)


@pytest.mark.parametrize("preset", ["480p", "720p", "av1-720p"])
def test_first_picture(preset, open_page, django_user_model):
    """Count what a browser fetches until it shows the first picture, and compare with a trivial request."""
    source = clip((1280, 720))
    blank = {"checksum": "", "duration": 0, "width": None, "height": None}
    video = VideoFactory(file=films.upload(source), poster=None, **blank)
    rows = {row.preset: row for row in transcoding.encode_all(video)}
    row = rows[preset]
    assert row.state == VideoRendition.DONE, row.log
    page = open_page(
        user=django_user_model.objects.create_superuser("admin", "a@example.org", "demo")
    )
    page.goto(reverse("wagtailadmin_login"))
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.setCacheDisabled", {"cacheDisabled": True})
    received = 0

    def count(event: dict[str, Any]) -> None:
        nonlocal received
        received += event["dataLength"]

    protocol.on("Network.dataReceived", count)
    traffic = Traffic()
    page.on("request", traffic.note)
    page.evaluate(FETCH, TRIVIAL)
    waits: dict[str, list[float]] = {"first picture": [], TRIVIAL: []}
    counted: list[tuple[int, int]] = []
    for number in range(ROUNDS):
        traffic.requests.clear()
        received = 0
        waits["first picture"].append(page.evaluate(FIRST_PICTURE, f"{row.url}?{number}"))
        counted.append((len(traffic.requests), received))
        waits[TRIVIAL].append(page.evaluate(FETCH, TRIVIAL))
    assert all(requests >= 1 and got > 0 for requests, got in counted), counted
    medians = {name: statistics.median(times) for name, times in waits.items()}
    requests, got = (statistics.median(values) for values in zip(*counted, strict=True))
    if preset == "480p":
        print(
            f"\nChromium, {SECONDS} s of 1280 × 720, preload=metadata, cache off, {ROUNDS} rounds, in turns\n"
            f"ratio: time until the first picture to that of {TRIVIAL}, medians\n"
            f"{'preset':<10}{'file KB':>9}{'requests':>10}{'KB until':>10}{'part':>7}{'ratio':>8}"
        )
    print(
        f"{preset:<10}{row.size / 1024:>9.0f}{requests:>10.0f}{got / 1024:>10.0f}"
        f"{got / row.size:>7.0%}{medians['first picture'] / medians[TRIVIAL]:>8.1f}"
    )
