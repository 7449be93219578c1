"""Of an uploaded film, the files that residents play: each is what its row says it is."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from tests import films, odd_films
from tests.factories import VideoFactory
from videos import codecs, ffmpeg, files, jobs, presets, probing, stills, tasks, transcoding
from videos.models import Video, VideoRendition, VideoStill

pytestmark = pytest.mark.django_db


def film_of(path: Path, **fields) -> Video:
    """Return a row for a film nobody has looked into yet."""
    blank = {"checksum": "", "duration": 0, "width": None, "height": None}
    return VideoFactory(file=films.upload(path), poster=None, **{**blank, **fields})


def folder(video: Video) -> set[str]:
    """Return the names of the files in a film's folder."""
    return {path.name for path in Path(video.file.path).parent.iterdir()}


@pytest.fixture
def video() -> Video:
    """A small film of a second."""
    return film_of(films.film(1))


@pytest.fixture
def broken(monkeypatch) -> None:
    """An encoder that fails with a word of why."""

    def arguments(*args: object) -> list[str]:
        return ["-i", "file:/nowhere/at/all.mp4", "-f", "null", "-"]

    monkeypatch.setattr(presets, "arguments", arguments)


# The ladder ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "names"),
    [
        ((320, 180), ["480p"]),
        ((854, 480), ["480p"]),
        ((1280, 720), ["480p", "720p", "av1-720p"]),
        ((720, 1280), ["480p", "720p", "av1-720p"]),
        ((1920, 1080), ["480p", "720p", "av1-720p", "1080p"]),
        ((1080, 1920), ["480p", "720p", "av1-720p", "1080p"]),
        ((3840, 2160), ["480p", "720p", "av1-720p", "1080p"]),
        ((1920, 800), ["480p", "720p", "av1-720p"]),
    ],
)
def test_the_ladder_goes_by_the_short_side(size, names):
    assert [preset.name for preset in presets.ladder(*size)] == names


@pytest.mark.parametrize(
    ("preset", "source", "made"),
    [
        ("480p", (1920, 1080), (854, 480)),
        ("480p", (1080, 1920), (480, 854)),
        ("720p", (1920, 1080), (1280, 720)),
        ("480p", (321, 181), (320, 180)),
        ("480p", (427, 180), (426, 180)),
        ("1080p", (4096, 2160), (2048, 1080)),
        ("720p", (1728, 700), (1728, 700)),
    ],
)
def test_nothing_is_enlarged_and_sides_are_even(preset, source, made):
    assert presets.size(presets.PRESETS[preset], *source) == made


@pytest.mark.parametrize(
    ("source", "made"), [(25, 25), (59.94, 59.94), (120, 60), (100, 50), (240, 60)]
)
def test_the_rate_of_pictures_is_capped_evenly(source, made):
    facts = probing.Facts(1, 1, 1, 0, "", "", False, source, "mp4", 1, "yuv420p", "", False)
    assert presets.rate(facts) == made


def test_planning_twice_is_planning_once(video):
    first = [row.pk for row in transcoding.plan(video)]
    assert [row.pk for row in transcoding.plan(video)] == first
    assert video.renditions.get().state == VideoRendition.WAITING


def test_planning_wakes_a_worker_once(video, django_capture_on_commit_callbacks):
    for _twice in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            transcoding.plan(video)
    assert tasks._ours().ready().count() == 1


# The files ----------------------------------------------------------------------------------------


def matches(row: VideoRendition) -> None:
    """Check that a file is what its row says."""
    path = Path(row.file.path)
    data = path.read_bytes()
    facts = probing.probe(path)
    assert row.state == VideoRendition.DONE, (row.error, row.log)
    assert row.progress == 100
    assert (row.width, row.height) == (facts.width, facts.height)
    assert row.duration == facts.duration
    assert row.size == len(data)
    assert row.bitrate == round(row.size * 8 / row.duration)
    assert row.checksum == hashlib.sha256(data).hexdigest()
    assert row.cpu_seconds > 0
    assert facts.pixel_format == "yuv420p"
    assert facts.rotation == 0
    assert row.codecs == codecs.codecs(path)
    assert row.file.name.endswith(f"/{row.preset}-{row.checksum[:12]}.{row.extension}")


