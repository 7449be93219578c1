"""Swedish in Finland: 5.1.2026 and kl. 9.49, where Sweden and Django write 2026-01-05 and 09:49.

Source: CLDR ``sv_FI`` for the full stop in times (``HH.mm``) and between day and month
(``d.M``). The rest is Django's Swedish.
"""

FIRST_DAY_OF_WEEK = 1
TIME_FORMAT = "G.i"
DATETIME_FORMAT = r"j F Y \k\l. G.i"
SHORT_DATE_FORMAT = "j.n.Y"
SHORT_DATETIME_FORMAT = r"j.n.Y \k\l. G.i"
DATE_INPUT_FORMATS = ["%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d"]
TIME_INPUT_FORMATS = ["%H.%M", "%H:%M", "%H.%M.%S", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = ["%d.%m.%Y %H.%M", "%d.%m.%Y %H:%M", "%Y-%m-%d %H:%M"]
