"""What the readers of a translation are told of it, above its text and in their own language."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.formats import date_format
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation

from core.freshness import today
from news.models import NewsPage
from tests.factories import locale
from tests.translating import publish, translate
from translations.acting import acting
from translations.models import LanguageVersion, LeftOut

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(town):
    """Return a Finnish item that has no other language yet."""
    return town.add_news(1, title="Kokous maanantaina", lead="Tervetuloa kokoukseen")[0]


def notice(client: Any, page: Page) -> Tag | None:
    """Return the notice about the version, if there is one."""
    response = client.get(page.url)
    assert response.status_code == 200
    found = BeautifulSoup(response.content, "html.parser").select(".version-notice-words")
    assert len(found) < 2
    return found[0] if found else None


def words(found: Tag | None) -> str:
    return " ".join(found.get_text(" ", strip=True).split()) if found is not None else ""


def rewrite(page: NewsPage, **texts: str) -> NewsPage:
    page = NewsPage.objects.get(pk=page.pk)
    for name, text in texts.items():
        setattr(page, name, text)
    page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


def test_a_translation_of_an_outdated_translation_leads_to_the_newest(item, client):
    swedish = translate(item, "sv")
    english = translate(NewsPage.objects.get(pk=swedish.pk), "en")
    item = rewrite(item, title="Kokous tiistaina")
    found = notice(client, english)
    assert "There is a newer version of this page in Finnish." in words(found)
    assert found.a["href"] == item.full_url
    assert found.a["hreflang"] == "fi"


def test_an_outdated_version_says_so_in_its_own_language_and_leads_to_the_newer_one(item, client):
    swedish = translate(item, "sv")
    assert notice(client, swedish) is None
    item = rewrite(item, title="Kokous tiistaina")
    found = notice(client, swedish)
    with translation.override("sv"):
        day = date_format(today(), "DATE_FORMAT")
    assert (
        f"Det finns en nyare version av den här sidan på finska. Den ändrades den {day}"
        in words(found)
    )
    assert not found.select("p > [lang]:not(a)"), "all of it is Swedish"
    (link,) = found.select("a")
    assert link["href"] == item.full_url
    assert (link["hreflang"], link["lang"], link["dir"]) == ("fi", "fi", "ltr")
    assert link.get_text() == "Kokous tiistaina"
    assert notice(client, item) is None, "the original is nobody's translation"


def test_a_language_without_such_sentences_gets_them_in_finnish_marked_as_such(item, client, town):
    item = rewrite(item, lead="Tervetuloa")
    town.homes["fi"].copy_for_translation(locale("ar")).save_revision().publish()
    arabic = translate(item, "ar", leave=lambda path: path == "lead")
    found = notice(client, arabic)
    (sentence,) = found.select("p > span")
    assert (sentence["lang"], sentence["dir"]) == ("fi", "ltr")
    assert words(found) == (
        "Tämän sivun 2 tekstistä 1 on vielä kääntämättä, ja se näytetään suomeksi."
    )


def test_what_no_person_has_seen_is_told(item, client):
    swedish = translate(item, "sv")
    StringTranslation.objects.filter(context__path="lead").update(
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE
    )
    publish(Translation.objects.get())
    assert words(notice(client, swedish)) == (
        "Av de 2 texterna på den här sidan är 1 maskinöversatt och har inte granskats av någon "
        "människa."
    )
    StringTranslation.objects.update(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
    publish(Translation.objects.get())
    assert words(notice(client, swedish)) == (
        "Den här sidan är maskinöversatt. Ingen människa har granskat översättningen."
    )


def test_a_page_that_nobody_translated_says_that_and_no_figures(item, client):
    swedish = translate(item, "sv", leave=lambda path: path != "slug")
    assert words(notice(client, swedish)) == (
        "Den här sidan har inte översatts än. Den visas på finska."
    )


def test_a_version_whose_original_is_gone_says_so_whoever_decided_to_leave_it(item, client):
    swedish = translate(item, "sv")
    NewsPage.objects.filter(pk=item.pk).update(live=False)
    version = LanguageVersion.objects.get()
    version.left_out.create(deed=LeftOut.Deed.LIVE, reason="Gäller fortfarande på svenska")
    found = notice(client, swedish)
    assert "publiceras inte längre på finska" in words(found)
    assert "notice-urgent" in found.parent["class"]
    assert not found.select("a")


def test_no_link_leads_to_an_original_that_readers_may_not_see(item, client):
    swedish = translate(item, "sv")
    item = rewrite(item, title="Kokous tiistaina")
    kind = PageViewRestriction.PASSWORD
    restriction = PageViewRestriction(page=item, restriction_type=kind, password="x")
    PageViewRestriction.objects.bulk_create([restriction])  # as if the version had been left out
    found = notice(client, swedish)
    assert "nyare version" in words(found)
    assert "tiistaina" not in words(found)


def test_a_version_that_stays_after_its_original_was_deleted_says_so_until_it_is_published(
    item, client, town
):
    english = translate(item, "en")
    assert notice(client, english) is None
    reason = {english.locale_id: "Kept for our English readers"}
    with acting(user=town.staff["admin"], left_out=reason):
        DeletePageAction(item, user=town.staff["admin"]).execute()
    assert not LanguageVersion.objects.exists()
    assert "is no longer published in Finnish" in words(notice(client, english))
    english = NewsPage.objects.get(pk=english.pk)
    english.save(update_fields=["draft_title"])
    assert notice(client, english) is not None
    english.title = "Our own meeting"
    english.save_revision().publish()
    assert notice(client, english) is None
    assert NewsPage.objects.get(pk=english.pk).source_language == ""


def test_a_notice_costs_one_query_and_an_original_none(item, client):
    swedish = translate(item, "sv")
    rewrite(item, title="Kokous tiistaina")
    for page, most in ((swedish, 1), (item, 0)):
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(page.url)
        asked = [query["sql"] for query in captured]
        assert len(set(asked)) == len(asked), "a query is repeated"
        about = [sql for sql in asked if LanguageVersion._meta.db_table in sql]
        assert len(about) == most
        assert len(asked) <= 15


def test_nothing_of_a_page_is_kept_longer_than_a_minute(item, client, town):
    """A change of the original is a change of what its translations say."""
    swedish = translate(item, "sv")
    index = town.indexes["sv"]
    paths = [swedish.url, index.url, f"{index.url}atom.xml", f"{index.url}feed.json"]
    for path in paths:
        kept = client.get(path).get("Cache-Control", "max-age=0")
        assert int(kept.partition("max-age=")[2].partition(",")[0]) <= 60, path


def test_a_title_that_nobody_translated_is_visibly_marked_on_its_page_and_in_lists(
    item, client, town
):
    swedish = translate(item, "sv", leave=lambda path: path == "title")
    for path, heading in ((swedish.url, "h1"), (town.indexes["sv"].url, ".card-heading")):
        document = BeautifulSoup(client.get(path).content, "html.parser")
        (mark,) = document.select(f"{heading} > .in-language")
        assert (mark.get_text(), mark["lang"]) == ("suomi", "fi")
        assert item.title in mark.parent.get_text()
