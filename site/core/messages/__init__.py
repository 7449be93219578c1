"""Message catalogues without GNU gettext: find the texts, keep the .po files, compile the .mo.

A server has no ``xgettext`` and no ``msgfmt``, and neither does most staff's own machine, so
Django's ``makemessages`` and ``compilemessages`` cannot be used. Babel reads the Python code,
Django's own lexer the templates, polib the catalogues:

``project``    where the packages, the templates and the catalogues are
``extract``    texts out of Python and templates
``catalogues`` catalogues brought up to date with the code, written and compiled
``check``      what is wrong with them, in sentences
``cldr``       calendars and language names for languages that Django lacks
``upstream``   how much of Wagtail's own interface is translated

The management command ``messages`` is a thin shell around these.
"""
