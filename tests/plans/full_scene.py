"""Plans that show all they can: a programme with areas, progress, reports and predecessors."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from core.freshness import today
from plans.models import (
    Area,
    FollowUpReport,
    PlanDocument,
    PlanPage,
    RegionalPlanPage,
)
from tests import factories
from tests.plans.scene import Office, action, goal, tell

#: Areas of both kinds; ``Kainuu`` is in the scene already.
AREAS = {
    "01": ("Uusimaa", "region"),
    "12": ("Pohjois-Karjala", "region"),
    "etno-ita-suomi": ("Itä-Suomi", "etno"),
    "etno-lappi": ("Lappi", "etno"),
}


def area(office: Office, code: str) -> Area:
    """Return the Finnish area ``code``, made where it is missing."""
    name, kind = AREAS[code]
    rows = Area.objects.filter(locale=office.town.locales["fi"], code=code)
    return rows.first() or Area.objects.create(
        name=name, kind=kind, code=code, locale=office.town.locales["fi"]
    )


def regional_plan(office: Office, code: str, chosen: list[str], **values: object) -> PlanPage:
    """Add a live regional plan in Finnish."""
    place = area(office, code)
    plan: PlanPage = factories.RegionalPlanPageFactory(
        parent=PlanPage.objects.get(pk=office.programmes["fi"].pk),
        title=place.name,
        area=place,
        chosen_goals=chosen,
        **values,
    )
    return plan


def complete(office: Office) -> PlanPage:
    """Give the Finnish programme everything a plan can have; return the plan it replaces."""
    town, first, second = office.town, office.action_ids[0], office.action_ids[1]
    index = office.indexes["fi"]
    oldest = factories.PlanPageFactory(
        parent=index, title="Ohjelma 2015", starts_on=date(2015, 1, 1), ends_on=date(2018, 12, 31)
    )
    older: PlanPage = factories.PlanPageFactory(
        parent=index,
        title="Ohjelma 2019",
        starts_on=date(2019, 1, 1),
        ends_on=date(2022, 12, 31),
        replaces=oldest,
    )
    plan = PlanPage.objects.get(pk=office.programmes["fi"].pk)
    plan.goals = [
        goal(
            "Yhdenvertaisuussuunnittelutyöryhmien tuki",
            [
                action(
                    "Kartoitus",
                    first,
                    text=f'<p>Katso <a linktype="page" id="{index.pk}">luettelo</a>.</p>',
                    responsible=town.organisation.pk,
                    starts_on="2024-01-01",
                    ends_on="2024-12-31",
                    measure="kartoitettuja yksiköitä",
                    baseline="0",
                    target="1250.5",
                ),
                action("Koulutus", second, contact=town.person.pk, ends_on="2025-06-30"),
            ],
            office.goal_ids[0],
        ),
        *(goal(f"Tavoite {n}", goal_id=key) for n, key in enumerate(office.goal_ids[1:], start=2)),
    ]
    plan.spearheads = [
        {
            "type": "spearhead",
            "id": str(uuid4()),
            "value": {"title": "Työllistyminen", "text": "<p>Ensin työ.</p>"},
        }
    ]
    plan.body = [{"type": "paragraph", "value": "<p>Ohjelma syntyi yhdessä.</p>"}]
    plan.starts_on, plan.ends_on = date(2024, 1, 1), date(today().year + 1, 12, 31)
    plan.case_number, plan.decision_url = "KAJ 12/2024", "https://example.org/paatos"
    plan.legal_basis = "Yhdenvertaisuuslaki (1325/2014), 5 §"
    plan.strategy, plan.strategy_url = "Hyvinvointi", "https://example.org/strategia"
    plan.funder, plan.replaces = town.funder, older
    plan.save()
    FollowUpReport.objects.create(
        page=plan,
        locale=plan.locale,
        kind="interim",
        reported_on=date(2025, 2, 3),
        summary="Puolet toimista on käynnissä.",
        document=town.attachment,
    )
    PlanDocument.objects.create(page=plan, document=town.attachment)
    tell(plan, first, "under_way", date(2024, 2, 1), "Aloitettiin.")
    report = tell(plan, first, "done", date(2025, 1, 15), "Valmistui ajallaan.")
    report.value = 1300
    report.save()
    tell(plan, second, "delayed", date(2025, 7, 1))
    regional_plan(office, "01", office.goal_ids[1:3])
    regional_plan(office, "etno-ita-suomi", office.goal_ids[2:3])
    area(office, "12")
    area(office, "etno-lappi")
    office.programmes["fi"] = PlanPage.objects.get(pk=plan.pk)
    office.regionals["fi"] = RegionalPlanPage.objects.get(pk=office.regionals["fi"].pk)
    return older
