"""Dates, times and numbers where Django has no formats, or not those used in Finland.

Django looks for ``core.formats.<locale>.formats`` first and for its own module second, one
setting at a time, so a module here says only what differs. The locale of ``fi-simple`` is
``fi_Simple``, then ``fi``: it gets Django's Finnish formats and needs no module.

Source: Unicode CLDR (``se_FI``, ``smn``, ``en_FI``, ``sv_FI``, ``so``), named in each module.
"""
