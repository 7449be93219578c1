"""Workshops: when they are, where they are shown, and as calendars.

- ``state``: upcoming, going on, past; sign-up open or closed; when that changes. Pure.
- ``fields``: how an editor writes them down.
- ``checks``: what a workshop had better have.
- ``shown``: the workshops of a plan, and of all plans, as a page shows them.
- ``listing``: the list of workshops as one request asks for it.
- ``wording``: days, times and the lines of a calendar entry, in words.
- ``ical``: a calendar as bytes (RFC 5545). Pure.
- ``calendars``: the calendars of the site and their HTTP.
- ``sequences``: how often an entry has changed.
- ``structured_data``: what search engines are told.
"""
