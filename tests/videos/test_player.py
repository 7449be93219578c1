"""What the player is told of a film: each text with its language, and nothing that may not be shown."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from tests import films
from tests.factories import (
    PhotographFactory,
    VideoFactory,
    VideoRenditionFactory,
    VideoTextFactory,
    VideoTrackFactory,
    locale,
)
from videos.models import Video, VideoTrack, VideoVersion
from videos.player import Player, clock, players_for

pytestmark = pytest.mark.django_db

SWEDISH = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n<v Oivi>Hej!\n"
CHAPTERS = (
    "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nOvella\n\n00:01:05.000 --> 00:01:09.000\nNimi\n"
)
MOST_SCRIPT = 8 * 1024


def player(video: Video, code: str = "fi") -> Player:
    """Return the player of a film on a page in the language ``code``."""
    fetched = Video.objects.for_display().get(pk=video.pk)
    return players_for([fetched], locale(code))[video.pk]


def html(video: Video, code: str = "fi", **context: object) -> str:
    """Return the player as it stands on a page in the language ``code``."""
    with translation.override(code):
        values = {"player": player(video, code), "heading": 3, **context}
        return render_to_string("components/video_player.html", values)


@pytest.fixture
def film() -> Video:
    """A Finnish film with one file to play."""
    video = VideoFactory()
    VideoRenditionFactory(video=video, width=854, height=480, size=1_200_000)
    return video


def version(film: Video, kind: str = "described", language: str = "fi", **fields: object) -> Video:
    """Give ``film`` a version that can be played."""
    other = VideoFactory(captions=False, text=False, **fields)
    VideoRenditionFactory(video=other)
    VideoVersion.objects.create(video=film, kind=kind, language=language, version=other)
    return other


# Words --------------------------------------------------------------------------------------------


def test_a_film_on_a_page_in_its_own_language(film):
    shown = player(film)
    assert shown.is_ready
    assert (shown.title.text, shown.title.lang) == ("Koulussa", "")
    assert (shown.summary.text, shown.summary.lang) == ("Oivi tapaa rehtorin.", "")
    assert (shown.poster_alt.text, shown.poster_alt.lang) == ("Kaksi ihmistä koulun ovella.", "")
    assert (shown.spoken.text, shown.spoken.lang, shown.clock) == ("suomi", "", "0:02")
    assert shown.poster.url.endswith(".webp")
    assert [(t.kind, t.language, t.is_default) for t in shown.film.tracks] == [
        ("captions", "fi", True)
    ]


def test_what_is_not_in_the_language_of_the_page_says_which_it_is(film):
    VideoTextFactory(video=film, locale=locale("sv"), title="I skolan", summary="", poster_alt="")
    swedish = player(film, "sv")
    assert (swedish.title.text, swedish.title.lang) == ("I skolan", "")
    assert (swedish.summary.text, swedish.summary.lang) == ("Oivi tapaa rehtorin.", "fi")
    assert swedish.poster_alt.lang == "fi"
    arabic = player(film, "ar")
    assert (arabic.title.text, arabic.title.lang) == ("Koulussa", "fi")
    assert '<h3 class="film-title"' in html(film, "ar")
    assert re.search(r'<h3 [^>]*lang="fi" dir="ltr">Koulussa</h3>', html(film, "ar"))


def test_easy_to_read_finnish_takes_finnish_without_calling_it_foreign(film):
    shown = player(film, "fi-simple")
    assert (shown.title.text, shown.title.lang) == ("Koulussa", "")
    assert shown.film.captions[0].is_default


def test_a_film_nobody_has_written_of_is_named_as_in_the_library_in_its_own_language(film):
    film.texts.all().delete()
    film.refresh_from_db()
    assert player(film).title.text == film.title
    assert player(film, "sv").title.lang == "fi"


def test_a_text_in_none_of_the_wanted_languages_is_still_shown():
    video = VideoFactory(text=False, spoken_language="uk")
    VideoTextFactory(video=video, locale=locale("en"), title="At school")
    shown = player(video, "ar")
    assert (shown.title.text, shown.title.lang) == ("At school", "en")


@pytest.mark.parametrize(
    ("spoken", "name", "lang"),
    [("fse", "suomalainen viittomakieli", "fi"), ("fss", "finlandssvenskt teckenspråk", "")],
)
def test_a_signed_film_is_named_in_the_language_of_its_country(spoken, name, lang):
    shown = player(VideoFactory(spoken_language=spoken), "sv")
    assert (shown.spoken.text, shown.spoken.lang) == (name, lang)


def test_a_film_without_speech_names_no_language():
    assert not player(VideoFactory(spoken_language="zxx")).spoken


# Captions -----------------------------------------------------------------------------------------


def test_the_captions_of_the_pages_language_are_on_else_those_of_the_film(film):
    VideoTrackFactory(video=film, language="sv", content=SWEDISH)
    for code, default in (("fi", "fi"), ("sv", "sv"), ("ar", "fi")):
        shown = player(film, code)
        assert [t.language for t in shown.film.captions if t.is_default] == [default], code
    assert [t.language for t in player(film, "sv").film.captions] == ["sv", "fi"]


def test_captions_go_before_subtitles_of_the_same_language(film):
    VideoTrackFactory(video=film, kind=VideoTrack.SUBTITLES, language="fi")
    VideoTrackFactory(video=film, kind=VideoTrack.SUBTITLES, language="sv", content=SWEDISH)
    shown = player(film)
    assert [(t.kind, t.language) for t in shown.film.captions] == [
        ("captions", "fi"),
        ("subtitles", "sv"),
    ]


def test_captions_of_a_machine_say_so_until_a_person_has_looked_at_them(film):
    track = VideoTrackFactory(video=film, language="sv", content=SWEDISH, origin="machine")
    shown = player(film)
    assert [t.is_machine for t in shown.film.captions] == [False, True]
    assert [t.is_machine for t in shown.film.transcripts] == [False, True]
    page = html(film, "en")
    assert 'label="svenska (machine-made, not checked by a person)"' in page
    assert "Made by a machine, not checked by a person." in page
    track.reviewed_at = timezone.now()
    track.save()
    assert not any(t.is_machine for t in player(film).film.captions)
    assert "Made by a machine" not in html(film, "en")


def test_a_translation_of_captions_that_have_changed_since_says_so(film):
    finnish = film.tracks.get()
    VideoTrackFactory(
        video=film,
        language="sv",
        content=SWEDISH,
        translated_from=finnish,
        source_digest=finnish.digest,
    )
    assert not any(t.is_outdated for t in player(film).film.captions)
    finnish.content = finnish.content.replace("Hei", "Terve")
    finnish.save()
    assert [t.is_outdated for t in player(film).film.captions] == [False, True]
    assert "have changed since this was translated" in html(film, "en")


def test_a_transcript_has_times_speakers_and_what_is_described_in_its_place(film):
    VideoTrackFactory(
        video=film,
        kind=VideoTrack.DESCRIPTIONS,
        content="WEBVTT\n\n00:00:00.500 --> 00:00:00.900\nOivi seisoo ovella.\n",
    )
    (transcript,) = player(film).film.transcripts
    assert [(m.clock, m.speaker, m.text, m.is_description) for m in transcript.lines] == [
        ("0:00", "Oivi", "Hei!", False),
        ("0:00", "", "Oivi seisoo ovella.", True),
        ("0:01", "Rehtori", "Tervetuloa.", False),
    ]
    assert [m.at for m in transcript.lines] == ["0.000", "0.500", "1.000"]
    assert player(film).film.describes


def test_what_was_written_of_a_film_is_there_even_where_it_has_no_captions(film):
    VideoTextFactory(
        video=film, locale=locale("sv"), title="I skolan", transcript="En skola.\n\nOivi kommer."
    )
    finnish, swedish = player(film).film.transcripts
    assert (finnish.language, finnish.paragraphs, len(finnish.lines)) == ("fi", (), 2)
    assert (swedish.lang, swedish.paragraphs, swedish.lines) == (
        "sv",
        ("En skola.", "Oivi kommer."),
        (),
    )
    assert [t.language for t in player(film, "sv").film.transcripts] == ["sv", "fi"]


def test_chapters_are_in_the_language_of_the_page_else_in_another_that_is_named(film):
    VideoTrackFactory(video=film, kind=VideoTrack.CHAPTERS, content=CHAPTERS)
    shown = player(film, "sv")
    assert [(c.clock, c.text) for c in shown.chapters] == [("0:00", "Ovella"), ("1:05", "Nimi")]
    assert shown.chapters_lang == "fi"
    assert player(film).chapters_lang == ""


def test_nothing_in_captions_becomes_markup(film):
    film.tracks.update(
        content="WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n"
        '<v &lt;b&gt;>&lt;script src="//x"&gt;&lt;/script&gt;\n'
    )
    film.refresh_from_db()
    film.save()
    page = html(film)
    assert "&lt;script src=" in page
    assert page.count("<script") == 1


# Files --------------------------------------------------------------------------------------------


def test_the_browser_is_offered_av1_first_then_what_fits_its_screen():
    video = VideoFactory()
    for preset, width, height, size in (
        ("480p", 854, 480, 1_000),
        ("720p", 1280, 720, 2_000),
        ("1080p", 1920, 1080, 4_000),
    ):
        VideoRenditionFactory(
            video=video,
            preset=preset,
            width=width,
            height=height,
            size=size,
            codecs="avc1.64001f, mp4a.40.2",
        )
    VideoRenditionFactory(
        video=video, preset="av1-720p", width=1280, height=720, mime_type="video/webm"
    )
    shown = player(video).film
    assert [(s.type.partition(";")[0], s.media) for s in shown.sources] == [
        ("video/webm", ""),
        ("video/mp4", "(min-width: 75rem)"),
        ("video/mp4", "(max-width: 40rem)"),
        ("video/mp4", ""),
    ]
    assert shown.sources[-1].type == 'video/mp4; codecs="avc1.64001f, mp4a.40.2"'
    assert [(d.lines, d.size, d.is_smallest) for d in shown.downloads] == [
        (480, 1_000, True),
        (1080, 4_000, False),
    ]


@pytest.mark.parametrize("preset", ["480p", "720p", "1080p"])
def test_a_single_file_is_for_every_screen(preset):
    video = VideoFactory()
    VideoRenditionFactory(video=video, preset=preset)
    shown = player(video).film
    assert [source.media for source in shown.sources] == [""]
    assert [download.is_smallest for download in shown.downloads] == [False]


def test_a_film_nothing_is_made_of_yet_is_being_prepared():
    video = VideoFactory()
    assert not player(video).is_ready
    page = html(video, "en")
    assert "being prepared" in page
    assert "<video" not in page


def test_a_film_whose_poster_file_is_lost_is_shown_without(film):
    film.poster.file.storage.delete(film.poster.file.name)
    assert player(film).poster is None
    assert "poster=" not in html(film)


# Rights -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["rights_until", "consent_until"])
def test_a_film_whose_rights_or_consents_have_ended_tells_nothing(film, field):
    setattr(film, field, timezone.localdate() - timedelta(days=1))
    film.save()
    page = html(film, "en")
    assert "no longer shown" in page
    for secret in ("Koulussa", "Tervetuloa", "<video", str(film.key), "/media/"):
        assert secret not in page


def test_on_the_last_day_a_film_is_still_shown(film):
    film.rights_until = timezone.localdate()
    film.save()
    assert not player(film).is_withdrawn


# Versions -----------------------------------------------------------------------------------------


def test_a_version_of_the_same_length_takes_the_captions_of_the_film(film):
    version(film, duration=2.5)
    version(film, "signed", "fse", duration=2.6)
    described, signed = player(film).versions
    assert (described.is_aligned, signed.is_aligned) == (True, False)
    assert [track.language for track in described.film.captions] == ["fi"]
    assert signed.film.captions == ()
    assert described.film.transcripts == ()


def test_a_version_with_captions_of_its_own_keeps_to_them(film):
    other = version(film, "easy", "fi-simple")
    VideoTrackFactory(video=other, language="fi-simple", content=SWEDISH)
    shown = player(film)
    (easy,) = shown.versions
    assert [track.language for track in easy.film.captions] == ["fi-simple"]
    assert [transcript.language for transcript in easy.film.transcripts] == ["fi-simple"]
    assert [track.language for track in shown.captions] == ["fi", "fi-simple"]


def test_a_version_that_cannot_be_shown_is_left_out(film):
    version(film, rights_until=timezone.localdate() - timedelta(days=1))
    unmade = VideoFactory(captions=False, text=False)
    VideoVersion.objects.create(video=film, kind="signed", language="fse", version=unmade)
    assert player(film).versions == ()


def test_versions_are_named_by_their_language_where_it_says_more(film):
    version(film)
    version(film, "described", "sv")
    version(film, "signed", "fse")
    assert [v.names_language for v in player(film).versions] == [False, True, True]
    page = " ".join(re.sub(r"<[^>]+>", " ", html(film, "en")).split())
    assert "Audio description: suomi" in page
    assert "Sign-language version: suomalainen viittomakieli" in page


# The page -----------------------------------------------------------------------------------------


def test_a_film_shown_twice_has_no_id_twice(film):
    version(film)
    VideoTrackFactory(video=film, language="sv", content=SWEDISH)
    first = player(film)
    page = "".join(
        render_to_string("components/video_player.html", {"player": shown, "heading": 2})
        for shown in (first, first.placed_at("film-again"))
    )
    ids = Counter(re.findall(r'\sid="([^"]+)"', page))
    assert len(ids) > 10
    assert {name for name, count in ids.items() if count > 1} == set()
    for named in re.findall(r'aria-(?:labelledby|describedby|controls)="([^"]+)"', page):
        assert set(named.split()) <= set(ids), named


def test_all_that_is_said_on_an_arabic_page_says_its_language(film):
    page = html(film, "ar")
    assert re.search(r'<summary><svg.*?</svg>\s*<span><span lang="(?:fi|en)" dir="ltr">', page)
    assert re.search(r'<option value="m" selected lang="(?:fi|en)" dir="ltr">', page)


def test_players_ask_nothing_of_the_database_beyond_the_films(film):
    finnish = locale("fi")

    def asked() -> int:
        players_for(Video.objects.for_display(), finnish)  # posters are made once
        with CaptureQueriesContext(connection) as captured:
            assert players_for(Video.objects.for_display(), finnish)
        return len(captured)

    poster = PhotographFactory()
    for _ in range(2):
        version(VideoFactory(poster=poster))
    few = asked()
    for _ in range(12):
        version(VideoFactory(poster=poster))
    assert asked() == few <= 2


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (4.9, "0:04"), (75, "1:15"), (3599.9, "59:59"), (3723, "1:02:03")],
)
def test_a_time_is_written_as_players_write_it(seconds, shown):
    assert clock(seconds) == shown


def test_the_script_weighs_at_most_8_kilobytes():
    script = Path(finders.find("videos/js/player.js")).read_bytes()
    assert 1024 < len(gzip.compress(script, 9)) <= MOST_SCRIPT
    assert b"import" not in script.partition(b"class")[0]


def test_films_are_played_from_this_site_alone(film):
    films.with_rendition(VideoFactory())
    assert not re.search(r'(?:src|href|poster)="(?:https?:)?//', html(film))
