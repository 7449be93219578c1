"""Addresses of the calendars of a plan's workshops."""

from __future__ import annotations


class CalendarRoutes:
    """Gives a plan the addresses of the calendars of a plan's workshops."""
