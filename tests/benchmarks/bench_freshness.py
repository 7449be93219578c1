"""What freshness costs: all versions computed again, and one page saved. Run: ``make bench``.

Pages are made as rows, ten texts each and six languages; a tenth of the versions lack a change. The
benchmark fails unless exactly those are found. Counts are asserted, times never.
"""

from __future__ import annotations

import statistics
import time
import uuid
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslatableObject, Translation, TranslationSource

from news.models import NewsPage
from tests.factories import locale
from tests.translating import translate
from translations.freshness import AT_ONCE, refresh_all
from translations.models import LanguageVersion, Original, SegmentChange, State
from translations.texts import CONFIRMED, mark_of

pytestmark = pytest.mark.django_db

CODES = ("sv", "en", "se", "uk", "ar", "fi-simple")
TEXTS, EVERY = 10, 10
#: Chunks read, at most this many queries each; the last chunk is empty.
QUERIES_A_CHUNK = 12
#: Queries of ours when a page with versions is published: those that lifecycle and holds ask included.
QUERIES_A_PUBLICATION = 10
ROUNDS = 15


@dataclass(frozen=True)
class Cost:
    """What one run took: versions, queries, and CPU seconds."""

    versions: int
    drifted: int
    queries: int
    seconds: float


def build(town: Any, count: int, first: int) -> None:
    """Make ``count`` Finnish pages with a version in each language, as rows."""
    kind = ContentType.objects.get_for_model(NewsPage)
    base = ContentType.objects.get_for_model(Page)
    locales = [locale("fi"), *(locale(code) for code in CODES)]
    keys = [uuid.uuid4() for _number in range(count)]
    parent = Page.objects.get(pk=town.indexes["fi"].pk)
    pages = []
    for row, key in enumerate(keys):
        for column, tongue in enumerate(locales):
            number = (first + row) * len(locales) + column + 100
            pages.append(_page(parent, number, key, tongue, kind))
    Page.objects.bulk_create(pages, batch_size=500)
    TranslatableObject.objects.bulk_create(
        [TranslatableObject(translation_key=key, content_type=base) for key in keys], 500
    )
    sources = TranslationSource.objects.bulk_create(
        [
            TranslationSource(
                object_id=key,
                specific_content_type=kind,
                locale=locales[0],
                object_repr="x",
                content_json="{}",
                last_updated_at=timezone.now(),
            )
            for key in keys
        ],
        500,
    )
    Translation.objects.bulk_create(
        [
            Translation(source=one, target_locale=tongue)
            for one in sources
            for tongue in locales[1:]
        ],
        500,
    )
    _records(keys, locales)


def _page(parent: Page, number: int, key: uuid.UUID, tongue: Locale, kind: ContentType) -> Page:
    return Page(
        path=Page._get_path(parent.path, parent.depth + 1, number),
        depth=parent.depth + 1,
        title=f"Sivu {number}",
        draft_title=f"Sivu {number}",
        slug=f"sivu-{number}",
        url_path=f"{parent.url_path}sivu-{number}/",
        translation_key=key,
        locale=tongue,
        content_type=kind,
        live=True,
    )


def _records(keys: list[uuid.UUID], locales: list[Locale]) -> None:
    now = timezone.now()
    old = mark_of("vanha")
    texts = {mark_of(f"teksti {i}"): f"teksti {i}" for i in range(TEXTS)}
    segments = [[f"body.{uuid.uuid4()}", mark] for mark in texts]
    originals = Original.objects.bulk_create(
        [
            Original(
                translation_key=key,
                locale=locales[0],
                segments=segments,
                texts=texts,
                changed_at=now,
            )
            for key in keys
        ],
        500,
    )
    SegmentChange.objects.bulk_create(
        [
            SegmentChange(
                original=one,
                path=segments[0][0],
                old_mark=old,
                new_mark=segments[0][1],
                changed_at=now,
            )
            for one in originals
        ],
        500,
    )
    true = [[*segment, CONFIRMED] for segment in segments]
    stale = [[segments[0][0], old, CONFIRMED], *true[1:]]
    translations = Translation.objects.filter(source__object_id__in=keys).select_related("source")
    LanguageVersion.objects.bulk_create(
        [
            LanguageVersion(
                translation=one,
                translation_key=one.source.object_id,
                locale_id=one.target_locale_id,
                source_locale=locales[0],
                shown=stale if number % EVERY == 0 else true,
            )
            for number, one in enumerate(translations.order_by("pk"))
        ],
        500,
    )


