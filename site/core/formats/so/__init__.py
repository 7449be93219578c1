"""Formats of the locale ``so``."""
