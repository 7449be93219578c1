"""Formats of the locale ``ar``."""
