"""Every error has a page in the site's language and style, and none of them is a 500 by accident."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection
from django.test import Client, RequestFactory, override_settings
from django.urls import path
from wagtail.models import Site

from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as site_urls
from core import views
from tests.factories import HomePageFactory, NewsIndexPageFactory

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def _raise(error: Exception):
    def view(request):
        raise error

    return view


urlpatterns = [
    path("sv/raise/400/", _raise(SuspiciousOperation("bad"))),
    path("sv/raise/403/", _raise(PermissionDenied())),
    path("sv/raise/500/", _raise(RuntimeError("broken"))),
    *site_urls,
]


@pytest.fixture
def site(db):
    """Return a site with a front door."""
    home = HomePageFactory(slug="etusivu")
    Site.objects.update(root_page=home, is_default_site=True)
    return home


@pytest.mark.parametrize("status", [400, 403])
def test_an_error_speaks_the_language_of_its_address(site, status):
    with override_settings(ROOT_URLCONF=__name__):
        response = Client().get(f"/sv/raise/{status}/")
    text = response.content.decode()
    assert response.status_code == status
    assert '<html lang="sv"' in text
    assert "<h1" in text


def test_not_found_leads_home(site, client):
    response = client.get("/fi/olematon/")
    assert response.status_code == 404
    assert 'href="/fi/"' in response.content.decode()
    assert response["Cache-Control"] == "no-store"


def test_a_broken_page_needs_neither_database_nor_language(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        response = views.server_error(RequestFactory().get("/fi/"))
    text = response.content.decode()
    assert response.status_code == 500
    for lang in ("fi", "sv", "en"):
        assert f'lang="{lang}"' in text
    assert "{%" not in text
    assert "{{" not in text


def test_a_view_that_fails_gives_the_500_page(site):
    with override_settings(ROOT_URLCONF=__name__):
        response = Client(raise_request_exception=False).get("/sv/raise/500/")
    assert response.status_code == 500
    assert "<h1" in response.content.decode()


def test_maintenance_says_when_to_come_back(site):
    response = views.unavailable(RequestFactory().get("/fi/"))
    assert (response.status_code, response["Retry-After"]) == (503, "600")


@pytest.mark.parametrize(
    "path", ["/fi/%00/", "/fi/a%00b/", "/fi/..%2f..%2fetc/", "/fi/%ff/", "/fi/" + "a/" * 60]
)
def test_odd_addresses_are_not_found(site, client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "query",
    ["page=abc", "page=-1", "page=%00", "theme=%00", "theme=x", "year=0", "organisation=%ff"],
)
def test_odd_queries_give_a_list_or_not_found_never_an_error(site, client, query):
    NewsIndexPageFactory(parent=site, slug="ajankohtaista")
    for name in ("", "atom.xml", "feed.json"):
        assert client.get(f"/fi/ajankohtaista/{name}?{query}").status_code in {200, 404}
    assert connection.ensure_connection() is None


def test_a_form_without_its_token_gets_the_page_of_the_house(site):
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})
    text = response.content.decode()
    assert response.status_code == 403
    assert '<html lang="fi"' in text
    assert "CSRF" not in text