def test_every_preset_is_made_as_its_row_says():
    video = film_of(films.film(1, (1920, 1080)))
    said: list[str] = []
    rows = {row.preset: row for row in transcoding.encode_all(video, said.append)}
    assert list(rows) == ["480p", "720p", "av1-720p", "1080p"]
    for row in rows.values():
        matches(row)
        assert row.duration == pytest.approx(video.duration, abs=0.1)
    sizes = {name: (row.width, row.height) for name, row in rows.items()}
    assert sizes == {
        "480p": (854, 480),
        "720p": (1280, 720),
        "av1-720p": (1280, 720),
        "1080p": (1920, 1080),
    }
    assert rows["480p"].codecs.startswith("avc1.64")
    assert rows["480p"].codecs.endswith(", mp4a.40.2")
    assert rows["av1-720p"].codecs.startswith("av01.0.")
    assert rows["av1-720p"].codecs.endswith("M.08, opus")
    assert rows["av1-720p"].mime_type == "video/webm"
    assert [source["preset"] for source in video.manifest["sources"]] == [
        "av1-720p",
        "1080p",
        "720p",
        "480p",
    ]
    assert any("is ready" in line for line in said)
    # The table of contents stands before the pictures, so that playing can begin at once.
    data = Path(rows["720p"].file.path).read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


def test_a_film_can_be_sought_to_every_two_seconds():
    video = film_of(films.film(7, (128, 72)))
    row = transcoding.encode_all(video)[0]
    shown = ["-skip_frame", "nokey", "-i", row.file.path, "-an", "-f", "framecrc", "-"]
    lines = ffmpeg.run(shown, ffmpeg.Bounds(seconds=30)).output.splitlines()
    assert len([line for line in lines if line.startswith("0, ")]) >= 4


@pytest.mark.parametrize(
    ("degrees", "size"), [(90, (180, 320)), (180, (320, 180)), (270, (180, 320))]
)
def test_a_film_held_upright_stays_upright_without_a_mark(degrees, size):
    row = transcoding.encode_all(film_of(films.film(1, rotate=degrees)))[0]
    assert (row.width, row.height) == size
    matches(row)


def test_a_film_with_oblong_pixels_gets_square_ones():
    row = transcoding.encode_all(film_of(odd_films.anamorphic()))[0]
    assert (row.width, row.height) == (640, 240)
    matches(row)


def test_a_film_without_sound_stays_without():
    row = transcoding.encode_all(film_of(films.film(1, audio=False)))[0]
    assert row.codecs.startswith("avc1.")
    assert "mp4a" not in row.codecs
    matches(row)


def test_odd_sides_become_even():
    odd = odd_films.made(
        "odd.mp4", "-i", str(films.film(1)), "-vf", "scale=321:181", "-pix_fmt", "yuv444p"
    )
    row = transcoding.encode_all(film_of(odd))[0]
    assert (row.width, row.height) == (320, 180)
    matches(row)


def test_high_dynamic_range_becomes_ordinary():
    row = transcoding.encode_all(film_of(odd_films.hdr()))[0]
    matches(row)
    facts = probing.probe(Path(row.file.path))
    assert not facts.is_hdr


def test_nothing_of_the_phones_notes_goes_out():
    noted = odd_films.made(
        "noted.mp4",
        *("-i", str(films.film(1)), "-c", "copy", "-movflags", "use_metadata_tags"),
        *("-metadata", "location=+60.1699+024.9384/", "-metadata", "title=Salainen"),
    )
    assert b"Salainen" in noted.read_bytes()
    row = transcoding.encode_all(film_of(noted))[0]
    data = Path(row.file.path).read_bytes()
    assert b"Salainen" not in data
    assert b"+60.1699" not in data


