"""The rows tests start from: the site's first ones, and whole scenes that are built only once.

Copies of rows are kept in the database itself, and brought back with a few plain statements, the same
on SQLite and PostgreSQL. That is quicker than building a scene anew for every test, and quicker than
Django's way back after a test that commits: to empty each table, and to read the first rows from JSON.

Django's way also has a fault here. While the rows are read, Wagtail's ``Task`` looks for its content
type, which is not read yet; unless an earlier test has left it in Django's cache, another row is made
for it, and that stands in the way of the right one.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.db.models import Model
from django.utils import translation
from wagtail.models import Site


class Rows:
    """A copy of some tables, kept beside them under a name."""

    def __init__(self, name: str, tables: Iterable[str]) -> None:
        """Copy ``tables`` as they are now. Not within a transaction: the copy has to stay."""
        assert not connection.in_atomic_block, (
            "what is copied here would be taken back with the rest"
        )
        self.name, self.tables = name, list(tables)
        schema = _schema(name)
        _run(
            [f"DROP SCHEMA IF EXISTS {schema} CASCADE", f"CREATE SCHEMA {schema}"] if schema else []
        )
        _run(
            f"CREATE TABLE {self._of(table)} AS SELECT * FROM {_quoted(table)}"  # noqa: S608
            for table in self.tables
        )

    def changed(self) -> list[str]:
        """Return which tables are not as they were."""
        each = " UNION ALL ".join(
            f"SELECT '{table}' WHERE EXISTS (SELECT * FROM {here} EXCEPT SELECT * FROM {kept})"  # noqa: S608
            f" OR EXISTS (SELECT * FROM {kept} EXCEPT SELECT * FROM {here})"
            for table in self.tables
            for here, kept in [(_quoted(table), self._of(table))]
        )
        with connection.cursor() as cursor:
            cursor.execute(each)
            return [table for (table,) in cursor.fetchall()]

    def bring(self, tables: Iterable[str] | None = None) -> None:
        """Put the rows of ``tables``, or of all that were copied, in the place of what is there."""
        wanted = self.tables if tables is None else list(tables)
        with transaction.atomic():
            _run(f"DELETE FROM {_quoted(table)}" for table in wanted)  # noqa: S608
            _run(
                f"INSERT INTO {_quoted(table)} SELECT * FROM {self._of(table)}"  # noqa: S608
                for table in wanted
            )

    def _of(self, table: str) -> str:
        schema = _schema(self.name)
        return f"{schema}.{_quoted(table)}" if schema else _quoted(f"kept_{self.name}_{table}")


class FirstRows(Rows):
    """What migrations leave: the state that every test finds, and that the next one must find again."""

    def __init__(self) -> None:
        found = connection.introspection.django_table_names(only_existing=True)
        # SQLite's words to be found are written by triggers of the index.
        super().__init__("first", [name for name in found if not name.endswith("_fts")])

    def bring_back(self) -> None:
        """Undo what a test has committed."""
        self.bring(self.changed())


class Scene:
    """What a function builds on the first rows, once; then given to many tests, each time fresh."""

    def __init__(self, name: str, build: Callable[[], Any], first: FirstRows) -> None:
        """Build it, keep rows, files and objects, and put the first rows back."""
        cache.clear()
        Site.clear_site_root_paths_cache()
        before = set(_files())
        with translation.override(settings.LANGUAGE_CODE), transaction.atomic():
            built = build()
            connection.run_on_commit.clear()  # in a test that is rolled back it would not run either
        self.rows = Rows(name, first.changed())
        self.built = pickle.dumps(read_again(built))
        self.files = {name: _media(name).read_bytes() for name in set(_files()) - before}
        self.times = {_media(name): _media(name).stat().st_mtime_ns for name in self.files}
        first.bring_back()

    def bring(self, port: int) -> Any:
        """Lay the scene out on the first rows, before any other row is made; return its objects.

        ``port`` is where the default site answers.
        """
        self.rows.bring()
        Site.objects.filter(is_default_site=True).exclude(port=port).update(port=port)
        Site.clear_site_root_paths_cache()
        for name, content in self.files.items():
            path = _media(name)
            if not path.is_file() or path.stat().st_mtime_ns != self.times.get(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                self.times[path] = path.stat().st_mtime_ns
        return pickle.loads(self.built)  # noqa: S301 -- our own, made a moment ago


def read_again(thing: Any) -> Any:
    """Return rows, or a list, a dictionary or a dataclass of them, as the database has them now."""
    if isinstance(thing, Model):
        return type(thing)._default_manager.get(pk=thing.pk)
    if isinstance(thing, dict):
        return {key: read_again(value) for key, value in thing.items()}
    if isinstance(thing, list):
        return [read_again(value) for value in thing]
    if is_dataclass(thing) and not isinstance(thing, type):
        values = {field.name: getattr(thing, field.name) for field in fields(thing)}
        return type(thing)(**{name: read_again(value) for name, value in values.items()})
    return thing


def _run(statements: Iterable[str]) -> None:
    """Run statements, where that can be done all at once."""
    with connection.cursor() as cursor:
        for statement in [";".join(statements)] if _schema("any") else statements:
            if statement:
                cursor.execute(statement)


def _schema(name: str) -> str:
    """Return the schema of a copy. SQLite has none: there a copy's tables have longer names."""
    return _quoted(f"kept_{name}") if connection.vendor == "postgresql" else ""


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _files() -> list[str]:
    root = Path(settings.MEDIA_ROOT)
    return [str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()]


def _media(name: str) -> Path:
    return Path(settings.MEDIA_ROOT) / name
