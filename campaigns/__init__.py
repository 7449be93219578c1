"""Campaigns: a slogan, a period, films in which people meet, and what partners need to pass them on."""
