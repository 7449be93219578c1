"""What machines read: head, share cards, JSON-LD, sitemap, robots, security.txt, manifest."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from PIL import Image
from wagtail.models import PageViewRestriction, Site

from core.structured_data import as_script
from tests.factories import (
    HomePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    locale,
)

pytestmark = pytest.mark.django_db
XHTML = "{http://www.w3.org/1999/xhtml}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def item():
    """Return a Finnish item with an unfinished Swedish and a public Arabic version."""
    home = HomePageFactory(slug="etusivu")
    Site.objects.update(root_page=home, is_default_site=True, hostname="testserver")
    index = NewsIndexPageFactory(parent=home, slug="ajankohtaista")
    item = NewsPageFactory(
        parent=index,
        slug="suunnitelma",
        title='Suunnitelma </script><b>"valmistui"',
        organisation=OrganisationFactory(name="Kajaani"),
    )
    for code, live in (("sv", False), ("ar", True)):
        for page in (home, index, item):
            copy = page.copy_for_translation(locale(code))
            copy.live = live
            copy.first_published_at = timezone.now()
            if page == item and code == "ar":
                copy.title, copy.source_language = "الخطة جاهزة", "fi"
            copy.save()
    return item


def head(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode().partition("</head>")[0]


def json_ld(client, path: str) -> dict:
    found = re.search(
        r'<script type="application/ld\+json">(.*?)</script>',
        client.get(path).content.decode(),
        re.S,
    )
    return json.loads(found[1])


def test_hreflang_names_the_public_versions_both_ways_and_no_others(client, item):
    for path in ("/fi/ajankohtaista/suunnitelma/", f"/ar/{_path(item, 'ar')}"):
        links = dict(
            re.findall(
                r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', head(client, path)
            )
        )
        assert set(links) == {"fi", "ar", "x-default"}
        assert (
            links["fi"] == links["x-default"] == "http://testserver/fi/ajankohtaista/suunnitelma/"
        )


def _path(item, code: str) -> str:
    page = type(item).objects.get(translation_key=item.translation_key, locale=locale(code))
    return page.url.removeprefix(f"/{code}/")


def test_the_canonical_address_has_no_query(client, item):
    found = re.search(
        r'<link rel="canonical" href="([^"]+)"',
        head(client, "/fi/ajankohtaista/suunnitelma/?utm=x"),
    )
    assert found[1] == "http://testserver/fi/ajankohtaista/suunnitelma/"


def test_page_two_of_a_list_is_a_page_of_its_own(client, item):
    found = re.search(
        r'<link rel="canonical" href="([^"]+)"', head(client, "/fi/ajankohtaista/?page=2&theme=")
    )
    assert found[1] == "http://testserver/fi/ajankohtaista/?page=2"


def test_json_ld_says_what_the_item_is(client, item):
    data = json_ld(client, "/fi/ajankohtaista/suunnitelma/")
    by_type = {node["@type"]: node for node in data["@graph"]}
    article = by_type["NewsArticle"]
    assert article["headline"] == item.title
    assert article["inLanguage"] == "fi"
    assert article["author"]["name"] == "Kajaani"
    arabic = type(item).objects.get(translation_key=item.translation_key, locale=locale("ar"))
    (translated,) = article["workTranslation"]
    assert (translated["@id"], translated["inLanguage"]) == (arabic.full_url, "ar")
    assert translated["datePublished"] == arabic.first_published_at.isoformat()
    assert article["datePublished"] == item.published_on.isoformat()
    steps = by_type["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert by_type["GovernmentOrganization"]["@id"] == article["publisher"]["@id"]


def test_a_translation_names_its_original(client, item):
    data = json_ld(client, f"/ar/{_path(item, 'ar')}")
    article = next(node for node in data["@graph"] if node["@type"] == "NewsArticle")
    original = {"@id": "http://testserver/fi/ajankohtaista/suunnitelma/", "inLanguage": "fi"}
    assert article["translationOfWork"] == original
    arabic = type(item).objects.get(translation_key=item.translation_key, locale=locale("ar"))
    assert article["datePublished"] == arabic.first_published_at.isoformat(), "its own date"
    assert article["dateModified"] >= article["datePublished"]


def test_no_text_can_end_the_data_block():
    script = as_script({"name": "</script><script>alert(1)</script> & <!--"})
    inner = script.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert "<" not in inner
    assert json.loads(inner)["name"].startswith("</script>")


def test_the_share_card_is_drawn_for_the_page(client, item):
    found = re.search(
        r'<meta property="og:image" content="http://testserver([^"]+)"',
        head(client, "/fi/ajankohtaista/suunnitelma/"),
    )
    response = client.get(found[1])
    assert response["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(response.content)).size == (1200, 630)
    assert "immutable" in response["Cache-Control"]
    assert client.get(found[1]).content == response.content


def test_an_old_address_of_a_card_leads_to_the_present_one(client, item):
    response = client.get(f"/share-card/{item.pk}/0123456789abcdef.png")
    assert response.status_code == 302
    assert client.get(response["Location"]).status_code == 200


def test_a_draft_or_restricted_page_has_no_card(client, item):
    swedish = type(item).objects.get(translation_key=item.translation_key, locale=locale("sv"))
    assert client.get(f"/share-card/{swedish.pk}/0123456789abcdef.png").status_code == 404
    PageViewRestriction.objects.create(
        page=item, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    assert client.get(f"/share-card/{item.pk}/0123456789abcdef.png").status_code == 404


def test_the_sitemap_holds_every_public_version_with_its_alternates(client, item):
    tree = ET.fromstring(client.get("/sitemap.xml").content)  # noqa: S314  (our own output)
    entries = {url.find(f"{MAP}loc").text: url for url in tree.iter(f"{MAP}url")}
    url = entries["http://testserver/fi/ajankohtaista/suunnitelma/"]
    alternates = {link.get("hreflang") for link in url.iter(f"{XHTML}link")}
    assert alternates == {"fi", "ar", "x-default"}
    assert f"http://testserver/ar/{_path(item, 'ar')}" in entries
    assert not any("/sv/" in location for location in entries)


def test_the_sitemap_costs_the_same_for_3_and_for_30_pages(
    client, item, django_assert_max_num_queries
):
    index = item.get_parent()
    for _ in range(3):
        NewsPageFactory(parent=index)
    client.get("/sitemap.xml")
    with django_assert_max_num_queries(6):
        client.get("/sitemap.xml")
    for _ in range(27):
        NewsPageFactory(parent=index)
    with django_assert_max_num_queries(6):
        client.get("/sitemap.xml")


def test_the_icon_is_where_browsers_look_by_themselves(client, item):
    response = client.get("/favicon.ico", follow=True)
    assert response.status_code == 200
    assert response["Content-Type"] in {"image/x-icon", "image/vnd.microsoft.icon"}


def test_robots_txt_names_the_index_of_sitemaps_which_leads_to_every_page(
    client, item, monkeypatch
):
    monkeypatch.setattr("core.sitemaps.Sitemap.limit", 2)
    text = client.get("/robots.txt").content.decode()
    (address,) = re.findall(r"^Sitemap: http://testserver(/\S+)$", text, re.M)
    index = ET.fromstring(client.get(address).content)  # noqa: S314  (our own output)
    parts = [part.text.removeprefix("http://testserver") for part in index.iter(f"{MAP}loc")]
    assert len(parts) == 3, "six pages, two in each part"
    found = [
        location.text
        for part in parts
        for location in ET.fromstring(client.get(part).content).iter(f"{MAP}loc")  # noqa: S314
    ]
    whole = type(item).objects.live().count()
    assert len(found) == len(set(found)) == 6
    assert whole == 2
    assert "http://testserver/fi/ajankohtaista/suunnitelma/" in found


def test_the_sitemap_sends_strangers_where_the_head_does(client, item):
    """Without a Finnish version both name the English one, though another stands before it."""
    index = item.get_parent().specific
    for page in (index.get_parent().specific, index, item):
        copy = page.copy_for_translation(locale("en"))
        copy.live = True
        copy.save()
        type(page).objects.filter(translation_key=page.translation_key).update(live=True)
    type(item).objects.filter(pk=item.pk).update(live=False)
    english = type(item).objects.get(translation_key=item.translation_key, locale=locale("en"))
    tree = ET.fromstring(client.get("/sitemap.xml").content)  # noqa: S314  (our own output)
    (url,) = (u for u in tree.iter(f"{MAP}url") if u.find(f"{MAP}loc").text == english.full_url)
    links = {link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")}
    assert set(links) == {"sv", "en", "ar", "x-default"}
    assert links["x-default"] == links["en"]
    assert f'hreflang="x-default" href="{links["en"]}"' in head(client, english.url)


def test_robots_txt_names_the_sitemaps_and_keeps_machines_out_of_the_admin(client, item):
    text = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap-index.xml" in text
    assert "Disallow: /admin/" in text


def test_security_txt_has_a_contact_and_an_end_in_the_future(client, item):
    text = client.get("/.well-known/security.txt").content.decode()
    fields = dict(line.split(": ", 1) for line in text.splitlines() if line)
    assert fields["Contact"].startswith(("mailto:", "https://"))
    expires = datetime.fromisoformat(fields["Expires"].replace("Z", "+00:00"))
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=365)


def test_the_manifest_names_icons_that_exist(client, item):
    data = json.loads(client.get("/manifest.webmanifest").content)
    assert (data["lang"], data["start_url"]) == ("fi", "/fi/")
    for icon in data["icons"]:
        response = client.get(icon["src"])
        assert response.status_code == 200
        image = Image.open(io.BytesIO(b"".join(response)))
        assert f"{image.width}x{image.height}" == icon["sizes"]


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "0", "1", "abc", "02", "²"])
def test_a_page_number_that_is_none_is_not_canonical(client, item, number):
    text = head(client, f"/fi/ajankohtaista/?page={number}")
    assert 'rel="canonical" href="http://testserver/fi/ajankohtaista/"' in text


def test_a_share_card_speaks_one_language(client, item, monkeypatch):
    from core import share_card_view

    drawn = []
    monkeypatch.setattr(
        share_card_view, "render_share_card", lambda **given: drawn.append(given) or b"png"
    )
    swedish = type(item).objects.get(translation_key=item.translation_key, locale=locale("sv"))
    swedish.live = True
    swedish.save()
    home = swedish.get_parent().get_parent()
    type(home).objects.filter(pk__in=[home.pk, swedish.get_parent().pk]).update(live=True)
    for path in (swedish.url, f"/ar/{_path(item, 'ar')}"):
        card = re.search(r'og:image" content="http://testserver([^"]+)"', head(client, path))[1]
        assert client.get(card).status_code == 200, "the address is right at once"
    assert [given["kicker"] for given in drawn] == ["nyhet", ""]


def test_a_share_card_gets_a_new_address_with_the_brand(client, item):
    from core.models import SiteSettings

    def card() -> str:
        return re.search(r'og:image" content="([^"]+)"', head(client, item.url))[1]

    before = card()
    SiteSettings.objects.create(site=Site.objects.get(), brand_colour="#552200")
    cache.clear()
    assert card() != before
