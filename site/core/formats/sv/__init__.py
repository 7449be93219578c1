"""Formats of the locale ``sv``."""
