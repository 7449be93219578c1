"""What the matrix of language versions costs with ten thousand pages. Run: ``make bench``.

Pages are made as rows (``bench_freshness.build``), in seven languages; a tenth of the versions are
outdated. Counts are asserted, times never.
"""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models.functions import Mod
from django.db.models.sql import InsertQuery
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from news.models import NewsPage
from tests.benchmarks.bench_freshness import build
from translations.models import LanguageVersion, State

pytestmark = pytest.mark.django_db

PAGES = 10_000
#: One version in this many is outdated.
EVERY = 10
AT_ONCE = 250
#: Of one open, whoever asks and for what.
QUERIES = 30


def fill(town: Any) -> None:
    """Make the pages, their rows as news of all ages, and states as ``refresh_all`` would leave them."""
    build(town, PAGES, 0)
    now = timezone.now()
    made = list(Page.objects.filter(title__startswith="Sivu ").values_list("pk", flat=True))
    for first in range(0, len(made), AT_ONCE):
        items = [
            NewsPage(page_ptr_id=pk, lead="x", published_on=now - timedelta(hours=pk % 9_000))
            for pk in made[first : first + AT_ONCE]
        ]
        # What is below a page cannot be made in bulk by Django: these are rows of one table.
        query = InsertQuery(NewsPage)
        query.insert_values(NewsPage._meta.local_concrete_fields, items)
        query.get_compiler("default").execute_sql()
    versions = LanguageVersion.objects.all()
    versions.update(state=State.UP_TO_DATE, is_live=True, total=10)
    versions.annotate(rest=Mod("pk", EVERY)).filter(rest=0).update(
        state=State.OUTDATED, outdated=1, since=now - timedelta(days=3)
    )


def opened(client: Any, name: str, query: str = "") -> tuple[int, float, int]:
    """Return the queries, the CPU seconds and the bytes of one answer."""
    begun = time.process_time()
    with CaptureQueriesContext(connection) as captured:
        response = client.get(f"{reverse(name)}?{query}")
    seconds = time.process_time() - begun
    assert response.status_code == 200
    return len(captured), seconds, len(response.content)


def test_the_matrix_opens(town, client):
    fill(town)
    section = Page.objects.get(pk=town.indexes["fi"].pk).translation_key
    kind = ContentType.objects.get_for_model(NewsPage).pk
    print(f"\n{PAGES} pages in 7 languages; {connection.vendor}")
    print(f"{'who':<16}{'asked for':<46}{'queries':>8}{'CPU s':>8}{'KB':>8}")
    for who in ("admin", "translator.sv"):
        client.force_login(town.staff[who])
        for name, query in (
            ("pages", ""),
            ("pages", "p=2"),
            ("pages", "p=150"),
            ("pages", "order=age"),
            ("pages", "order=title"),
            ("pages", "state=outdated&locale=sv&order=age"),
            ("pages", "state=missing"),
            ("pages", "state=missing&locale=sv"),
            ("pages", "state=up_to_date&locale=ar"),
            ("pages", "state=separate"),
            ("pages", f"section={section}"),
            ("pages", f"kind={kind}"),
            ("pages", "q=sivu+1234"),
            ("pages", "export=csv"),
        ):
            queries, seconds, size = opened(client, f"translations_matrix:{name}", query)
            print(f"{who:<16}{query:<46}{queries:>8}{seconds:>8.2f}{size / 1000:>8.0f}", flush=True)
            assert queries <= QUERIES or "export" in query
        queries, seconds, size = opened(client, "wagtailadmin_home")
        print(
            f"{who:<16}{'front page of the admin':<46}{queries:>8}{seconds:>8.2f}{size / 1000:>8.0f}"
        )
