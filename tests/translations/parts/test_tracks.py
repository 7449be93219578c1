"""How true the captions of a film are in the languages of the pages that show it."""

from __future__ import annotations

import pytest

from tests import scene
from tests.factories import locale
from tests.translating import translate
from translations.models import LanguageVersion, State
from translations.parts import PartKey, states_of
from translations.parts.kinds import TRACKS
from videos.caption_translation.workbench import Change, Workbench
from videos.models import VideoTrack

pytestmark = pytest.mark.django_db


def state(video, code="sv"):
    key = PartKey(TRACKS, str(video.pk))
    return states_of([key], [locale(code).pk]).get((key, locale(code).pk))


def finish(source, user, code="sv"):
    """Translate and finish the captions of ``source``, as the translator does."""
    bench = Workbench.open(source.pk, code)
    wanted = [*bench.alignment.speakers, *bench.alignment.entries]
    bench.save(
        [Change(one.key, f"{code} {one.source}", one.token, confirms=True) for one in wanted], user
    )
    return bench.finish(user)


def test_captions_are_missing_then_true_then_outdated(town):
    source = VideoTrack.objects.get(video=town.video, kind=VideoTrack.CAPTIONS)
    user = town.staff["admin"]
    missing = state(town.video)
    assert (missing.outdated, missing.fallback) == (0, 1)
    assert str(missing.href).endswith(f"/tracks/{source.pk}/translate/sv/")
    # Nobody translates into the language spoken; easy-to-read Finnish is Finnish.
    assert state(town.video, "fi") is None
    assert state(town.video, "fi-simple") is None
    finish(source, user)
    assert state(town.video) is None
    source.refresh_from_db()
    source.content = source.content.replace("\n\n", "\n\n", 1).rstrip() + " Uusi sana.\n"
    source.save()
    outdated = state(town.video)
    assert (outdated.outdated, outdated.fallback) == (1, 0)
    assert outdated.since == outdated.latest == source.updated_at
    finish(source, user)
    assert state(town.video) is None


def test_subtitles_are_as_good_as_captions(town):
    VideoTrack.objects.create(
        video=town.video,
        kind=VideoTrack.SUBTITLES,
        language="sv",
        content=VideoTrack.objects.get(video=town.video, kind=VideoTrack.CAPTIONS).content,
    )
    assert state(town.video) is None
    assert state(town.video, "en").fallback == 1


def test_pages_with_the_film_are_judged_with_its_captions(town):
    body = [one for one in scene.every_block(town) if one["type"] == "video"]
    (item,) = town.add_news(1, body=body)
    translate(item, "sv")
    version = LanguageVersion.objects.get(translation_key=item.translation_key)
    before = version.fallback
    assert version.state == State.FALLBACK
    source = VideoTrack.objects.get(video=town.video, kind=VideoTrack.CAPTIONS)
    finished = finish(source, town.staff["admin"])
    version.refresh_from_db()
    assert version.fallback == before - 1
    finished.delete()
    version.refresh_from_db()
    assert version.fallback == before
    town.video.spoken_language = "sv"
    town.video.save()
    version.refresh_from_db()
    assert version.fallback == before - 1
