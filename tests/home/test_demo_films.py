"""The demo's films: they show something, they move and never flash, and captions fit what is said."""

from __future__ import annotations

import struct
import wave
from functools import lru_cache
from itertools import pairwise

import pytest
from PIL import ImageStat

from home.demo.content.films import DECISIONS, WORDS
from home.demo.films.acting import POSES, moment
from home.demo.films.cards import DESCRIBED_SAMPLE, SIGNED_SAMPLE
from home.demo.films.cast import CAST
from home.demo.films.making import DESCRIBED, OVERLAYS, SIGNED, TINY, FilmingError, Format, film_to
from home.demo.films.reel import CARDS, frames, still
from home.demo.films.script import RATE, Film
from home.demo.films.scripts import FILMS
from home.demo.films.sets import SETS
from home.demo.films.sound import write_sound
from home.demo.films.sowing import cuts
from home.demo.films.speech import mouth_at, said
from videos.cues import READING_SPEED, parse
from videos.probing import probe

SMALL = (160, 90)
#: WCAG 2.2, 2.3.1: a flash is a pair of opposing changes of a tenth of the highest relative luminance,
#: the darker picture below 0.8; three in a second are allowed, or a quarter of ten degrees of sight.
CHANGE, BRIGHT, MOST = 0.1, 0.8, 3

each_film = pytest.mark.parametrize("film", FILMS, ids=lambda film: film.key)


@lru_cache
def reel(key: str) -> list:
    """Return all pictures of a film, small, at its own rate."""
    film = next(film for film in FILMS if film.key == key)
    return list(frames(film, SMALL))


