"""Addresses of the PDF of a plan."""

from __future__ import annotations


class PdfRoutes:
    """Gives a plan the addresses of the PDF of a plan."""
