"""``kohtaamo refresh_translations``: drift is reported, mended, and mended once."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from news.models import NewsPage
from tests.translating import translate
from translations.models import LanguageVersion, Original, State

pytestmark = pytest.mark.django_db


def run(**options: object) -> str:
    told = StringIO()
    call_command("refresh_translations", stdout=told, **options)
    return told.getvalue()


@pytest.fixture
def item(town):
    """Return a Finnish item with a Swedish version, on a site in order."""
    item = town.add_news(1, title="Kokous maanantaina")[0]
    translate(item, "sv")
    run()
    return item


def test_a_site_in_order_has_no_drift(item):
    assert ", 0 sources not as recorded, 0 with a wrong state." in run(check=True)


def test_a_source_written_past_the_records_is_found_and_mended(item):
    NewsPage.objects.filter(pk=item.pk).update(title="Kokous tiistaina")
    with pytest.raises(CommandError, match="drift"):
        run(check=True)
    assert LanguageVersion.objects.get().state == State.UP_TO_DATE, "a check writes nothing"
    assert "1 sources not as recorded" in run()
    assert LanguageVersion.objects.get().state == State.OUTDATED
    run(check=True)


def test_versions_from_before_the_records_get_theirs(item):
    LanguageVersion.objects.all().delete()
    Original.objects.all().delete()
    assert "1 without a record" in run()
    assert LanguageVersion.objects.get().state == State.UP_TO_DATE
    run(check=True)


def test_a_wrong_state_is_put_right(item):
    LanguageVersion.objects.update(state=State.MACHINE)
    with pytest.raises(CommandError):
        run(check=True)
    assert "1 with a wrong state" in run()
    assert LanguageVersion.objects.get().state == State.UP_TO_DATE
