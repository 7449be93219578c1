"""The matrix: one row an original, one cell a language; filters, order, export, and who sees what."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from home.set_up import HANDLERS
from news.models import NewsPage
from tests.factories import CallPageFactory
from tests.translating import translate
from translations.matrix import queries
from translations.models import LanguageVersion, State

pytestmark = pytest.mark.django_db

ADDRESS = "translations_matrix:pages"


@pytest.fixture
def stale(town):
    """A Finnish page whose Swedish version lacks a change of two texts, and that has no English one."""
    page = town.add_news(1, title="Äänestys")[0]
    translate(page, "sv")
    page = NewsPage.objects.get(pk=page.pk)
    page.title, page.lead = "Äänestys siirtyy", "Uusi päivä."
    page.save_revision(user=town.staff["publisher"]).publish(user=town.staff["publisher"])
    return page


def shown(client: Any, query: str = "", name: str = ADDRESS, *args: str) -> Any:
    response = client.get(f"{reverse(name, args=args)}?{query}")
    assert response.status_code == 200
    return response


def titles(client: Any, query: str) -> list[str]:
    return [row.title for row in shown(client, query).context["object_list"]]


def test_a_row_says_of_each_language_what_is_true(town, stale, client):
    client.force_login(town.staff["admin"])
    response = shown(client)
    rows = {row.title: row for row in response.context["object_list"]}
    # One row an object, named by its original, however many versions it has.
    assert len(rows) == len(town.pages) // 3 + 1
    cells = {cell.locale.language_code: cell for cell in rows["Äänestys siirtyy"].cells}
    swedish = stale.get_translation(town.locales["sv"])
    assert cells["fi"].state == queries.ORIGINAL
    assert cells["sv"].state == State.OUTDATED
    assert (cells["sv"].outdated, cells["sv"].changed_by) == (2, "publisher")
    assert cells["sv"].href == reverse("wagtailadmin_pages:edit", args=[swedish.pk])
    assert cells["en"].is_missing
    order = reverse("wagtail_localize:submit_page_translation", args=[stale.pk])
    assert cells["en"].href == f"{order}?select_locale=en"
    # Versions of the scene were copied, not translated: nothing is known of them.
    assert {cell.state for cell in rows["Esimerkkikunta"].cells[:3]} == {
        queries.ORIGINAL,
        queries.SEPARATE,
    }
    html = response.content.decode()
    assert '<caption id="versions-caption"' in html
    assert f'{order}?select_locale=en"' in html
    # Front door first, what is of no age last, and equals by name.
    assert next(iter(rows)) == "Esimerkkikunta"


def test_filters_leave_the_rows_that_were_asked_for(town, stale, client):
    client.force_login(town.staff["admin"])
    stopped = translate(town.standards["fi"], "se", is_published=False)
    town.items["sv"].owner = None
    NewsPage.objects.filter(pk=stale.pk).update(owner=town.staff["editor"])
    everything = set(titles(client, ""))
    assert titles(client, "state=outdated") == ["Äänestys siirtyy"]
    assert titles(client, "state=outdated&locale=sv") == ["Äänestys siirtyy"]
    assert titles(client, "state=outdated&locale=en") == []
    assert titles(client, "state=missing&locale=en") == ["Äänestys siirtyy"]
    assert set(titles(client, "state=missing")) == everything  # nothing is in all seven languages
    assert titles(client, "state=in_work") == ["Tietoa sivustosta"]
    assert stopped.live is False
    assert set(titles(client, "state=separate")) == everything - {"Äänestys siirtyy"}
    kind = NewsPage.objects.first().content_type_id
    assert set(titles(client, f"kind={kind}")) == {"Äänestys siirtyy", "Suunnitelma syntyi yhdessä"}
    section = town.indexes["fi"].translation_key
    assert set(titles(client, f"section={section}")) == {
        *("Äänestys siirtyy", "Suunnitelma syntyi yhdessä", "Ajankohtaista")
    }
    assert titles(client, f"owner={town.staff['editor'].pk}") == ["Äänestys siirtyy"]
    # In any case, and by the title of a version as well.
    assert titles(client, "q=äänes") == titles(client, "q=ÄÄNES") == ["Äänestys siirtyy"]
    assert titles(client, "q=planen") == ["Suunnitelma syntyi yhdessä"]
    # What no filter offers shows nothing, rather than everything.
    for wrong in ("state=original", "kind=x", "section=1", "owner=0", "locale=xx", "order=pk"):
        assert titles(client, wrong) == []
    assert len(shown(client, "locale=sv").context["object_list"][0].cells) == 1


def test_rows_come_by_importance_by_age_and_by_name(town, stale, client):
    client.force_login(town.staff["admin"])
    now = timezone.now()
    call = CallPageFactory(
        parent=town.indexes["fi"], title="Haku", closes_at=now + timedelta(days=9)
    )
    old = town.add_news(1, title="Vanha", published_on=now - timedelta(days=400))[0]
    draft = town.add_news(1, title="Aluksi", live=False)[0]
    translate(old, "sv")
    NewsPage.objects.get(pk=old.pk)
    LanguageVersion.objects.filter(translation_key=old.translation_key).update(
        state=State.OUTDATED, since=now - timedelta(days=90)
    )
    found = titles(client, "")
    assert found[:3] == ["Esimerkkikunta", call.title, "Kysy minulta"]
    assert found[-2:] == [old.title, draft.title]
    assert titles(client, "order=age")[:2] == [old.title, stale.title]
    assert titles(client, "order=age&locale=sv")[:2] == [old.title, stale.title]
    assert titles(client, "order=title")[:2] == ["Ajankohtaista", draft.title]
    town.add_news(50)
    first, second = titles(client, ""), titles(client, "p=2")
    assert (len(first), len(second)) == (50, len(found))
    assert not set(first) & set(second)


def test_as_many_queries_for_thirty_pages_as_for_three(town, client):
    def make(count: int) -> None:
        for page in town.add_news(count):
            translate(page, "sv")

    client.force_login(town.staff["translator.sv"])
    make(3)
    asked = ("", "order=age&state=up_to_date&locale=sv", "state=missing", "q=a")
    shown(client)  # content types are looked up once a process
    costs = [_queries(client, query) for query in asked]
    make(27)
    assert [_queries(client, query) for query in asked] == costs
    assert max(costs) <= 25


def _queries(client: Any, query: str) -> int:
    """Return the queries of one open, none of which the matrix repeats; Wagtail's frame does."""
    with CaptureQueriesContext(connection) as frame:
        client.get(reverse("wagtailadmin_account"))
    with CaptureQueriesContext(connection) as captured:
        shown(client, query)
    statements = [one["sql"] for one in captured]
    framed = {one["sql"] for one in frame}
    assert not {one for one in statements if statements.count(one) > 1} - framed
    return len(statements)


