"""Formats of the locale ``et``."""
