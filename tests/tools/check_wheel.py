"""Build the wheel, install it into an empty environment, and run ``kohtaamo check`` from it.

What works in a checkout may be missing from a wheel: templates, style sheets, fonts, catalogues.
The environment has the locked versions; the command runs in an empty folder with an empty environment.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: One file of each kind the site cannot do without.
NEEDED = (
    "config/settings/production.py",
    "core/static/core/css/order.txt",
    "core/static/core/js/site.js",
    "core/fonts/",
    "core/migrations/0001_initial.py",
    "config/locale/se/LC_MESSAGES/django.mo",
    "core/locale/fi/LC_MESSAGES/django.mo",
    "core/locale/sv/LC_MESSAGES/django.mo",
    "plans/pdf/plan.typ",
    "templates/base.html",
    "templates/news/news_page.html",
)


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    """Run a command; print what it said and stop when it fails."""
    done = subprocess.run(  # noqa: S603 -- commands of our own
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True
    )
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
        sys.exit(f"{' '.join(str(part) for part in command)}: failed")


def missing_from(wheel: Path) -> list[str]:
    """Return what the wheel lacks, or holds and should not."""
    names = zipfile.ZipFile(wheel).namelist()
    lacking = [
        f"{start} is missing" for start in NEEDED if not any(n.startswith(start) for n in names)
    ]
    templates = [p.relative_to(ROOT).as_posix() for p in (ROOT / "templates").rglob("*.html")]
    lacking += [f"{name} is missing" for name in templates if name not in names]
    lacking += [
        f"{name} should not be there" for name in names if name.startswith(("tests/", "site/"))
    ]
    return lacking


def main() -> None:
    """Do it all in a temporary folder."""
    uv = os.environ.get("UV") or "uv"
    uv = str(Path(uv).absolute()) if "/" in uv else uv
    with tempfile.TemporaryDirectory(prefix="kohtaamo-wheel-") as folder:
        work = Path(folder)
        print("[1/3] building the wheel", flush=True)
        run(uv, "build", "--wheel", "--quiet", "--out-dir", work / "dist")
        (wheel,) = (work / "dist").glob("*.whl")
        if lacking := missing_from(wheel):
            sys.exit("\n".join([f"{wheel.name}:", *lacking]))
        print(
            "[2/3] installing it, with the locked dependencies, into an empty environment",
            flush=True,
        )
        locked = work / "locked.txt"
        run(
            uv,
            "export",
            "--locked",
            "--quiet",
            "--no-dev",
            "--no-emit-project",
            "--no-hashes",
            "-o",
            locked,
        )
        run(uv, "venv", "--quiet", "--python", sys.executable, work / "venv")
        python = work / "venv" / "bin" / "python"
        run(uv, "pip", "install", "--quiet", "--python", python, "-c", locked, wheel)
        print("[3/3] kohtaamo check, outside the checkout", flush=True)
        empty = work / "empty"
        empty.mkdir()
        run(
            work / "venv" / "bin" / "kohtaamo",
            "check",
            "--fail-level",
            "WARNING",
            cwd=empty,
            env={"PATH": os.environ["PATH"]},
        )
        print(f"{wheel.name}: {wheel.stat().st_size // 1024} KB, whole and in order")


if __name__ == "__main__":
    main()
