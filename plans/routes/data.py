"""Addresses of the open data and the feed of a plan."""

from __future__ import annotations


class DataRoutes:
    """Gives a plan the addresses of the open data and the feed of a plan."""
