"""Formats of the locale ``sms``."""
