"""Every environment variable the settings read has a row in docs/settings.md, and no other has."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READERS = {"text", "boolean", "integer", "words", "path", "choice", "parsed"}
#: Read without ``config.environment``: before the settings, or by make.
ELSEWHERE = {"DJANGO_SETTINGS_MODULE", "PORT"}


def read_by_the_settings() -> dict[str, str]:
    """Return the variables that code under site/config reads, each with the file that reads it."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "site" / "config").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(call, ast.Call)
                and isinstance(call.func, ast.Attribute)
                and isinstance(call.func.value, ast.Name)
                and call.func.value.id == "environment"
                and call.func.attr in READERS
            ):
                name = ast.literal_eval(call.args[0])
                assert name not in found, (
                    f"{name} is read in {found[name]} and again in {path.name}"
                )
                found[name] = path.name
    return found


def documented() -> list[str]:
    """Return the variables that have a row in the tables of docs/settings.md."""
    text = (ROOT / "docs" / "settings.md").read_text("utf-8")
    return re.findall(r"^\| `([A-Z][A-Z_]+)` \|", text, re.MULTILINE)


def test_the_settings_read_something():
    assert {"KOHTAAMO_SECRET_KEY", "DATABASE_URL"} <= read_by_the_settings().keys()


def test_every_variable_has_one_row_and_every_row_a_variable():
    rows = documented()
    assert sorted(rows) == sorted({*read_by_the_settings(), *ELSEWHERE})


def test_the_environment_is_read_through_the_helper_alone():
    for folder in (ROOT / "site", ROOT / "home"):
        for path in folder.rglob("*.py"):
            names = set(
                re.findall(
                    r"os\.(?:environ|getenv)\b.*?[\"']([A-Z_]+)[\"']", path.read_text("utf-8")
                )
            )
            allowed = {*ELSEWHERE, "KOHTAAMO_SECRET_KEY"} if "config" in path.parts else set()
            assert names <= allowed, f"{path}: {names - allowed}"
