"""A browser really plays what was made of a film, and knows beforehand that it can."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import films, odd_films
from tests.factories import VideoFactory
from videos import transcoding
from videos.models import Video, VideoRendition

#: Plays a film without sound until it has moved on, and tells what was seen.
PLAY = """
async ([url, type]) => {
  const video = document.createElement("video");
  video.muted = true;
  document.body.append(video);
  const moved = new Promise((resolve, reject) => {
    video.addEventListener("timeupdate", () => { if (video.currentTime > 0.2) resolve(); });
    video.addEventListener("error", () => reject(new Error(video.error.message)));
  });
  video.src = url;
  await video.play();
  await moved;
  video.pause();
  return {
    promise: video.canPlayType(type),
    position: video.currentTime,
    duration: video.duration,
    size: [video.videoWidth, video.videoHeight],
    pictures: video.getVideoPlaybackQuality().totalVideoFrames,
  };
}
"""


@pytest.fixture
def staff_page(open_page, django_user_model):
    """A page of the site, open to somebody of the staff."""
    page = open_page(
        user=django_user_model.objects.create_superuser("admin", "a@example.org", "demo")
    )
    page.goto(reverse("wagtailadmin_login"))
    return page


def encoded(path) -> Video:
    """Return a film with everything made of it."""
    blank = {"checksum": "", "duration": 0, "width": None, "height": None}
    video = VideoFactory(file=films.upload(path), poster=None, **blank)
    transcoding.encode_all(video)
    return video


def plays(page, row: VideoRendition) -> None:
    """Play one file and compare what is seen with its row."""
    assert row.state == VideoRendition.DONE, (row.error, row.log)
    kind = next(s["type"] for s in row.video.manifest["sources"] if s["preset"] == row.preset)
    seen = page.evaluate(PLAY, [row.url, kind])
    assert seen["promise"] == "probably", kind
    assert seen["size"] == [row.width, row.height]
    assert seen["position"] > 0.2
    assert seen["pictures"] >= 2  # a busy machine drops some
    assert seen["duration"] == pytest.approx(row.duration, abs=0.1)


def test_every_preset_plays_in_the_size_its_row_tells(staff_page):
    video = encoded(films.film(1, (1920, 1080)))
    rows = list(video.renditions.all())
    assert {row.preset for row in rows} == {"480p", "720p", "av1-720p", "1080p"}
    for row in rows:
        plays(staff_page, row)


def test_a_film_held_upright_and_one_without_sound_play_too(staff_page):
    for path in (films.film(1, rotate=90), films.film(1, audio=False), odd_films.hdr()):
        for row in encoded(path).renditions.all():
            plays(staff_page, row)
