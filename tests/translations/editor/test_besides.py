"""What the editor says of a version that lacks what stands in none of its texts."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from news.models import NewsPage
from tests.translating import publish, translate
from tests.translations.editor.conftest import PARAGRAPH

pytestmark = pytest.mark.django_db

OTHER_LINK, OUTDATED_SOURCE = "links, pictures, numbers", "is out of date itself"


@pytest.fixture(autouse=True)
def in_english(town):
    """Let the administrator work in English."""
    profile = UserProfile.get_for_user(town.staff["admin"])
    profile.preferred_language = "en"
    profile.save()


def words(client_as, page):
    answer = client_as("admin").get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_link_that_changed_is_told_until_the_version_is_published_again(item, swedish, client_as):
    assert OTHER_LINK not in words(client_as, swedish)
    block = item.body.get_prep_value()[0]
    item.body = [{**block, "value": PARAGRAPH.replace("/suunnitelma", "/uusi")}]
    item.save_revision().publish()
    text = words(client_as, swedish)
    assert OTHER_LINK in text
    assert "Where: Text" in " ".join(text.split())
    publish(Translation.objects.get())
    assert OTHER_LINK not in words(client_as, swedish)


def test_a_source_that_is_out_of_date_itself_is_told(item, swedish, client_as):
    english = translate(NewsPage.objects.get(pk=swedish.pk), "en")
    assert OUTDATED_SOURCE not in words(client_as, english)
    item.title = "Kokous tiistaina"
    item.save_revision().publish()
    text = words(client_as, english)
    assert OUTDATED_SOURCE in text
    assert '<span lang="sv" dir="ltr">svenska</span>' in text
    assert OTHER_LINK not in text
