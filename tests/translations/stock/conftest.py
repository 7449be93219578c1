"""What plain Wagtail with plain wagtail-localize does, seen once a run in a project of its own.

``project/`` is a small Django project without anything of ours. ``see.py`` lives each fact in it,
on a database in memory, and prints what it saw; the tests here say what that must be for the fact
to hold.
"""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parent / "project"
#: What would make the project something else than plain.
NOT_PLAIN = ("DJANGO_SETTINGS_MODULE", "DATABASE_URL", "PYTHONPATH", "PYTHONSTARTUP")


def _see(result: Path) -> None:
    """Write into ``result`` what the project saw; AssertionError tells what made it fall."""
    env = {name: value for name, value in os.environ.items() if name not in NOT_PLAIN}
    done = subprocess.run(  # noqa: S603  (our own file)
        [sys.executable, "-W", "ignore", str(PROJECT / "see.py")],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result.write_text(done.stdout, "utf-8")


@pytest.fixture(scope="session")
def all_seen(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> dict[str, Any]:
    """Return by fact what was seen, or the error in the way; one of all processes looks."""
    folder = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):
        folder = folder.parent
    result = folder / "stock.json"
    with (folder / "stock.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not result.exists():
            _see(result)
    found: dict[str, Any] = json.loads(result.read_text("utf-8"))
    return found


@pytest.fixture
def seen(all_seen: dict[str, Any]) -> Callable[[str], dict[str, Any]]:
    """Return what gives what was seen of a fact: ``seen("fact_01")``."""

    def of(fact: str) -> dict[str, Any]:
        found = all_seen[fact]
        assert "error" not in found, f"plain wagtail-localize raises here now:\n{found['error']}"
        return found["seen"]

    return of
