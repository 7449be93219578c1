"""Two deeds at the same moment, each with a connection of its own, as two people do them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Queue
from time import sleep
from typing import Any

import pytest
from django.db import connection, transaction
from wagtail.models import Page

from translations.freshness import refresh_all

#: SQLite has one writer at a time: there the second begins when the first has done.
HAS_ROW_LOCKS = connection.vendor == "postgresql"
two_connections = pytest.mark.django_db(transaction=HAS_ROW_LOCKS)


def at_once(first: Callable[[], Any], second: Callable[[], Any]) -> Any:
    """Do ``first``, and ``second`` before the first is committed; return what came of the second.

    It is what it returned or raised. The second goes on until it waits for a row, or has done: if it did
    not wait where it should, it has not seen what the first did, and what it wrote tells.
    """
    if not HAS_ROW_LOCKS:
        first()
        return _outcome(second)
    pids: Queue[int] = Queue()

    def elsewhere() -> Any:
        connection.ensure_connection()
        pids.put(connection.connection.info.backend_pid)
        try:
            return _outcome(second)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        with transaction.atomic():
            first()
            done = other.submit(elsewhere)
            _until_it_waits(done, pids.get(timeout=60))
        return done.result(timeout=60)


def _outcome(deed: Callable[[], Any]) -> Any:
    try:
        with transaction.atomic():
            return deed()
    except Exception as error:
        return error


def _until_it_waits(done: Future[Any], pid: int) -> None:
    with connection.cursor() as cursor:
        while not done.done():
            cursor.execute("SELECT 1 FROM pg_locks WHERE pid = %s AND NOT granted", [pid])
            if cursor.fetchone():
                return
            sleep(0.01)


def assert_all_is_true() -> None:
    """Assert that the tree is whole, and that the stored freshness is what is so."""
    assert not any(Page.find_problems())
    assert refresh_all(is_check=True)[1] == 0
