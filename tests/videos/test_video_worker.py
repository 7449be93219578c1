"""The worker, as a process of its own: it works, stops, dies, and is started again."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, models
from django_tasks_db.models import DBTaskResult

from config.management.commands.demo import video_worker
from tests import films
from tests.videos.test_transcoding import film_of, matches
from videos import ffmpeg, tasks, transcoding
from videos.models import Video, VideoRendition

SQLITE = connection.vendor == "sqlite"
# A process of its own sees only what is committed; a copy of SQLite's memory is as good.
pytestmark = pytest.mark.django_db(transaction=not SQLITE)
#: Seconds a test waits for a process on a busy machine.
LONG = 180.0


@dataclass
class Workplace:
    """A database and a folder that worker processes share with the test."""

    folder: Path
    started: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def database(self) -> Path:
        """Return where the workers' SQLite database is."""
        return self.folder / "kohtaamo.sqlite3"

    def publish(self) -> None:
        """Let the workers see the rows of the test."""
        if SQLITE:
            # With what is not committed yet: the test's transaction never will be.
            self.database.write_bytes(connection.connection.serialize())

    def start(self, *arguments: str, slow: bool = False) -> subprocess.Popen[str]:
        """Start a worker; a ``slow`` one makes files no faster than they play, at little cost."""
        process = subprocess.Popen(  # noqa: S603 -- a program of ours
            [sys.executable, "-m", "django", "video_worker", "--interval", "0.2", *arguments],
            env={**self.environment(), "KOHTAAMO_FFMPEG": self._slow_ffmpeg() if slow else ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.started.append(process)
        return process

    def _slow_ffmpeg(self) -> str:
        program = self.folder / "slow-ffmpeg"
        real = ffmpeg.program()
        program.write_text(
            f'#!/bin/sh\ncase "$*" in *-crf*) exec {real} -re "$@";; *) exec {real} "$@";; esac\n'
        )
        program.chmod(0o755)
        return str(program)

    def environment(self) -> dict[str, str]:
        """Return the variables of a worker: the demo's settings, in the folder of the test."""
        database = connection.settings_dict
        url = (
            ""
            if SQLITE
            else (
                f"postgres://{database['USER']}:{database['PASSWORD']}@{database['HOST']}"
                f":{database['PORT']}/{database['NAME']}"
            )
        )
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "DEMO_DIR": str(self.folder),
            "DATABASE_URL": url,
        }

    def read(self, model: type[models.Model]) -> list[Any]:
        """Return the rows of a model as the workers have left them."""
        if not SQLITE:
            return list(model._default_manager.order_by("pk"))
        with closing(sqlite3.connect(self.database, timeout=20)) as database:
            database.row_factory = sqlite3.Row
            rows = database.execute(f"SELECT * FROM {model._meta.db_table} ORDER BY rowid")  # noqa: S608
            return [model(**dict(row)) for row in rows]

    def rows(self) -> list[VideoRendition]:
        """Return the files to be made, and made."""
        return self.read(VideoRendition)

    def results(self) -> list[str]:
        """Return the states of the tasks, sorted."""
        return sorted(result.status for result in self.read(DBTaskResult))


@pytest.fixture
def workplace(tmp_path, settings) -> Iterator[Workplace]:
    """An empty workplace; whatever was started there is ended afterwards."""
    settings.MEDIA_ROOT = tmp_path / "media"
    place = Workplace(tmp_path)
    yield place
    for process in place.started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def until(condition: Callable[[], Any], process: subprocess.Popen[str] | None = None) -> None:
    """Wait for something to become true."""
    deadline = time.monotonic() + LONG
    while not condition():
        if process is not None and process.poll() is not None:
            raise AssertionError(f"the worker ended:\n{process.communicate()[0]}")
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.05)


