"""What migrations leave on SQLite, kept from run to run: making it takes longer than most tests do.

It is made anew whenever anything it is made of has changed, and with ``pytest --create-db``.
"""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import django
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management.commands.migrate import Command
from django.db import connections

FOLDER = Path(__file__).resolve().parents[1] / ".cache" / "migrated"
#: How many are kept: one for each of the branches that somebody works on.
KEPT = 5


def keep_what_migrations_leave(patch: pytest.MonkeyPatch) -> None:
    """Have ``migrate`` copy what it left the last time, where nothing has changed since."""
    original: Callable[..., Any] = Command.handle

    def handle(self: Command, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        if connection.vendor != "sqlite" or connection.introspection.table_names():
            original(self, *args, **options)
            return
        path = FOLDER / f"{fingerprint()}.sqlite3"
        connection.ensure_connection()
        if path.is_file():
            with closing(sqlite3.connect(path)) as kept:
                kept.backup(connection.connection)
            path.touch()
            return
        original(self, *args, **options)
        FOLDER.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
            unfinished = Path(folder) / path.name
            with closing(sqlite3.connect(unfinished)) as kept:
                connection.connection.backup(kept)
            unfinished.replace(path)
        for old in sorted(FOLDER.glob("*.sqlite3"), key=lambda file: -file.stat().st_mtime)[KEPT:]:
            old.unlink(missing_ok=True)

    patch.setattr(Command, "handle", handle)


def fingerprint() -> str:
    """Return what changes with anything that migrations, and what follows them, are made of."""
    mark = hashlib.sha256(repr((django.VERSION, sqlite3.sqlite_version, *_settings())).encode())
    for path in _migrations():
        mark.update(path.name.encode() + path.read_bytes())
    # Content types and permissions are made of the models themselves.
    for model in apps.get_models(include_auto_created=True):
        about = model._meta
        permissions = (about.default_permissions, about.permissions, about.verbose_name_raw)
        mark.update(repr((about.label, about.db_table, *permissions)).encode())
    return mark.hexdigest()[:32]


def _settings() -> Iterator[Any]:
    yield from (settings.LANGUAGE_CODE, settings.LANGUAGES, settings.INSTALLED_APPS)
    yield settings.MIGRATION_MODULES


def _migrations() -> Iterator[Path]:
    """Yield the files of all migrations, and the module that makes what follows them."""
    for config in apps.get_app_configs():
        name = settings.MIGRATION_MODULES.get(config.label, f"{config.name}.migrations")
        for module in (name, f"{config.name}.management"):
            if module and find_spec(module):
                for folder in getattr(import_module(module), "__path__", ()):
                    yield from sorted(Path(folder).glob("*.py"))
