"""Formats of the locale ``smn``."""
