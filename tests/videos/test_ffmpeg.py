"""ffmpeg runs inside bounds, and never outlives whoever wanted it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import films
from videos import ffmpeg, launcher

ENDLESS = ["-re", "-f", "lavfi", "-i", "color=size=64x64:rate=5:duration=600", "-f", "null", "-"]


def alive(process: int) -> bool:
    """Tell whether a process runs."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_it_is_found_and_can_make_our_files():
    assert Path(ffmpeg.program()).is_file()


def test_a_program_that_lacks_our_encoders_is_refused_by_name(settings, tmp_path):
    fake = tmp_path / "ffmpeg"
    fake.write_text("#!/bin/sh\necho ' libx264 '\n")
    fake.chmod(0o755)
    settings.KOHTAAMO_FFMPEG = str(fake)
    with pytest.raises(ffmpeg.FFmpegMissingError, match="libsvtav1, libopus, aac"):
        ffmpeg.program()


def test_a_path_that_looks_like_an_option_or_an_address_is_neither(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert ffmpeg.named(Path("-y")) == f"file:{tmp_path}/-y"
    assert ffmpeg.named(Path("http:/example.org/x")).startswith(f"file:{tmp_path}/")


def test_it_runs_niced_and_in_a_clean_environment(tmp_path, settings, monkeypatch):
    told = tmp_path / "ffmpeg"
    told.write_text("#!/bin/sh\nnice; env; ulimit -v; ulimit -f; ulimit -c\n")
    told.chmod(0o755)
    monkeypatch.setattr(ffmpeg, "_program", lambda chosen: str(told))
    monkeypatch.setenv("SECRET_OF_OURS", "1")
    bounds = ffmpeg.Bounds(seconds=10, memory=ffmpeg.GIGABYTE, written=1024 * 1024)
    lines = ffmpeg.run([], bounds).output.split()
    assert int(lines[0]) >= min(os.nice(0) + 10, 19)
    assert "SECRET_OF_OURS=1" not in lines
    assert str(1024 * 1024) in lines  # kilobytes of address space
    assert lines[-1] == "0"  # no core dump


def test_it_cannot_write_more_than_it_may(tmp_path):
    target = tmp_path / "out.mkv"
    arguments = ["-i", str(films.film()), "-c", "copy", ffmpeg.named(target)]
    assert ffmpeg.run(arguments, ffmpeg.Bounds(seconds=20, written=8192)).status != 0
    assert target.stat().st_size <= 8192


def test_it_is_killed_when_time_is_up():
    before = _children()
    with pytest.raises(ffmpeg.TimedOutError):
        ffmpeg.run(ENDLESS, ffmpeg.Bounds(seconds=1))
    assert _children() <= before


def test_whatever_the_watcher_raises_stops_it():
    def watch(report: dict[str, str]) -> None:
        raise KeyboardInterrupt

    before = _children()
    with pytest.raises(KeyboardInterrupt):
        ffmpeg.run(ENDLESS, ffmpeg.Bounds(seconds=60), watch)
    assert _children() <= before


def test_it_reports_how_far_it_is():
    reports: list[float] = []
    arguments = ["-i", str(films.film()), "-f", "null", "-progress", "pipe:1", "-"]
    done = ffmpeg.run(
        arguments, ffmpeg.Bounds(seconds=60), lambda told: reports.append(ffmpeg.seconds(told))
    )
    assert done.status == 0
    assert done.cpu_seconds > 0
    assert reports[-1] == pytest.approx(2, abs=0.1)


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells a child of its parent's death"
)
def test_it_dies_with_the_process_that_started_it_even_by_kill_9():
    code = (
        "import subprocess, sys, os\n"
        f"command = [sys.executable, '-I', '-S', {launcher.__file__!r},"
        " f'{os.getpid()},10,60,1000000000,0', '/bin/sleep', '60']\n"
        "child = subprocess.Popen(command, start_new_session=True)\n"
        "print(child.pid, flush=True)\n"
        "child.wait()\n"
    )
    command = [sys.executable, "-c", code]
    parent = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 -- ours
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    deadline = time.monotonic() + 20
    while Path(f"/proc/{child}/comm").read_text("utf-8").strip() != "sleep":
        assert time.monotonic() < deadline
        time.sleep(0.02)
    parent.kill()
    parent.wait()
    while alive(child):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    parent.stdout.close()


def _children() -> set[int]:
    """Return the children of this process that run: a browser's driver may be one."""
    listed = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    return {child for child in map(int, listed.read_text("ascii").split()) if alive(child)}
