"""Formats of the locale ``se``."""
