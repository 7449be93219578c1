"""What a page costs: queries, bytes, and CPU as a ratio to a trivial view. Run: ``make bench``.

Counts travel from machine to machine; seconds do not. CPU time is therefore told as the ratio of
medians of requests that took turns in one process. A benchmark that did not get the named page, with
the rows it should have, fails: a fast error page is no result. Budgets on counts are asserted, times
never.
"""

from __future__ import annotations

import gzip
import os
import platform
import re
import statistics
import time
from collections import Counter
from dataclasses import dataclass

import brotli
import django
import pytest
import wagtail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from core.assets import sheet
from home.demo import seed
from home.models import HomePage
from news.models import NewsIndexPage, NewsPage

pytestmark = pytest.mark.django_db

ROUNDS = 40
TRIVIAL = "/robots.txt"
KB = 1024
BUDGET_BYTES = 25 * KB


@dataclass(frozen=True)
class Subject:
    """A page to measure: its address, the most queries it may need, and what proves that we got it."""

    name: str
    url: str
    queries: int
    proof: str
    least: int = 1


@pytest.fixture
def subjects() -> list[Subject]:
    """Sow the demo, and choose its home page, its news list and its longest news item, in Finnish."""
    seed(pictures=False, hostname="localhost", port=80)
    home = HomePage.objects.get(locale__language_code="fi")
    index = NewsIndexPage.objects.child_of(home).get()
    item = max(index.items(), key=lambda page: len(page.body))
    assert len(item.body) >= 5
    found = [
        Subject("home", home.get_url(), 20, 'href="', 20),
        Subject("list", index.get_url(), 15, f'href="{index.get_url()}', 12),
        Subject("news", item.get_url(), 15, item.lead.split()[0], 1),
    ]
    print(
        f"\nPython {platform.python_version()}, Django {django.__version__}, Wagtail {wagtail.__version__}, "
        f"{connection.vendor} {'.'.join(map(str, connection.get_database_version()))}, "
        f"{os.cpu_count()} cores, {platform.machine()}\n"
        f"{Page.objects.count()} pages, {NewsPage.objects.count()} of them news items in all languages; "
        f"the news item is “{item.title}”, {len(item.body)} blocks\n"
        "uncached, test client, warm: every page was fetched twice before it was measured"
    )
    return found


def fetched(client: Client, subject: Subject) -> str:
    """Return the HTML of a page; fail unless it is the page we named, with its rows."""
    response = client.get(subject.url)
    assert response.status_code == 200, f"{subject.name}: {response.status_code}"
    html = response.content.decode()
    assert html.count(subject.proof) >= subject.least, f"{subject.name} lacks its rows"
    return html


def test_queries(subjects):
    """Count the queries of each page, and those asked twice."""
    client = Client()
    print(f"\n{'page':<8}{'queries':>8}{'repeated':>10}{'budget':>8}")
    over: dict[str, list[str]] = {}
    for subject in subjects:
        fetched(client, subject)
        fetched(client, subject)
        with CaptureQueriesContext(connection) as captured:
            fetched(client, subject)
        shapes = Counter(re.sub(r"'[^']*'|\b\d+\b", "?", query["sql"]) for query in captured)
        repeated = sum(times - 1 for times in shapes.values())
        print(f"{subject.name:<8}{len(captured):>8}{repeated:>10}{subject.queries:>8}")
        if len(captured) > subject.queries:
            over[subject.name] = [shown(query["sql"]) for query in captured]
    for name, queries in over.items():
        print(f"\n{name}, over budget:", *queries, sep="\n  ")
    assert not over, f"over budget: {', '.join(over)}"


def shown(sql: str) -> str:
    """Return a query in one line one can recognise: its table and its condition."""
    table = re.search(r'FROM "?(\w+)"?', sql)
    condition = sql.partition(" WHERE ")[2].replace('"', "")
    return f"{table[1] if table else sql[:40]:<34} {condition[:110]}"


def test_bytes(subjects):
    """Weigh the news page as a phone fetches it first: HTML, style sheets and script, no images."""
    client = Client()
    html = fetched(client, subjects[-1])
    parts = {"html": html.encode(), "css": sheet().text.encode(), "js": b""}
    linked = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)
    scripts = re.findall(r'<script[^>]*\ssrc="([^"]+)"', html)
    assert linked
    assert scripts
    sheets = [client.get(url) for url in linked]
    assert all(answer.status_code == 200 for answer in sheets)
    parts["css"] = b"".join(answer.content for answer in sheets)
    assert sheet().text.encode() in parts["css"]
    parts["js"] = b"".join(_file(client, url) for url in scripts)
    print(f"\n{'part':<8}{'plain':>10}{'gzip 6':>10}{'brotli 5':>10}   bytes")
    totals = Counter()
    for name, content in parts.items():
        assert content, f"{name} is empty"
        sizes = {
            "plain": len(content),
            "gzip": len(gzip.compress(content, 6)),
            "brotli": len(brotli.compress(content, quality=5)),
        }
        totals.update(sizes)
        print(f"{name:<8}{sizes['plain']:>10}{sizes['gzip']:>10}{sizes['brotli']:>10}")
    print(
        f"{'all':<8}{totals['plain']:>10}{totals['gzip']:>10}{totals['brotli']:>10}   budget {BUDGET_BYTES}"
    )
    assert totals["gzip"] <= BUDGET_BYTES


def _file(client: Client, url: str) -> bytes:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_cpu(subjects):
    """Compare the CPU time of each page with that of a view that does nothing, in turns."""
    client = Client()

    def trivial() -> None:
        assert client.get(TRIVIAL).status_code == 200

    work = {"trivial": trivial} | {
        subject.name: lambda subject=subject: fetched(client, subject) for subject in subjects
    }
    times: dict[str, list[float]] = {name: [] for name in work}
    for _warm in range(2):
        for run in work.values():
            run()
    for _round in range(ROUNDS):
        for name, run in work.items():
            begun = time.process_time()
            run()
            times[name].append(time.process_time() - begun)
    assert all(len(measured) == ROUNDS for measured in times.values())
    medians = {name: statistics.median(measured) for name, measured in times.items()}
    print(
        f"\n{'page':<8}{'CPU ms':>8}{'ratio':>8}   median of {ROUNDS}, interleaved; trivial is {TRIVIAL}"
    )
    for name, median in medians.items():
        print(f"{name:<8}{median * 1000:>8.2f}{median / medians['trivial']:>8.1f}")