def measured(*, is_check: bool) -> Cost:
    begun = time.process_time()
    with CaptureQueriesContext(connection) as captured:
        versions, drifted = refresh_all(is_check=is_check)
    return Cost(versions, drifted, len(captured), time.process_time() - begun)


def test_all_versions_are_computed_again(town):
    print(
        f"\n{TEXTS} texts a page, {len(CODES)} languages, one version in {EVERY} outdated; "
        f"{connection.vendor}, {AT_ONCE} versions at once"
    )
    print(
        f"{'pages':>8}{'versions':>10}{'run':>10}{'written':>9}{'queries':>9}{'CPU s':>8}{'µs each':>9}"
    )
    made = 0
    for pages in (1_000, 10_000):
        build(town, pages - made, made)
        versions, made = pages * len(CODES), pages
        LanguageVersion.objects.update(state=State.IN_WORK, total=0)
        for name, is_check in (("first", False), ("again", False), ("check", True)):
            cost = measured(is_check=is_check)
            assert cost.versions == versions
            assert bool(cost.drifted) == (name == "first")
            if name == "check":
                # Nothing is written, so the queries are those of reading.
                assert cost.queries <= (versions // AT_ONCE + 2) * QUERIES_A_CHUNK
            print(
                f"{pages:>8}{versions:>10}{name:>10}{cost.drifted:>9}{cost.queries:>9}"
                f"{cost.seconds:>8.2f}{cost.seconds / versions * 1e6:>9.0f}"
            )
        states = dict.fromkeys(State.values, 0)
        for state in LanguageVersion.objects.values_list("state", flat=True):
            states[state] += 1
        stale = sum(
            -(-(part * len(CODES)) // EVERY)
            for part in ((1_000,) if pages == 1_000 else (1_000, 9_000))
        )
        assert states[State.OUTDATED] == stale
        assert states[State.UP_TO_DATE] == versions - stale


def test_one_page_is_saved(town):
    """Compare publications of a page without versions, and with six of which each becomes outdated."""
    plain, told = (town.add_news(1, title=f"Kokous {i}")[0] for i in range(2))
    for code in CODES:
        if code in town.indexes:
            translate(told, code)
    versions = LanguageVersion.objects.filter(translation_key=told.translation_key).count()
    queries: dict[str, list[int]] = {"plain": [], "told": []}
    times: dict[str, list[float]] = {"plain": [], "told": []}
    for number in range(ROUNDS + 2):
        for name, item in (("plain", plain), ("told", told)):
            page = NewsPage.objects.get(pk=item.pk)
            page.title = f"{name} {number}"
            begun = time.process_time()
            with CaptureQueriesContext(connection) as captured:
                page.save_revision().publish()
            if number >= 2:
                times[name].append(time.process_time() - begun)
                queries[name].append(sum('"translations_' in query["sql"] for query in captured))
    assert versions == LanguageVersion.objects.filter(state=State.OUTDATED).count() > 0
    print(f"\n{'page':<8}{'versions':>10}{'queries of translations':>25}{'CPU ms, all of it':>20}")
    for name, number in (("plain", 0), ("told", versions)):
        print(
            f"{name:<8}{number:>10}{statistics.median(queries[name]):>25.0f}"
            f"{statistics.median(times[name]) * 1000:>20.1f}"
        )
    assert max(queries["told"]) <= QUERIES_A_PUBLICATION
