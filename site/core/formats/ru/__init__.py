"""Formats of the locale ``ru``."""
