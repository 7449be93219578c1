"""What of the matrix is shown elsewhere: the most urgent versions, and the languages beside a form."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home.models import HomePage
from tests.translating import translate
from translations.matrix.panels import NAMED, row_of, urgent_for
from translations.models import LanguageVersion, State

pytestmark = pytest.mark.django_db


@pytest.fixture
def outdated(town):
    """Seven news items outdated in Swedish, the last one the longest, and the front door since today."""
    pages = [*town.add_news(7), town.homes["fi"]]
    now = timezone.now()
    for number, page in enumerate(pages):
        translate(page, "sv")
        LanguageVersion.objects.filter(translation_key=page.translation_key).update(
            state=State.OUTDATED, outdated=1, since=now - timedelta(days=number)
        )
    LanguageVersion.objects.filter(translation_key=pages[-1].translation_key).update(since=now)
    return pages


def test_the_most_important_come_first_then_the_oldest(town, outdated):
    found = urgent_for(town.staff["translator.sv"])
    assert len(found) == NAMED
    swedish = HomePage.objects.get(locale=town.locales["sv"])
    assert found[0].href == reverse("wagtailadmin_pages:edit", args=[swedish.pk])
    assert [one.since for one in found[1:]] == sorted(one.since for one in found[1:])
    oldest = outdated[6].get_translation(town.locales["sv"])
    assert found[1].href == reverse("wagtailadmin_pages:edit", args=[oldest.pk])
    assert {one.code for one in found} == {"sv"}
    # Not hers, and not public.
    assert urgent_for(town.staff["translator.en"]) == []
    oldest.unpublish()
    assert oldest.title not in [one.title for one in urgent_for(town.staff["translator.sv"])]


def test_the_front_page_names_them_and_is_silent_where_all_is_true(town, outdated, client):
    client.force_login(town.staff["translator.sv"])
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert 'id="outdated-versions' in html
    assert f"{reverse('translations_matrix:pages')}?state=outdated" in html
    client.force_login(town.staff["translator.en"])
    assert "outdated-versions" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_forms_of_source_and_version_list_the_languages(town, outdated, client):
    client.force_login(town.staff["admin"])
    page = outdated[3]
    swedish = page.get_translation(town.locales["sv"])
    for form in (page, swedish):
        html = client.get(reverse("wagtailadmin_pages:edit", args=[form.pk])).content.decode()
        table = html[html.index("versions-beside") :]
        table = table[: table.index("</table>")]
        assert "version-state--outdated" in table
        assert reverse("wagtailadmin_pages:edit", args=[swedish.pk]) in table
        assert "select_locale=en" in table
        assert (timezone.now() - timedelta(days=3)).strftime("%Y") in table
    new = reverse("wagtailadmin_pages:add", args=["news", "newspage", town.indexes["fi"].pk])
    assert "versions-beside" not in client.get(new).content.decode()


def test_the_languages_beside_a_form_cost_the_same_however_many_there_are(town, outdated):
    page = outdated[0]
    user = town.staff["editor"]
    row_of(page, user)
    with CaptureQueriesContext(connection) as few:
        row_of(page, user)
    for code in ("en", "se"):
        if code in town.indexes:
            translate(page, code)
    with CaptureQueriesContext(connection) as many:
        row_of(page, user)
    assert len(few) == len(many) <= 8