def test_only_files_that_rows_name_are_left(video):
    row = transcoding.encode_all(video)[0]
    named = {Path(video.file.name).name, Path(row.file.name).name}
    named |= {Path(still.file.name).name for still in video.stills.all()}
    assert folder(video) == named


def test_making_what_is_made_makes_nothing(video):
    first = transcoding.encode_all(video)[0]
    again = transcoding.encode_all(video)[0]
    assert again.finished_at == first.finished_at
    assert tasks.encode.func(video.pk) == 0


# Stills -------------------------------------------------------------------------------------------


def test_stills_are_offered_and_none_is_chosen(video):
    transcoding.encode_all(film_of(films.film(4)))
    pictures = list(VideoStill.objects.all())
    assert 4 <= len(pictures) <= 6
    assert len({still.second for still in pictures}) == len(pictures)
    with Image.open(pictures[0].file) as picture:
        assert (picture.format, picture.size) == ("JPEG", (320, 180))
    assert pictures[0].video.poster is None


def test_a_wide_film_gives_stills_of_at_most_1280_pixels():
    video = film_of(films.film(1, (1920, 1080)))
    assert transcoding.make_stills(video)
    with Image.open(video.stills.first().file) as picture:
        assert picture.size == (1280, 720)
    assert transcoding.make_stills(video) == video.stills.count()


def test_black_pictures_are_not_offered():
    black = odd_films.made(
        "black.mp4", "-f", "lavfi", "-i", "color=black:size=320x180:rate=10:duration=2"
    )
    assert transcoding.make_stills(film_of(black)) == 0
    late = odd_films.made(
        "late.mp4",
        *("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=10:duration=4"),
        *("-vf", "fade=in:st=0.5:d=0.2", "-pix_fmt", "yuv420p"),
    )
    video = film_of(late)
    assert transcoding.make_stills(video)
    for still in video.stills.all():
        assert not stills.is_black(still.file.read())


def test_a_chosen_still_becomes_an_image_of_the_site(video, admin_user):
    transcoding.make_stills(video)
    photograph = transcoding.choose_still(video.stills.first(), admin_user)
    video.refresh_from_db()
    assert video.poster == photograph
    assert photograph.title.startswith(video.title)
    assert photograph.collection == video.collection
    assert photograph.uploaded_by_user == admin_user
    assert (photograph.width, photograph.height) == (320, 180)


# When it goes wrong -------------------------------------------------------------------------------


def test_a_failure_shows_its_cause_and_can_be_tried_again(video, broken, monkeypatch):
    row = transcoding.encode_all(video)[0]
    assert (row.state, row.error) == (VideoRendition.FAILED, "failed")
    assert "No such file" in row.log
    told = transcoding.status(video)[0]
    assert told["can_retry"]
    assert str(told["error"]) == str(transcoding.describe("failed"))
    assert not row.file
    monkeypatch.undo()
    assert transcoding.retry(row)
    assert not transcoding.retry(row)
    row = transcoding.encode_all(video)[0]
    assert row.log == ""
    matches(row)


def test_all_failed_files_are_tried_again_together(video, broken):
    transcoding.encode_all(video)
    assert transcoding.retry_all(video) == 1
    assert transcoding.retry_all(video) == 0


def test_a_failed_file_is_not_offered_to_anybody(video, broken):
    transcoding.encode_all(video)
    video.refresh_from_db()
    assert video.manifest.get("sources", []) == []
    assert not [name for name in folder(video) if name.startswith((".part", "480p"))]


def test_a_film_that_has_vanished_says_so(video):
    transcoding.plan(video)
    Path(video.file.path).unlink()
    assert transcoding.work() == 1
    assert video.renditions.get().error == "source_missing"


def test_a_film_that_spoilt_on_the_disk_says_so(video):
    transcoding.plan(video)
    Video.objects.update(facts={}, checksum="")
    VideoRendition.objects.update(source_checksum="")
    Path(video.file.path).write_bytes(b"\0" * 4096)
    transcoding.work()
    assert video.renditions.get().error == "source_unreadable"


