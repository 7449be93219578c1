"""What a film must have: the table of rules, the fourteen days, and what a page is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from hypothesis import example, given
from hypothesis import strategies as st

from news.models import NewsPage
from tests.factories import (
    NewsPageFactory,
    VideoFactory,
    VideoRenditionFactory,
    VideoTextFactory,
    VideoTrackFactory,
    locale,
)
from videos.gate import (
    may_remove_track,
    pages_held_by,
    problems_of,
    shortcomings,
    videos_of,
)
from videos.models import Video, VideoRendition, VideoTrack, VideoVersion
from videos.shortcomings import is_in_grace

HELSINKI = ZoneInfo("Europe/Helsinki")


def film(**fields: Any) -> Video:
    """Return a film in order, with a finished file."""
    video = VideoFactory(**fields)
    VideoRenditionFactory(video=video)
    return video


def blocking(video: Video, code: str = "fi", **more: Any) -> set[str]:
    """Return the codes of what keeps a page with the film from going out."""
    return {lacking.code for lacking in shortcomings(video, code, **more) if lacking.blocks}


def advice(video: Video, code: str = "fi", **more: Any) -> set[str]:
    """Return the codes of what is only reported."""
    return {lacking.code for lacking in shortcomings(video, code, **more) if not lacking.blocks}


def track(video: Video, language: str, **fields: Any) -> VideoTrack:
    """Give the film captions in a language."""
    return VideoTrackFactory(video=video, language=language, **fields)


def described(video: Video, *, ready: bool = True, **fields: Any) -> Video:
    """Give the film an audio-described version."""
    version = VideoFactory(**fields)
    if ready:
        VideoRenditionFactory(video=version)
    VideoVersion.objects.create(
        video=video, kind=VideoVersion.DESCRIBED, language="fi", version=version
    )
    return version


def with_text(video: Video, code: str = "fi", transcript: str = "Joki virtaa.") -> Video:
    """Write what is seen in the film."""
    VideoTextFactory(video=video, locale=locale(code), transcript=transcript)
    return video


def no_captions(**fields: Any) -> Video:
    return film(captions=False, **fields)


def captioned(language: str, **fields: Any) -> Callable[[], Video]:
    """Return a maker of a film with captions in one language."""

    def make() -> Video:
        video = no_captions(**fields)
        track(video, language)
        return video

    return make


def captioned_by_machine(*, is_reviewed: bool) -> Video:
    video = no_captions()
    reviewed_at = timezone.now() if is_reviewed else None
    track(video, "fi", origin=VideoTrack.MACHINE, reviewed_at=reviewed_at)
    return video


def with_version(**version: Any) -> Video:
    video = film(description_decision=Video.VERSION)
    described(video, **version)
    return video


def in_state(state: str, checksum: str | None = None) -> Video:
    video = VideoFactory()
    row = VideoRenditionFactory(video=video, state=state, file="")
    if checksum is not None:
        VideoRendition.objects.filter(pk=row.pk).update(source_checksum=checksum)
    return video


SPEAKERS = (
    "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Oivi>Hei!\n\n00:01.000 --> 00:02.000\n<v Rehtori>Hei.\n"
)
ONE_SPEAKER = SPEAKERS.replace("Rehtori", "Oivi")


def talking_head(content: str, transcript: str) -> Video:
    video = no_captions(text=False, description_decision=Video.TEXT)
    track(video, "fi", content=content)
    return with_text(video, transcript=transcript)


def silent(transcript: str = "", **fields: Any) -> Video:
    video = no_captions(text=False, has_audio=False, **fields)
    return with_text(video, transcript=transcript)


YESTERDAY, TOMORROW = timedelta(days=-1), timedelta(days=1)


def ending(field: str, delta: timedelta) -> Callable[[], Video]:
    return lambda: film(**{field: timezone.localdate() + delta})


RULES: dict[str, tuple[Callable[[], Video], set[str]]] = {
    "a film in order": (film, set()),
    # Captions (WCAG 1.2.2)
    "no captions": (no_captions, {"captions"}),
    "captions in another language only": (captioned("sv"), {"captions"}),
    "easy-to-read captions are not captions": (captioned("fi-simple"), {"captions"}),
    "subtitles are not captions": (
        lambda: _only(VideoTrack.SUBTITLES),
        {"captions"},
    ),
    "captions begun and still empty": (
        lambda: _only(VideoTrack.CAPTIONS, content=""),
        {"captions"},
    ),
    "captions a machine made": (
        lambda: captioned_by_machine(is_reviewed=False),
        {"captions_unreviewed"},
    ),
    "captions a machine made and somebody checked": (
        lambda: captioned_by_machine(is_reviewed=True),
        set(),
    ),
    "signed in Finnish Sign Language, captions in Finnish": (
        captioned("fi", spoken_language="fse"),
        set(),
    ),
    "signed in Finnish Sign Language, captions in Swedish": (
        captioned("sv", spoken_language="fse"),
        {"captions"},
    ),
    "signed in Finland-Swedish Sign Language, captions in Swedish": (
        captioned("sv", spoken_language="fss"),
        set(),
    ),
    "sounds without speech, captions in any language": (
        captioned("sv", spoken_language="zxx"),
        set(),
    ),
    "sounds without speech, no captions": (
        lambda: no_captions(spoken_language="zxx"),
        {"captions"},
    ),
    # Films without sound (WCAG 1.2.1)
    "no sound, no text": (silent, {"text_alternative"}),
    "no sound, a text": (lambda: silent("Joki virtaa."), set()),
    "no sound, a text of blanks": (lambda: silent("  \n"), {"text_alternative"}),
    "no sound, the text chosen and written": (
        lambda: silent("Joki virtaa.", description_decision=Video.TEXT),
        set(),
    ),
    "no sound, the text chosen and not written": (
        lambda: silent(description_decision=Video.TEXT),
        {"text_alternative"},
    ),
    "no sound cannot hold a narration": (
        lambda: silent("Joki virtaa.", description_decision=Video.INTEGRATED),
        {"description_integrated"},
    ),
    "signed without sound, a text in the written language": (
        lambda: silent("Tervetuloa.", spoken_language="fse"),
        set(),
    ),
    # Audio description (WCAG 1.2.5)
    "nothing decided": (
        lambda: film(description_decision=Video.UNDECIDED),
        {"description"},
    ),
    "not needed, no reason": (lambda: film(description_reason="  "), {"description_reason"}),
    "integrated": (lambda: film(description_decision=Video.INTEGRATED), set()),
    "a version chosen and not made": (
        lambda: film(description_decision=Video.VERSION),
        {"description_version"},
    ),
    "a version": (with_version, set()),
    "a version without a finished file": (
        lambda: with_version(ready=False),
        {"description_version"},
    ),
    "a version whose rights have ended": (
        lambda: with_version(rights_until=timezone.localdate() + YESTERDAY),
        {"description_version"},
    ),
    "one talking head and its text": (lambda: talking_head(ONE_SPEAKER, "Oivi puhuu."), set()),
    "one talking head without its text": (
        lambda: talking_head(ONE_SPEAKER, ""),
        {"description_text"},
    ),
    "two people talking, and a text": (
        lambda: talking_head(SPEAKERS, "Oivi ja rehtori puhuvat."),
        {"description_text"},
    ),
    # Versions
    "a version as long as the film shares its captions": (
        lambda: with_version(captions=False, duration=2.5),
        set(),
    ),
    "a longer version without captions": (
        lambda: with_version(captions=False, duration=2.6),
        {"version_captions"},
    ),
    "a longer version with captions": (lambda: with_version(duration=9.0), set()),
    "a longer version without sound": (
        lambda: with_version(captions=False, duration=9.0, has_audio=False),
        set(),
    ),
    # Poster (WCAG 1.1.1)
    "no poster": (lambda: film(poster=None), {"poster"}),
    "a poster not described": (lambda: _poster_alt(" "), {"poster_alt"}),
    "nothing written at all": (lambda: film(text=False), {"poster_alt"}),
    # Rights and consent
    "consent ended yesterday": (ending("consent_until", YESTERDAY), {"withdrawn"}),
    "rights ended yesterday": (ending("rights_until", YESTERDAY), {"withdrawn"}),
    "consent ends today": (ending("consent_until", timedelta()), set()),
    # Files
    "nothing made yet": (VideoFactory, {"files_pending"}),
    "being made": (lambda: in_state(VideoRendition.RUNNING), {"files_pending"}),
    "failed": (lambda: in_state(VideoRendition.FAILED), {"files_failed"}),
    "made of an older film": (lambda: in_state(VideoRendition.DONE, "00" * 32), {"files_pending"}),
    "no flash check": (lambda: film(flashes_checked=False), set()),
}


def _only(kind: str, **fields: Any) -> Video:
    video = no_captions()
    track(video, "fi", kind=kind, **fields)
    return video


def _poster_alt(words: str) -> Video:
    video = film(text=False)
    VideoTextFactory(video=video, poster_alt=words)
    return video


@pytest.mark.django_db
@pytest.mark.parametrize("rule", RULES)
def test_a_film_is_held_back_for_what_it_lacks_and_nothing_else(rule):
    make, expected = RULES[rule]
    found = shortcomings(make(), "fi")
    assert {lacking.code for lacking in found if lacking.blocks} == expected
    assert [lacking.blocks for lacking in found] == sorted(
        (lacking.blocks for lacking in found), reverse=True
    ), "what blocks comes first"


@pytest.mark.django_db
def test_each_shortcoming_names_the_film_and_leads_to_where_it_is_mended():
    with translation.override("en"):
        for lacking in shortcomings(
            no_captions(
                title="Koulussa",
                poster=None,
                description_decision="",
                flashes_checked=False,
                consent_until=timezone.localdate() + TOMORROW,
            ),
            "sv",
        ):
            assert "“Koulussa”" in str(lacking.message)
            assert lacking.href.startswith("/admin/"), lacking.code


@pytest.mark.django_db
def test_a_message_is_in_the_language_of_whoever_reads_it():
    lacking = shortcomings(no_captions(), "fi")[0]
    said = {}
    for code in ("fi", "sv", "en"):
        with translation.override(code):
            said[code] = str(lacking.message)
    assert len(set(said.values())) == 3


# Language of the page -----------------------------------------------------------------------------


@pytest.mark.django_db
def test_what_is_missing_in_a_language_holds_back_only_a_page_first_written_in_it():
    video = film()
    assert blocking(video, "sv") == {"poster_alt"}
    assert blocking(video, "sv", is_translation=True) == set()
    assert "poster_alt_translation" in advice(video, "sv", is_translation=True)


@pytest.mark.django_db
def test_missing_machine_made_and_outdated_translations_are_reported_and_never_block():
    video = film()
    assert "captions_translation" in advice(video, "sv", is_translation=True)
    swedish = track(
        video,
        "sv",
        origin=VideoTrack.MACHINE,
        translated_from=video.tracks.get(language="fi"),
        source_digest="an older one",
    )
    found = advice(video, "sv", is_translation=True)
    assert {"machine_made", "outdated"} <= found
    assert "captions_translation" not in found
    swedish.reviewed_at = timezone.now()
    swedish.save()
    assert "machine_made" not in advice(video, "sv", is_translation=True)
    assert blocking(video, "sv", is_translation=True) == set()


@pytest.mark.django_db
def test_an_approaching_end_of_consent_is_announced_a_month_before():
    for days, expected in ((0, True), (30, True), (31, False)):
        video = film(consent_until=timezone.localdate() + timedelta(days=days))
        assert ("ends_soon" in advice(video)) is expected, days


# Fourteen days ------------------------------------------------------------------------------------


def live(hours_ago: float = 1, **fields: Any) -> Video:
    """Return a recording of a live broadcast that nobody has captioned or decided about."""
    return no_captions(
        is_live_recording=True,
        broadcast_at=timezone.now() - timedelta(hours=hours_ago),
        description_decision="",
        **fields,
    )


@pytest.mark.django_db
def test_a_recording_of_a_live_broadcast_gets_fourteen_days_and_a_countdown():
    video = live()
    due = video.broadcast_at + timedelta(days=14)
    last = due - timedelta(seconds=1)
    assert blocking(video, now=last) == set()
    countdown = next(s for s in shortcomings(video, now=last) if s.code == "captions_due")
    assert countdown.due == due
    with translation.override("en"):
        assert "1 day left" in str(countdown.message)
        first = shortcomings(video, now=video.broadcast_at)
        assert any("14 days left" in str(s.message) for s in first)
    assert blocking(video, now=due) == {"captions", "description"}
    assert {s.due for s in shortcomings(video, now=due) if s.blocks} == {due}


@pytest.mark.django_db
def test_a_live_recording_in_order_has_no_countdown():
    video = film(is_live_recording=True, broadcast_at=timezone.now() - timedelta(days=1))
    assert "captions_due" not in advice(video)


@pytest.mark.django_db
def test_the_fourteen_days_excuse_neither_the_poster_nor_the_consent():
    video = live(poster=None, consent_until=timezone.localdate() + YESTERDAY)
    assert blocking(video) == {"poster", "withdrawn"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"is_live_recording": True, "broadcast_at": None},
        {"is_live_recording": False, "broadcast_at": datetime(2026, 1, 1, tzinfo=UTC)},
        {"is_live_recording": True, "broadcast_at": datetime(2999, 1, 1, tzinfo=UTC)},
    ],
    ids=["no day given", "not marked as live", "a broadcast still to come"],
)
def test_there_is_no_grace_without_a_broadcast_that_has_been(fields):
    assert "captions" in blocking(no_captions(**fields))


@given(
    st.datetimes(
        min_value=datetime(2020, 1, 1),
        max_value=datetime(2038, 1, 1),
        timezones=st.just(HELSINKI),
    ),
    st.integers(min_value=-20 * 86_400, max_value=20 * 86_400),
)
@example(datetime(2027, 10, 31, 3, 0, fold=1, tzinfo=HELSINKI), -1)
@example(datetime(2026, 3, 22, 12, tzinfo=HELSINKI), 14 * 86_400 - 1)
@example(datetime(2026, 10, 18, 12, tzinfo=HELSINKI), 14 * 86_400)
def test_the_grace_is_fourteen_times_24_hours_to_the_second_whatever_the_clocks_do(
    broadcast_at, seconds
):
    video = Video(collection_id=1, is_live_recording=True, broadcast_at=broadcast_at)
    moment = (broadcast_at.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(HELSINKI)
    assert is_in_grace(video, moment) is (0 <= seconds < 14 * 86_400)


@pytest.mark.parametrize(
    ("broadcast_at", "due"),
    [
        (datetime(2026, 3, 22, 12, tzinfo=HELSINKI), datetime(2026, 4, 5, 13, tzinfo=HELSINKI)),
        (datetime(2026, 10, 18, 12, tzinfo=HELSINKI), datetime(2026, 11, 1, 11, tzinfo=HELSINKI)),
    ],
    ids=["to summer time", "from summer time"],
)
def test_a_change_of_the_clocks_neither_shortens_nor_lengthens_the_grace(broadcast_at, due):
    broadcast_at = broadcast_at.astimezone(UTC)
    video = Video(collection_id=1, is_live_recording=True, broadcast_at=broadcast_at)
    assert is_in_grace(video, due - timedelta(seconds=1))
    assert not is_in_grace(video, due)


# Pages --------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_films_are_found_in_a_page_that_is_not_saved_yet():
    first, second = film(), film()
    page = NewsPage(
        title="Uutinen",
        locale=locale(),
        body=[
            {"type": "paragraph", "value": "<p>Sana.</p>"},
            {"type": "video", "value": {"video": first.pk}},
            {"type": "video", "value": {"video": second.pk}},
            {"type": "video", "value": {"video": 999_999}},
        ],
    )
    assert videos_of(page) == {first.pk: "body", second.pk: "body"}


@pytest.mark.django_db
def test_a_page_is_told_of_each_film_in_the_field_it_stands_in(town):
    page = town.items["fi"]
    page.body = [
        {"type": "video", "value": {"video": no_captions(title="Koulussa").pk}},
        {"type": "video", "value": {"video": film(title="Kotona", poster=None).pk}},
    ]
    problems = [problem for problem in problems_of(page) if problem.blocks]
    assert [(p.field, p.kind) for p in problems] == [("body", "video")] * 2
    assert "Koulussa" in str(problems[0].message)
    assert "Kotona" in str(problems[1].message)
    assert "video" in page.missing.split()
    assert "body" not in page.missing.split(), "no image in the text lacks its description"


@pytest.mark.django_db
def test_a_page_with_thirty_films_is_asked_at_the_cost_of_three(town):
    def ask(count: int) -> int:
        page = town.items["fi"]
        page.body = [
            {"type": "video", "value": {"video": with_version().pk}} for _number in range(count)
        ]
        with CaptureQueriesContext(connection) as queries:
            problems_of(page)
        return len(queries)

    ask(1)
    three = ask(3)
    assert ask(30) == three
    assert three <= 10


# The way back -------------------------------------------------------------------------------------


def item(town: Any, video: Video, **fields: Any) -> NewsPage:
    """Return a live news item with the film."""
    body = [{"type": "video", "value": {"video": video.pk}}]
    return NewsPageFactory(parent=town.indexes["fi"], body=body, **fields)


@pytest.mark.django_db
def test_the_only_captions_of_a_film_on_a_live_page_may_not_go(town):
    video = film()
    page = item(town, video)
    swedish = track(video, "sv")
    assert may_remove_track(video.tracks.get(language="fi")) == [page]
    assert may_remove_track(swedish) == []


@pytest.mark.django_db
def test_captions_may_go_where_no_live_page_shows_the_film(town):
    video = film()
    item(town, video, live=False)
    assert pages_held_by(video) == []
    assert may_remove_track(video.tracks.get(language="fi")) == []


@pytest.mark.django_db
def test_captions_of_a_version_hold_the_pages_of_the_film_it_stands_in_for(town):
    video = with_version(duration=9.0)
    page = item(town, video)
    version = video.versions.get().version
    assert pages_held_by(version) == [page]
    assert may_remove_track(version.tracks.get()) == [page]


@pytest.mark.django_db
def test_captions_that_are_no_longer_worth_anything_may_go(town):
    video = film()
    item(town, video)
    Video.objects.filter(pk=video.pk).update(spoken_language="sv")
    assert may_remove_track(video.tracks.get(language="fi")) == []
