"""The facts of a plan, the page with most of them: inherited columns, actions of goals, workshops."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from wagtail_localize.models import Translation, TranslationSource

from plans.models import RegionalPlanPage
from tests.factories import (
    HomePageFactory,
    OrganisationFactory,
    PlanIndexPageFactory,
    PlanPageFactory,
    RegionalPlanPageFactory,
    locale,
)
from tests.plans.scene import action, workshop
from tests.translating import publish, translate

pytestmark = pytest.mark.django_db

STARTS_AT = datetime(2026, 3, 3, 15, tzinfo=UTC)
ONE, TWO = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"


def again(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def test_dates_figures_bodies_and_workshops_change_in_every_language():
    index = PlanIndexPageFactory(parent=HomePageFactory(slug="etusivu"))
    body, other = OrganisationFactory(name="Sivistystoimi"), OrganisationFactory(name="Kirjasto")
    for row in (body, other):
        row.copy_for_translation(locale("sv")).save()
    steps = [
        action("Koulutus", ONE, ends_on="2026-06-01", target="10", responsible=body.pk),
        action("Kysely", TWO),
    ]
    plan: RegionalPlanPage = RegionalPlanPageFactory(
        parent=PlanPageFactory(parent=index),
        starts_on=date(2026, 1, 1),
        actions=[{**step, "type": "action"} for step in steps],
    )
    workshop(plan, "Alkutyöpaja", STARTS_AT)
    swedish = translate(again(plan), "sv")

    page = again(plan)
    page.starts_on, page.funding_to = date(2026, 2, 1), 5000
    raw = page.actions.get_prep_value()
    raw[0]["value"] |= {"ends_on": "2027-01-01", "target": "25", "responsible": other.pk}
    raw[0]["value"]["title"] = "Uusi koulutus"
    page.actions = raw[:1]
    meeting = page.workshops.get()
    meeting.is_cancelled, meeting.ends_at = True, STARTS_AT + timedelta(hours=3)
    page.workshops.set([meeting])
    page.save_revision().publish()

    def as_it_is() -> list[Any]:
        found = again(swedish)
        (step,) = found.actions
        (row,) = found.workshops.all()
        return [
            (found.starts_on, found.funding_to),
            (step.id, str(step.value["title"]), step.value["ends_on"], int(step.value["target"])),
            step.value["responsible"].pk,
            (row.title, row.is_cancelled, row.ends_at),
        ]

    wanted = [
        (date(2026, 2, 1), 5000),
        (ONE, "sv: Koulutus", date(2027, 1, 1), 25),
        other.pk,
        ("sv: Alkutyöpaja", True, STARTS_AT + timedelta(hours=3)),
    ]
    assert as_it_is() == wanted
    publish(Translation.objects.get())
    assert as_it_is() == wanted, "also after an old synchronisation is published"

    TranslationSource.update_or_create_from_instance(again(plan))
    publish(Translation.objects.get())
    assert as_it_is() == wanted, "a new text waits for its translation"