def test_the_file_holds_all_rows_asked_for_and_no_formula(town, stale, client):
    client.force_login(town.staff["admin"])
    town.add_news(59)
    town.add_news(1, title="=1+1")
    response = shown(client, "export=csv&p=2")
    assert response["Content-Type"].startswith("text/csv")
    assert "attachment" in response["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows) == len(town.pages) // 3 + 61
    lines = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert {line[0] for line in lines if "1+1" in line[0]} == {"'=1+1"}
    mine = next(line for line in lines if line[0] == stale.title)
    languages = lines[0].index(next(name for name in lines[0] if name.startswith("svenska")))
    assert mine[languages + 1] == "2"
    assert mine[languages + 2] == timezone.localdate().isoformat()
    assert mine[languages + 3] == "publisher"
    only = shown(client, "export=csv&locale=sv&state=outdated").content.decode("utf-8-sig")
    assert len(only.strip().splitlines()) == 2
    assert "suomi:" not in only


def test_a_translator_has_links_in_her_language_only(town, stale, client):
    english = translate(stale, "en")
    client.force_login(town.staff["translator.sv"])
    row = next(r for r in shown(client).context["object_list"] if r.pk == stale.pk)
    links = {cell.locale.language_code: cell.href for cell in row.cells}
    assert links["sv"]
    assert (links["fi"], links["en"], links["se"]) == ("", "", "")
    assert english.live
    other = town.add_news(1, title="Ei ruotsiksi")[0]
    row = next(r for r in shown(client).context["object_list"] if r.pk == other.pk)
    assert [cell.locale.language_code for cell in row.cells if cell.href] == ["sv"]


def test_vocabularies_have_rows_of_their_own(town, client):
    client.force_login(town.staff["editor"])
    response = shown(client, "", "translations_matrix:vocabulary", "people.theme")
    (row,) = response.context["object_list"]
    assert row.title == "Yhdenvertaisuus"
    states = {cell.locale.language_code: cell.state for cell in row.cells}
    assert (states["fi"], states["sv"]) == (queries.ORIGINAL, queries.SEPARATE)
    assert states["en"] == State.MISSING
    order = reverse("wagtail_localize:submit_snippet_translation", args=["people", "theme", row.pk])
    assert order in response.content.decode()
    chosen = [tab.label for tab in response.context["tabs"] if tab.is_chosen]
    assert len(chosen) == 1
    for label in ("people.contacttitle", "videos.videotext", "people.funder", "plans.area"):
        for query in ("", "order=age&q=a&state=missing", "export=csv"):
            shown(client, query, "translations_matrix:vocabulary", label)


def test_nobody_sees_what_is_not_for_her(town, client):
    page, theme = reverse(ADDRESS), reverse("translations_matrix:vocabulary", args=["people.theme"])
    assert client.get(page).status_code == 302  # to the sign-in
    handler = town.staff["translator.en"]
    handler.groups.set([Group.objects.get(name=HANDLERS)])
    client.force_login(handler)
    for address in (page, theme, f"{page}?export=csv"):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"] == reverse("wagtailadmin_home")
    assert page not in client.get(reverse("wagtailadmin_home")).content.decode()
    client.force_login(town.staff["admin"])
    for label in ("people.contactperson", "auth.user", "x"):
        wrong = reverse("translations_matrix:vocabulary", args=[label])
        assert client.get(wrong).status_code == 404
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert page in home
    # Its own report would call the stale version up to date.
    assert reverse("wagtail_localize:translations_report") not in home


def test_who_orders_translations_sees_what_all_may_read(town, client):
    public, draft, behind, below = (town.add_news(1, title=f"Julki {n}")[0] for n in range(4))
    draft.unpublish()
    below.move(behind, pos="last-child")
    PageViewRestriction.objects.create(page=behind, restriction_type="login")
    client.force_login(town.staff["translator.sv"])
    assert [row.pk for row in shown(client, "q=julki").context["object_list"]] == [public.pk]
    translate(draft, "sv", is_published=False)
    found = shown(client, "q=julki").context["object_list"]
    assert [row.pk for row in found] == [public.pk, draft.pk]  # her own version is of it
    client.force_login(town.staff["editor"])
    assert len(shown(client, "q=julki").context["object_list"]) == 4


def test_two_versions_that_follow_each_other_are_one_row(town, client):
    page = town.add_news(1, title="Kierros")[0]
    swedish = translate(page, "sv")
    translate(swedish, "fi")
    client.force_login(town.staff["admin"])
    assert [row.pk for row in shown(client, "q=kierros").context["object_list"]] == [page.pk]
    assert Locale.objects.count() > 2