def test_a_file_that_takes_too_long_is_stopped(video, monkeypatch):
    monkeypatch.setattr(transcoding, "LONGEST", 0.0)
    monkeypatch.setattr(transcoding, "LONGEST_PER_SECOND", 0.0)
    row = transcoding.encode_all(video)[0]
    assert (row.state, row.error) == (VideoRendition.FAILED, "timeout")


def test_an_encoder_that_hangs_is_stopped(video, monkeypatch):
    transcoding.plan(video)
    row = jobs.claim()
    pulse = jobs.Pulse(row, 1.0)
    pulse.beat({"frame": "1"})
    monkeypatch.setattr(jobs, "STALLED_AFTER", 0.0)
    with pytest.raises(ffmpeg.TimedOutError):
        pulse.beat({"frame": "1"})
    pulse.beat({"frame": "2"})


def test_a_full_disk_is_told_as_such(video, monkeypatch):
    full = OSError(28, "No space left on device")

    def publish(*args: object) -> str:
        raise full

    monkeypatch.setattr(files.Workshop, "publish", publish)
    assert transcoding.encode_all(video)[0].error == "no_space"
    assert not [name for name in folder(video) if name.startswith(".part")]


def test_a_file_that_is_not_what_was_planned_is_thrown_away(video, monkeypatch):
    monkeypatch.setattr(presets, "filters", lambda *args: "scale=64:64")
    row = transcoding.encode_all(video)[0]
    assert (row.state, row.error) == (VideoRendition.FAILED, "mismatch")
    assert "114 × 64 instead of 320 × 180" in row.log
    assert not row.file


def test_without_ffmpeg_the_row_says_so(video, settings):
    transcoding.plan(video)
    settings.KOHTAAMO_FFMPEG = "/nowhere/ffmpeg"
    transcoding.work()
    assert video.renditions.get().error == "no_ffmpeg"


@pytest.mark.parametrize("code", transcoding.ERRORS)
def test_every_error_has_a_sentence(code):
    assert str(transcoding.describe(code)).endswith(".")


def test_an_unknown_error_has_one_too_and_none_has_none():
    assert transcoding.describe("something new") == transcoding.describe("failed")
    assert transcoding.describe("") == ""


# One at a time, and after a crash -----------------------------------------------------------------


def test_one_file_is_made_at_a_time(video):
    transcoding.plan(video)
    other = film_of(films.film(1, (128, 72)))
    transcoding.plan(other)
    assert jobs.claim() is not None
    with pytest.raises(jobs.Busy):
        jobs.claim()
    assert transcoding.work() == 0


def test_a_row_left_by_a_dead_worker_is_made_again_and_its_parts_go(video):
    transcoding.plan(video)
    row = jobs.claim()
    part = Path(video.file.path).parent / f".part-{row.pk}-0a1b2c3d.mp4"
    part.write_bytes(b"half")
    orphan = part.with_name("480p-0123456789ab.mp4")
    orphan.write_bytes(b"moved, but never recorded")
    assert tasks.recover() == 0  # its heartbeat is fresh, and this process lives
    VideoRendition.objects.update(heartbeat_at=timezone.now() - timedelta(minutes=5))
    assert tasks.recover() == 1
    assert not part.exists()
    assert not orphan.exists()
    assert tasks._ours().ready().count() == 1
    assert transcoding.work() == 1
    row.refresh_from_db()
    assert row.attempts == 2
    matches(row)


def test_a_worker_known_to_be_dead_is_not_waited_for(video):
    transcoding.plan(video)
    jobs.claim()
    machine = jobs.identity().partition("-")[0]
    VideoRendition.objects.update(worker=f"{machine}-{2**22 + 7}-12345-abcd")
    assert transcoding.recover() == 1


def test_a_worker_on_another_machine_is_believed_while_its_heart_beats(video):
    transcoding.plan(video)
    jobs.claim()
    VideoRendition.objects.update(worker="0123456789ab-1-12345-abcd")
    assert transcoding.recover() == 0