def ends(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for the end of a process; return its status and what it wrote."""
    output = process.communicate(timeout=LONG)[0]
    return process.returncode, output


def wait_until_encoding(place: Workplace, process: subprocess.Popen[str], video: Video) -> Path:
    """Wait until a file is being written and its progress shown; return the part."""

    def part() -> list[Path]:
        return list(Path(video.file.path).parent.glob(".part-*"))

    until(lambda: place.rows()[0].progress > 0 and part(), process)
    return part()[0]


def encoders() -> list[str]:
    """Return the command lines of the ffmpegs that make files of this test run's films."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = entry.read_bytes().decode("utf-8", "replace")
        except OSError:
            continue
        if "libx264" in line and str(os.getpid()) not in entry.parts:
            found.append(line)
    return found


def of(place: Workplace) -> list[str]:
    """Return the encoders that work in a workplace."""
    return [line for line in encoders() if str(place.folder) in line]


@pytest.mark.skipif(
    not Path("/proc").is_dir(), reason="only Linux tells a child of its parent's death"
)
def test_a_worker_killed_in_the_middle_leaves_nothing_half_and_the_work_is_done_again(workplace):
    video = film_of(films.film(20, (128, 72)))
    transcoding.plan(video)
    tasks.wake(video.pk)
    workplace.publish()
    worker = workplace.start(slow=True)
    part = wait_until_encoding(workplace, worker, video)
    assert of(workplace)
    worker.kill()
    worker.wait()
    until(lambda: not of(workplace))  # ffmpeg dies with its worker
    assert part.exists()
    assert workplace.rows()[0].state == VideoRendition.RUNNING
    assert workplace.results() == ["RUNNING"]

    status, output = ends(workplace.start("--batch"))

    assert status == 0, output
    row = workplace.rows()[0]
    matches(row)
    assert row.attempts == 2
    assert not part.exists()
    assert not list(part.parent.glob(".part-*"))
    assert sorted(path.name for path in part.parent.glob("480p-*")) == [Path(row.file.name).name]
    assert workplace.results() == ["FAILED", "SUCCESSFUL"]


def test_a_worker_told_to_stop_stops_its_ffmpeg_and_gives_the_work_back(workplace):
    video = film_of(films.film(20, (128, 72)))
    transcoding.plan(video)
    tasks.wake(video.pk)
    workplace.publish()
    worker = workplace.start(slow=True)
    part = wait_until_encoding(workplace, worker, video)
    worker.send_signal(signal.SIGTERM)
    begun = time.monotonic()
    status, output = ends(worker)
    assert status == 0, output
    assert time.monotonic() - begun < 15
    row = workplace.rows()[0]
    assert (row.state, row.attempts, row.worker) == (VideoRendition.WAITING, 0, "")
    assert not part.exists()
    assert not of(workplace)
    assert "READY" in workplace.results()  # whoever comes next goes on


def test_an_idle_worker_stops_at_once(workplace):
    workplace.publish()
    worker = workplace.start()
    assert worker.stdout is not None
    assert "has started" in worker.stdout.readline()
    time.sleep(0.5)
    worker.send_signal(signal.SIGTERM)
    status, output = ends(worker)
    assert status == 0, output


def test_two_workers_make_each_file_once_and_one_at_a_time(workplace):
    for size in ((320, 180), (180, 320), (256, 144)):
        video = film_of(films.film(2, size))
        transcoding.plan(video)
        tasks.wake(video.pk)
    workplace.publish()
    workers = [workplace.start(), workplace.start()]
    most = 0

    def done() -> bool:
        nonlocal most
        states = [row.state for row in workplace.rows()]
        most = max(most, states.count(VideoRendition.RUNNING))
        return states == [VideoRendition.DONE] * 3

    until(done, workers[0])
    for worker in workers:
        worker.send_signal(signal.SIGTERM)
        assert ends(worker)[0] == 0
    assert most == 1
    for row in workplace.rows():
        assert row.attempts == 1
        matches(row)


@pytest.mark.skipif(
    not Path("/proc").is_dir(), reason="only Linux tells a child of its parent's death"
)
def test_a_worker_of_the_demo_stops_when_the_demo_dies(workplace):
    workplace.publish()
    code = (
        "import os, subprocess, sys, time\n"
        "worker = subprocess.Popen([sys.executable, '-m', 'django', 'video_worker',"
        " '--parent', str(os.getpid())], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)\n"
        "print(worker.pid, worker.stdout.readline(), flush=True)\n"
        "time.sleep(100)\n"
    )
    demo = subprocess.Popen(  # noqa: S603 -- a program of ours
        [sys.executable, "-c", code], env=workplace.environment(), stdout=subprocess.PIPE, text=True
    )
    assert demo.stdout is not None
    told = demo.stdout.readline()
    assert "has started" in told
    worker = Path("/proc") / told.split()[0]
    assert worker.is_dir()
    demo.kill()
    demo.communicate()
    until(lambda: not worker.is_dir() or ") Z " in (worker / "stat").read_text("utf-8"))


def test_the_demo_has_a_worker_as_long_as_it_serves(workplace, monkeypatch):
    workplace.publish()
    for name, value in workplace.environment().items():
        monkeypatch.setenv(name, value)
    with video_worker() as worker:
        assert worker.poll() is None
    assert worker.returncode in (0, -signal.SIGTERM)  # the second: before it could listen


def test_without_ffmpeg_it_does_not_start_and_says_why(settings):
    settings.KOHTAAMO_FFMPEG = "/nowhere/ffmpeg"
    with pytest.raises(CommandError, match="KOHTAAMO_FFMPEG=/nowhere/ffmpeg: cannot be started"):
        call_command("video_worker", "--batch")
