"""Formats of the locale ``fi``."""
