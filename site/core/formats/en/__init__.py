"""Formats of the locale ``en``."""