def luminance(picture) -> list[float]:
    """Return the relative luminance of 16 × 9 parts of a picture."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    small = picture.resize((16, 9)).tobytes()
    return [
        0.2126 * linear(small[i]) + 0.7152 * linear(small[i + 1]) + 0.0722 * linear(small[i + 2])
        for i in range(0, len(small), 3)
    ]


def flashes(values: list[float]) -> int:
    """Return how often one part of the picture flashes: pairs of opposing changes."""
    changes, rising = 0, None
    low = high = values[0]
    for value in values:
        low, high = min(low, value), max(high, value)
        if rising is not True and value - low >= CHANGE and low < BRIGHT:
            changes, rising, high = changes + 1, True, value
        elif rising is not False and high - value >= CHANGE and value < BRIGHT:
            changes, rising, low = changes + 1, False, value
    return changes // 2


def test_flashes_are_counted():
    steady, blinking = [0.5] * 24, [0.1, 0.9] * 12
    assert flashes(steady) == 0
    assert flashes(blinking) > MOST
    assert flashes([0.1 + 0.03 * i for i in range(24)]) == 0
    assert flashes([0.2, 0.4, 0.2]) == 1
    assert flashes([0.85, 0.99] * 12) == 0  # both bright: no flash


# Pictures -----------------------------------------------------------------------------------------


@each_film
def test_a_film_has_as_many_pictures_as_its_length_says(film: Film):
    assert 20 <= film.length <= 40
    assert len(reel(film.key)) == round(film.length * RATE)
    assert {picture.size for picture in reel(film.key)} == {SMALL}


@each_film
def test_no_picture_is_blank(film: Film):
    for number, picture in enumerate(reel(film.key)):
        assert max(ImageStat.Stat(picture).stddev) > 12, f"{number / RATE:.1f} s"


@each_film
def test_it_moves(film: Film):
    pictures = reel(film.key)
    changed = sum(one.tobytes() != other.tobytes() for one, other in pairwise(pictures))
    assert changed > len(pictures) / 2
    still_for = longest = 0
    for one, other in pairwise(pictures):
        still_for = still_for + 1 if one.tobytes() == other.tobytes() else 0
        longest = max(longest, still_for)
    assert longest <= 2 * RATE  # a card is read in peace, and nothing stands longer


@each_film
def test_nothing_flashes(film: Film):
    parts = [luminance(picture) for picture in reel(film.key)]
    for first in range(len(parts) - RATE):
        second = parts[first : first + RATE + 1]
        for place in range(len(parts[0])):
            assert flashes([values[place] for values in second]) <= MOST, f"{first / RATE:.1f} s"
    means = [sum(values) / len(values) for values in parts]
    assert max(abs(one - other) for one, other in pairwise(means)) < CHANGE * 1.5


@each_film
def test_the_poster_is_a_picture_of_the_film(film: Film):
    number = round(film.poster * RATE)
    poster = still(film, SMALL, number / RATE)
    shot = [shot for shot in film.shots if shot.start <= film.poster][-1]
    assert shot.scene not in CARDS
    assert poster.tobytes() == reel(film.key)[number].tobytes()


# Scripts ------------------------------------------------------------------------------------------


@each_film
def test_shots_follow_one_another_and_use_what_there_is(film: Film):
    starts = [shot.start for shot in film.shots]
    assert starts[0] == 0
    assert starts == sorted(starts)
    assert starts[-1] < film.length
    assert (film.shots[0].scene, film.shots[-1].scene) == ("title", "end")
    for shot in film.shots:
        assert shot.scene in SETS or shot.scene in CARDS
        assert {place.who for place in shot.places} <= set(CAST)
    for act in film.acts:
        assert act.who in CAST
        assert act.pose is None or act.pose in POSES
        assert 0 <= act.at < film.length


@each_film
def test_captions_can_be_read_in_time(film: Film):
    for code in film.languages:
        cues = parse(film.captions(code))
        assert len(cues) == len(film.lines)
        for cue in cues:
            lines = cue.text.split("\n")
            assert cue.reading_speed <= READING_SPEED, cue
            assert len(lines) <= 2, cue
            assert max(len(line) for line in lines) <= 42, cue
        for one, other in pairwise(cues):
            assert one.end <= other.start, other
        assert cues[-1].end < film.length


@each_film
def test_captions_name_who_speaks_and_put_sounds_in_brackets(film: Film):
    for code in film.languages:
        for line, cue in zip(film.lines, parse(film.captions(code)), strict=True):
            if line.who:
                assert cue.speaker == CAST[line.who].names[code]
            else:
                assert cue.text.startswith("[")
                assert cue.text.endswith("]")


@each_film
def test_captions_are_in_finnish_swedish_and_english(film: Film):
    assert film.languages[:3] == ["fi", "sv", "en"]
    for line in film.lines:
        assert list(line.texts) == film.languages, line
        if line.who and line.who != "oivi":  # names are the same everywhere
            assert len({line.texts[code] for code in film.languages}) == len(film.languages)


def test_one_film_is_captioned_in_arabic_as_well():
    assert [film.key for film in FILMS if "ar" in film.languages] == ["school"]


@each_film
def test_descriptions_come_where_nobody_speaks(film: Film):
    for note in film.notes:
        assert note.end <= film.length
        for line in film.lines:
            assert not (line.who and note.start < line.end and line.start < note.end), note
    if film.notes:
        assert DECISIONS[film.key] == "version"
        for code in film.languages:
            parse(film.descriptions(code))
            described = parse(film.captions(code, described=True))
            assert len(described) == len(film.lines) + len(film.notes)
            for one, other in pairwise(described):
                assert one.end <= other.start, other


def test_chapters_cover_the_film_they_are_written_for():
    with_chapters = [film for film in FILMS if film.chapters]
    assert [film.key for film in with_chapters] == ["school"]
    for code in ("fi", "sv", "en"):
        chapters = parse(with_chapters[0].chapter_track(code))
        assert chapters[0].start == 0
        assert chapters[-1].end == with_chapters[0].length
        for one, other in pairwise(chapters):
            assert one.end == other.start


@each_film
def test_the_text_alternative_tells_what_is_seen_and_said(film: Film):
    for code in film.languages:
        text = film.transcript(code)
        for line in film.lines:
            assert line.texts[code].replace("\n", " ") in text
        for seen in film.seen:
            assert seen.texts[code] in text
        assert text.index(film.seen[0].texts[code]) == 0


def test_every_film_has_words_in_three_languages():
    for cut in cuts():
        assert {"fi", "sv", "en"} <= set(WORDS[cut.name])
        for words in WORDS[cut.name].values():
            assert words.title
            assert 0 < len(words.summary) <= 400
            assert 0 < len(words.poster_alt) <= 250
        assert cut.name in DECISIONS


# Mouths and voices --------------------------------------------------------------------------------


@each_film
def test_mouths_move_with_the_words_and_only_then(film: Film):
    for line in film.lines:
        if not line.who:
            continue
        spoken = said(line)
        assert spoken
        assert line.start <= spoken[0].start
        assert spoken[-1].start + spoken[-1].length <= line.end
        assert any(mouth_at(film, line.who, each.start + 0.01) for each in spoken)
    assert moment(film, film.lines[0].who or "oivi", 0, 0.1).look.mouth == 0


def samples(path) -> tuple[int, list[int]]:
    """Return the rate and the samples of a WAV file."""
    with wave.open(str(path)) as file:
        count = file.getnframes()
        return file.getframerate(), list(struct.unpack(f"<{count}h", file.readframes(count)))


def test_there_is_sound_where_the_captions_say_so(tmp_path):
    film = FILMS[1]
    write_sound(film, tmp_path / "plain.wav", samples=8_000)
    write_sound(film, tmp_path / "described.wav", described=True, samples=8_000)
    rate, plain = samples(tmp_path / "plain.wav")
    _rate, described = samples(tmp_path / "described.wav")

    def loudest(heard: list[int], start: float, end: float) -> int:
        return max(abs(each) for each in heard[round(start * rate) : round(end * rate)])

    assert len(plain) == len(described) == round(film.length * rate)
    for line in film.lines:
        assert loudest(plain, line.start, line.end) > 800, line
    for note in film.notes:
        assert loudest(described, note.start, note.end) > 2 * loudest(plain, note.start, note.end)
    assert loudest(plain, 0, film.length) < 24_000  # never harsh


# Filming ------------------------------------------------------------------------------------------


def test_filming_makes_a_film_as_long_as_its_script_with_sound(tmp_path):
    film = FILMS[0]
    targets = {"plain": tmp_path / "plain.mp4", SIGNED: tmp_path / "signed.mp4"}
    told: list[int] = []
    film_to(film, targets, TINY, told.append)
    for path in targets.values():
        facts = probe(path)
        assert facts.has_audio
        assert (facts.width, facts.height) == TINY.size
        assert facts.duration == pytest.approx(film.length, abs=0.3)
    assert told == [20, 40, 60, 80, 100]
    assert targets["plain"].read_bytes() != targets[SIGNED].read_bytes()


def test_a_film_that_cannot_be_written_says_why(tmp_path):
    with pytest.raises(FilmingError, match="No such file"):
        film_to(FILMS[2], {"plain": tmp_path / "nowhere" / "film.mp4"}, TINY)


@pytest.mark.parametrize(
    ("kind", "texts"), [(SIGNED, SIGNED_SAMPLE), (DESCRIBED, DESCRIBED_SAMPLE)]
)
def test_a_sample_says_on_screen_that_it_is_one(kind, texts):
    assert set(texts) == {"fi", "sv", "en"}
    film = next(film for film in FILMS if film.key == ("school" if kind == SIGNED else "homecare"))
    form = Format((640, 360))
    overlay = OVERLAYS[kind](film, form.size)
    picture = still(film, form.size, film.poster)
    quiet = next(note.end for note in [*film.notes, *film.lines]) + 0.1
    shown = overlay(picture, quiet)
    strip = shown.crop((0, 0, 640, 50))
    assert len(strip.convert("L").histogram()) == 256
    dark, light = strip.convert("L").getextrema()
    assert light - dark > 150  # words in paper on spruce
    assert shown.size == form.size
    assert shown.tobytes() != picture.tobytes()


def test_the_figure_that_signs_moves_while_somebody_speaks_and_rests_otherwise():
    film = FILMS[0]
    overlay = OVERLAYS[SIGNED](film, (320, 180))
    picture = still(film, (320, 180), film.poster)
    spoken = next(line for line in film.lines if line.who)
    side = (220, 40, 320, 180)
    during = {overlay(picture, spoken.start + step * 0.3).crop(side).tobytes() for step in range(6)}
    assert len(during) > 3
    silent = {overlay(picture, time).crop(side).tobytes() for time in (0.1, 0.2, 3.0)}
    assert len(silent) == 1
