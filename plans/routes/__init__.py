"""Addresses below a plan's own: calendars, the PDF, open data. Each is a mixin of ``PlanPage``."""

from plans.routes.calendars import CalendarRoutes
from plans.routes.data import DataRoutes, ListDataRoutes
from plans.routes.pdf import PdfRoutes

__all__ = ["CalendarRoutes", "DataRoutes", "ListDataRoutes", "PdfRoutes"]
