"""A film is looked into before anything is done with it, and what is no film is refused in words."""

from __future__ import annotations

import pytest

from tests import films, odd_films
from videos import ffmpeg, probing
from videos.probing import Facts, ProbeError, probe


def refusal(path, **options) -> str:
    """Return the code a file is refused with; its message must be a sentence for the editor."""
    with pytest.raises(ProbeError) as refused:
        probe(path, **options)
    assert str(refused.value.message).endswith(".")
    return refused.value.code


def looked_into(path) -> tuple[Facts | None, str]:
    """Return the facts of a file, or the code it is refused with."""
    try:
        return probe(path), ""
    except ProbeError as error:
        return None, error.code


def test_the_facts_of_a_film_are_read_from_it():
    path = films.film()
    facts = probe(path)
    assert facts == Facts(
        duration=facts.duration,
        width=320,
        height=180,
        rotation=0,
        video_codec="h264",
        audio_codec="aac",
        has_audio=True,
        frame_rate=25.0,
        container="mp4",
        bitrate=round(path.stat().st_size * 8 / facts.duration),
        pixel_format="yuv420p",
        transfer="",
        interlaced=False,
    )
    assert facts.duration == pytest.approx(2, abs=0.1)


def test_facts_survive_being_kept_in_a_row():
    facts = probe(films.film())
    assert Facts.of(facts.as_dict()) == facts


def test_a_film_without_sound_has_none():
    facts = probe(films.film(1, audio=False))
    assert (facts.has_audio, facts.audio_codec) == (False, "")


@pytest.mark.parametrize(("degrees", "size"), [(90, (180, 320)), (180, (320, 180))])
def test_a_film_held_upright_has_the_size_it_is_shown_with(degrees, size):
    facts = probe(films.film(1, rotate=degrees))
    assert (facts.width, facts.height) == size
    assert facts.rotation == -degrees % 360


def test_a_film_with_oblong_pixels_has_the_width_it_is_shown_with():
    facts = probe(odd_films.anamorphic())
    assert (facts.width, facts.height) == (640, 240)


@pytest.mark.parametrize(
    ("suffix", "container"),
    [
        ("mov", "mp4"),
        ("mkv", "matroska"),
        ("webm", "matroska"),
        ("avi", "avi"),
        ("mpg", "mpeg"),
        ("ts", "mpegts"),
    ],
)
def test_every_container_we_promise_is_read(suffix, container):
    facts = probe(odd_films.as_container(suffix))
    assert (facts.container, facts.width, facts.height) == (container, 320, 180)
    assert facts.has_audio
    probing.check_name(suffix, facts)


def test_a_cover_picture_is_not_the_film():
    facts = probe(odd_films.with_cover())
    assert (facts.video_codec, facts.width) == ("h264", 320)


def test_high_dynamic_range_is_noticed():
    facts = probe(odd_films.hdr())
    assert facts.is_hdr
    assert facts.pixel_format == "yuv420p10le"


def test_an_empty_file_is_refused():
    assert refusal(odd_films.written("empty.mp4", b"")) == "empty"


def test_sound_alone_is_refused():
    assert refusal(odd_films.sound()) == "no_picture"


def test_sound_with_a_cover_picture_is_refused():
    assert refusal(odd_films.sound_with_cover()) == "no_picture"


@pytest.mark.parametrize("suffix", ["png", "jpg", "gif"])
def test_a_picture_is_no_film(suffix):
    assert refusal(odd_films.picture(suffix)) == "not_a_film"


def test_a_picture_in_the_container_of_films_is_no_film():
    path = odd_films.made("one.mp4", "-i", str(films.film()), "-frames:v", "1", "-an")
    assert refusal(path) == "still_picture"


def test_a_film_without_its_table_of_contents_is_cut_off():
    data = odd_films.without_faststart().read_bytes()
    assert refusal(odd_films.written("cut.mp4", data[: len(data) * 2 // 3])) == "cut_off"


@pytest.mark.parametrize("suffix", ["mkv", "avi"])
def test_other_containers_notice_a_missing_end_too(suffix):
    data = odd_films.as_container(suffix).read_bytes()
    assert refusal(odd_films.written(f"cut.{suffix}", data[: len(data) * 2 // 3])) == "cut_off"


def test_a_header_that_claims_a_huge_picture_is_refused():
    assert refusal(odd_films.huge()) == "too_many_pixels"


def test_a_picture_that_is_huge_is_not_decoded():
    assert refusal(odd_films.truly_huge()) == "too_many_pixels"


def test_a_picture_too_small_to_see_is_refused():
    assert refusal(films.film(1, (48, 32))) == "too_narrow"


def test_a_film_longer_than_the_setting_is_refused(settings):
    settings.KOHTAAMO_VIDEO_MAX_MINUTES = 0
    assert refusal(films.film()) == "too_long"
    assert probe(films.film(), limits=False).duration > 1


def test_a_file_larger_than_the_setting_is_refused_before_it_is_opened(settings, monkeypatch):
    settings.KOHTAAMO_VIDEO_MAX_MB = 0
    monkeypatch.setattr(ffmpeg, "run", None)
    assert refusal(films.film()) == "too_large"


def test_the_name_must_belong_to_what_is_in_the_file():
    facts = probe(odd_films.as_container("mkv"))
    with pytest.raises(ProbeError) as refused:
        probing.check_name("mp4", facts)
    assert refused.value.code == "wrong_ending"
    assert ".mkv" in str(refused.value.message)


def test_a_lie_in_the_notes_of_a_film_changes_nothing():
    lie = "x\n  Stream #0:7: Video: h264, yuv420p, 9999x9999, 25 fps\n  Duration: 99:00:00.00"
    told = ("-movflags", "use_metadata_tags", "-metadata", f"title={lie}", "-metadata", f"{lie}=x")
    path = odd_films.made("liar.mkv", "-i", str(films.film()), "-c", "copy", *told)
    facts, code = looked_into(path)
    if facts is None:
        assert code in {"too_many_pixels", "too_long", "cut_off"}  # to refuse it is right as well
    else:
        assert (facts.width, facts.height) == (320, 180)
        assert facts.duration == pytest.approx(2, abs=0.1)


def test_without_ffmpeg_the_editor_is_told_whom_to_ask(settings):
    settings.KOHTAAMO_FFMPEG = "/nowhere/ffmpeg"
    assert refusal(films.film()) == "unavailable"


def test_reading_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(probing, "_FIRST_LOOK", ffmpeg.Bounds(seconds=0))
    assert refusal(films.film()) == "slow"
