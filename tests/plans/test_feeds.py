"""The feed of what was told of a plan, read by a parser that is not ours."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

import feedparser
import pytest
from wagtail.models import PageViewRestriction

from plans.models import FollowUpReport, PlanPage
from tests.plans.scene import tell

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed_of(client, page):
    """Return the feed of ``page`` as a parser reads it, and its tree."""
    response = client.get(f"{page.get_url()}changes.xml")
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = feedparser.parse(response.content)
    assert feed.bozo == 0
    return feed, ET.fromstring(response.content)  # noqa: S314  (our own output)


def test_it_tells_what_happened_by_date_in_the_language_of_the_plan(client, office):
    plan, town = office.programmes["fi"], office.town
    PlanPage.objects.filter(translation_key=plan.translation_key).update(funder=town.funder)
    first, second, _third = office.action_ids
    tell(plan, first, "under_way", date(2025, 1, 1))
    tell(plan, second, "delayed", date(2025, 2, 1), "Kouluttaja vaihtui \x07 & <b>syy</b>.")
    tell(plan, first, "done", date(2025, 6, 1))
    tell(plan, "00000000-0000-4000-8000-000000000000", "done")  # of an action that is no more
    FollowUpReport.objects.create(
        page=plan, locale=plan.locale, reported_on=date(2025, 3, 1), summary="Hyvin on alkanut."
    )
    feed, tree = feed_of(client, plan)
    assert feed.feed.language == "fi"
    assert tree.findtext(f"{ATOM}rights") == "Euroopan unionin osarahoittama"
    assert "Euroopan unionin osarahoittama" in feed.feed.subtitle
    assert [entry.published[:10] for entry in feed.entries] == [
        "2025-06-01",
        "2025-03-01",
        "2025-02-01",
        "2025-01-01",
    ]
    titles = [entry.findtext(f"{ATOM}title") for entry in tree.iterfind(f"{ATOM}entry")]
    assert titles[0].startswith("1.1 Kartoitus")
    assert tree.findall(f"{ATOM}entry/{ATOM}summary")[2].text == (
        "Kouluttaja vaihtui   & <b>syy</b>."
    )
    anchor = f"action-{first.replace('-', '')[:8]}"
    assert feed.entries[0].link == f"{plan.get_full_url()}#{anchor}"
    assert len({entry.id for entry in feed.entries}) == 4
    again, _tree = feed_of(client, plan)
    assert [entry.id for entry in again.entries] == [entry.id for entry in feed.entries]
    assert again.feed.updated == feed.feed.updated
    html = client.get(plan.get_url()).content.decode()
    assert f'type="application/atom+xml" title="{plan.title}"' in html
    assert "changes.xml" in html


def test_a_note_in_another_language_says_so_and_restricted_feeds_are_not_kept(client, office):
    tell(office.programmes["fi"], office.action_ids[0], "done", note="Kartoitus on tehty.")
    page = office.programmes["sv"]
    feed, tree = feed_of(client, page)
    (summary,) = tree.iterfind(f"{ATOM}entry/{ATOM}summary")
    assert (summary.text, summary.get(LANG)) == ("Kartoitus on tehty.", "fi")
    assert tree.get(LANG) == "sv"
    assert feed.feed.id != feed_of(client, office.programmes["fi"])[0].feed.id
    empty, _tree = feed_of(client, office.regionals["sv"])
    assert empty.entries == []
    assert empty.feed.updated[:10] == page.last_published_at.date().isoformat()
    response = client.get(f"{page.get_url()}changes.xml")
    again = client.get(f"{page.get_url()}changes.xml", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(f"{page.get_url()}changes.xml").status_code == 302
    client.force_login(office.town.staff["editor"])
    response = client.get(f"{page.get_url()}changes.xml")
    assert "private" in response["Cache-Control"]
    assert not response.has_header("Access-Control-Allow-Origin")
