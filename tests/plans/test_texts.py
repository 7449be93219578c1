"""Rich texts of a plan as HTML: links lead to the reader's version, and to nothing that is not public."""

from __future__ import annotations

import pytest
from wagtail.models import PageViewRestriction

from plans.models import PlanPage
from plans.texts import rendered
from tests.factories import PlanPageFactory

pytestmark = pytest.mark.django_db


def link(kind: str, number: object) -> str:
    return f'<p><b>Katso</b> <a linktype="{kind}" id="{number}">tästä</a>.</p>'


def test_links_lead_to_the_readers_version_and_nowhere_else(office, django_assert_num_queries):
    finnish, town = office.programmes["fi"], office.town
    swedish = PlanPage.objects.get(pk=office.programmes["sv"].pk)
    draft = PlanPageFactory(parent=office.indexes["fi"], live=False)
    secret = PlanPageFactory(parent=office.indexes["fi"])
    PageViewRestriction.objects.create(
        page=secret, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    only_finnish = PlanPageFactory(parent=office.indexes["fi"])
    targets = [finnish.pk, only_finnish.pk, draft.pk, secret.pk, 999999, "x", "", 0]
    texts = [link("page", target) for target in targets]
    texts += [link("document", town.attachment.pk), link("document", "y"), "", "<p>Ei linkkiä.</p>"]
    html = rendered(texts, swedish)
    to = '<p><b>Katso</b> <a href="{}">tästä</a>.</p>'.format
    nowhere = "<p><b>Katso</b> <a>tästä</a>.</p>"
    assert html == [
        to(swedish.url),
        to(only_finnish.url),
        *[nowhere] * 6,
        to(town.attachment.url),
        nowhere,
        "",
        "<p>Ei linkkiä.</p>",
    ]
    with django_assert_num_queries(2):
        swedish.site_has_restrictions = False
        rendered([link("page", finnish.pk), link("document", town.attachment.pk)] * 30, swedish)
    assert rendered([], swedish) == []


def test_no_character_of_a_text_divides_it(office):
    plan = PlanPage.objects.get(pk=office.programmes["fi"].pk)
    assert rendered(["<p>a\x1eb</p>", "<p>c</p>"], plan) == ["<p>ab</p>", "<p>c</p>"]
