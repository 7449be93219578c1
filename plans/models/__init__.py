"""Plans: the list, the plan, the regional plan; areas, workshops, reports, progress."""

from plans.models.area import Area
from plans.models.made import PlanPdf, WorkshopSequence
from plans.models.plan_index_page import PlanIndexPage
from plans.models.plan_page import PlanPage, PlanPageQuerySet
from plans.models.progress import ProgressNote, ProgressReport, ReminderSent
from plans.models.regional_plan_page import RegionalPlanPage
from plans.models.rows import FollowUpReport, PlanContact, PlanDocument, Workshop
from plans.models.workshop_index_page import WorkshopIndexPage

__all__ = [
    "Area",
    "FollowUpReport",
    "PlanContact",
    "PlanDocument",
    "PlanIndexPage",
    "PlanPage",
    "PlanPageQuerySet",
    "PlanPdf",
    "ProgressNote",
    "ProgressReport",
    "RegionalPlanPage",
    "ReminderSent",
    "Workshop",
    "WorkshopIndexPage",
    "WorkshopSequence",
]
