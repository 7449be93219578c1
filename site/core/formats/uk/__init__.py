"""Formats of the locale ``uk``."""
