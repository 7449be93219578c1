"""What a plan must have to go out: a decision, a successor of its own; and what it had better have."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.publishing import PublicationRefused
from plans.models import FollowUpReport, PlanPage
from tests import factories
from tests.plans.sending import plan_form

pytestmark = pytest.mark.django_db


def fields(page: PlanPage, *, blocks: bool) -> set[str]:
    return {one.field for one in page.publication_problems() if one.blocks is blocks}


def draft(office, **values) -> PlanPage:
    plan: PlanPage = factories.PlanPageFactory(parent=office.indexes["fi"], live=False, **values)
    return plan


def test_an_adopted_plan_says_who_decided_and_when(office):
    plan = draft(office, adopted_by=" ", adopted_on=None)
    assert fields(plan, blocks=True) == {"adopted_by", "adopted_on"}
    assert fields(plan, blocks=False) == {"contacts", "goals"}
    with pytest.raises(PublicationRefused):
        plan.save_revision().publish()
    plan.stage = PlanPage.Stage.DRAFT
    assert not fields(plan, blocks=True)
    plan.stage = PlanPage.Stage.CONSULTATION
    assert fields(plan, blocks=False) == {"comments_until", "comments_url"}
    # What is odd is said, and does not block.
    soon = timezone.localdate() + timedelta(days=9)
    odd = draft(office, adopted_on=soon, ends_on=soon - timedelta(days=1))
    FollowUpReport.objects.create(page=odd, locale=odd.locale, reported_on=soon)
    assert fields(odd, blocks=False) == {"adopted_on", "contacts", "goals", "reports"}
    # A regional plan stands under its programme.
    regional = office.regionals["fi"]
    regional.adopted_on = None
    assert "adopted_on" not in fields(regional, blocks=True)


def test_of_two_successors_one_goes_out_and_there_is_no_circle(office):
    oldest, one, two = draft(office), draft(office), draft(office)
    swedish = oldest.copy_for_translation(office.town.locales["sv"])
    one.replaces, two.replaces = oldest, swedish  # one plan, in whatever language it was chosen
    for plan in (one, two):
        plan.save()
    assert fields(one, blocks=False) >= {"replaces"}, "a draft beside it is advice"
    with CaptureQueriesContext(connection) as asked:
        one.save_revision().publish()
    if connection.vendor == "postgresql":
        assert any("django_content_type" in q["sql"] and "FOR NO KEY" in q["sql"] for q in asked)
    with pytest.raises(PublicationRefused):
        two.save_revision().publish()
    assert not PlanPage.objects.get(pk=two.pk).live

    two.replaces = one
    two.save_revision().publish()
    for wrong in (oldest, swedish, two, one):
        oldest.replaces = wrong
        assert "replaces" in fields(oldest, blocks=True), wrong
    oldest.replaces = office.regionals["fi"].page_ptr
    assert "replaces" in fields(oldest, blocks=True), "a plan does not replace a regional one"
    oldest.replaces = office.indexes["fi"].page_ptr
    assert "replaces" in fields(oldest, blocks=True), "nor what is no plan"


def test_the_form_says_at_once_what_can_never_be(office, client):
    client.force_login(office.town.staff["admin"])
    plan = factories.PlanPageFactory(parent=office.indexes["fi"], ends_on=date(2030, 1, 1))
    url = reverse("wagtailadmin_pages:edit", args=[plan.pk])
    for replaced, button in ((plan, ""), (office.indexes["fi"], ""), (plan, "action-publish")):
        sent = plan_form(slug=plan.slug, replaces=str(replaced.pk), button=button)
        response = client.post(url, sent)
        assert response.context["form"].errors["replaces"], replaced
    older = factories.PlanPageFactory(parent=office.indexes["fi"])
    sent = plan_form(slug=plan.slug, replaces=str(older.pk), button="action-publish")
    assert client.post(url, sent).status_code == 302