def test_a_file_that_kills_three_workers_is_given_up(video):
    transcoding.plan(video)
    for _attempt in range(3):
        assert jobs.claim() is not None
        VideoRendition.objects.update(heartbeat_at=None)
        transcoding.recover()
    row = video.renditions.get()
    assert (row.state, row.error) == (VideoRendition.FAILED, "crashed")
    assert transcoding.retry(row)
    row.refresh_from_db()
    assert (row.state, row.attempts) == (VideoRendition.WAITING, 0)


def test_a_worker_that_was_taken_for_dead_does_not_overwrite_the_other(video):
    transcoding.plan(video)
    row = jobs.claim()
    VideoRendition.objects.update(heartbeat_at=None)
    transcoding.recover()
    other = jobs.claim()
    with pytest.raises(jobs.Superseded):
        jobs.Pulse(row, 1.0).beat()
    with pytest.raises(jobs.Superseded):
        jobs.finish(row, file="videos/x.mp4")
    jobs.fail(row, "failed", "")
    jobs.give_back(row)
    other.refresh_from_db()
    assert other.state == VideoRendition.RUNNING


def test_a_file_of_a_film_deleted_meanwhile_leaves_nothing(
    video, monkeypatch, django_capture_on_commit_callbacks
):
    transcoding.plan(video)
    place = Path(video.file.path).parent
    real = transcoding._encode

    def encode(*args: object) -> float:
        seconds = real(*args)
        with django_capture_on_commit_callbacks(execute=True):
            Video.objects.get(pk=video.pk).delete()
        return seconds

    monkeypatch.setattr(transcoding, "_encode", encode)
    assert transcoding.work() == 1
    assert not place.exists()
    assert not VideoRendition.objects.exists()


def test_an_interruption_gives_the_row_back(video, monkeypatch):
    transcoding.plan(video)

    def interrupted(*args: object) -> float:
        raise KeyboardInterrupt

    monkeypatch.setattr(transcoding, "_encode", interrupted)
    with pytest.raises(KeyboardInterrupt):
        transcoding.work()
    row = video.renditions.get()
    assert (row.state, row.attempts, row.worker) == (VideoRendition.WAITING, 0, "")


def test_progress_is_written_without_making_the_manifest_anew(video, django_assert_num_queries):
    transcoding.plan(video)
    pulse = jobs.Pulse(jobs.claim(), 4.0)
    with django_assert_num_queries(1):
        pulse.beat({"out_time_us": "1000000"})
        pulse.beat({"out_time_us": "2000000"})  # within the same second
    assert video.renditions.get().progress == 25


def test_a_task_for_a_film_that_was_deleted_does_nothing():
    assert tasks.encode.func(4711) == 0


def test_old_records_of_tasks_are_deleted(video):
    tasks.wake(video.pk)
    result = tasks._ours().get()
    result.set_successful(None)
    assert tasks.prune() == 0
    tasks._ours().update(enqueued_at=timezone.now() - timedelta(days=31))
    assert tasks.prune() == 1


def test_a_storage_that_is_no_folder_gets_the_finished_file(video, monkeypatch):
    storage = video.file.storage
    local = storage.path

    class Remote(type(storage)):
        """Behaves like an object store: there are no paths."""

        def path(self, name):
            raise NotImplementedError

        def _open(self, name, mode="rb"):
            return ContentFile(Path(local(name)).read_bytes(), name)

        def _save(self, name, content):
            target = Path(local(name))
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.read())
            return name

        def exists(self, name):
            return Path(local(name)).exists()

        def listdir(self, path):
            return [], [entry.name for entry in Path(local(path)).iterdir()]

        def delete(self, name):
            Path(local(name)).unlink()

    for model in (Video, VideoRendition, VideoStill):
        monkeypatch.setattr(model._meta.get_field("file"), "storage", Remote())
    video = Video.objects.get()
    row = transcoding.encode_all(video)[0]
    assert row.state == VideoRendition.DONE, row.log
    data = Path(local(row.file.name)).read_bytes()
    assert hashlib.sha256(data).hexdigest() == row.checksum
