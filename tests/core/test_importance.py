"""What matters to readers now: each app says it of its own pages, the database puts them in order."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from core.freshness import today
from core.importance import Importance, importance_at
from plans.models import PlanPage
from tests.factories import (
    CallPageFactory,
    CampaignPageFactory,
    PlanIndexPageFactory,
    PlanPageFactory,
)

pytestmark = pytest.mark.django_db


def test_pages_are_as_important_as_what_they_say_is_topical(town):
    now, day = timezone.now(), today()
    news, home = town.indexes["fi"], town.homes["fi"]
    plans = PlanIndexPageFactory(parent=home)
    past = {"starts_on": day - timedelta(days=900), "ends_on": day - timedelta(days=1)}
    stage = PlanPage.Stage

    def plan(**fields):
        return PlanPageFactory(parent=plans, **fields)

    expected = {
        home: Importance.FRONT_DOOR,
        news: Importance.LIST,
        plans: Importance.LIST,
        town.standards["fi"]: Importance.ORDINARY,
        town.campaigns["fi"]: Importance.IN_FORCE,
        CampaignPageFactory(parent=town.campaign_indexes["fi"], **past): Importance.PAST,
        CallPageFactory(parent=news, closes_at=now + timedelta(hours=1)): Importance.OPEN,
        CallPageFactory(parent=news, closes_at=now - timedelta(hours=1)): Importance.PAST,
        town.add_news(1, published_on=now - timedelta(days=1))[0]: Importance.RECENT,
        town.add_news(1, published_on=now - timedelta(days=99))[0]: Importance.PAST,
        town.add_news(1, live=False)[0]: Importance.DRAFT,
        plan(stage=stage.ADOPTED, starts_on=day, ends_on=day): Importance.IN_FORCE,
        plan(stage=stage.ADOPTED, starts_on=day, ends_on=None): Importance.IN_FORCE,
        plan(stage=stage.ADOPTED, **past): Importance.PAST,
        plan(stage=stage.ENDED, starts_on=day, ends_on=None): Importance.PAST,
        plan(stage=stage.CONSULTATION, starts_on=day, comments_until=day): Importance.OPEN,
        plan(stage=stage.DRAFT, starts_on=day): Importance.ORDINARY,
    }
    found = dict(
        Page.objects.annotate(importance=importance_at(now)).values_list("pk", "importance")
    )
    for page, importance in expected.items():
        assert found[page.pk] == importance, page
