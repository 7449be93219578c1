"""A page that stays: about the site, privacy, contact details."""

from home.models import StandardPage, StandardPageContact
from news.models import NewsPage


def test_it_shows_its_title_and_contact_persons(town, client):
    page = town.standards["fi"]
    StandardPageContact.objects.create(page=page, person=town.person)
    text = client.get(page.url).content.decode()
    assert "Tietoa sivustosta" in text
    assert 'href="mailto:aino.esimerkki@example.org"' in text


def test_contact_persons_are_in_the_language_of_the_page(town, client):
    page = town.standards["sv"]
    StandardPageContact.objects.create(page=page, person=town.person)
    assert "likabehandlingsplanerare" in client.get(page.url).content.decode()


def test_a_page_can_stand_under_another(town):
    assert StandardPage.can_create_at(town.standards["fi"])
    assert StandardPage.can_create_at(town.homes["fi"])


def test_news_cannot_be_written_under_it(town):
    assert not NewsPage.can_create_at(town.standards["fi"])


def test_a_draft_is_not_found(town, client):
    page = town.standards["fi"]
    page.unpublish()
    assert client.get(page.url).status_code == 404
