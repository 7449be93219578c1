"""English in Finland: 5 January 2026, 9.49, where Django writes Jan. 5, 2026, 9:49 a.m.

Source: CLDR ``en_FI`` (``d MMMM y``, ``H.mm``, decimal comma). Its short date, 05/01/2026, is
read month first by many; the Finnish 5.1.2026 is used instead. Numbers stay English.
"""

FIRST_DAY_OF_WEEK = 1
DATE_FORMAT = "j F Y"
TIME_FORMAT = "G.i"
DATETIME_FORMAT = "j F Y, G.i"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
SHORT_DATE_FORMAT = "j.n.Y"
SHORT_DATETIME_FORMAT = "j.n.Y G.i"
DATE_INPUT_FORMATS = ["%d.%m.%Y", "%d.%m.%y", "%d %B %Y"]
TIME_INPUT_FORMATS = ["%H.%M", "%H:%M", "%H.%M.%S", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = ["%d.%m.%Y %H.%M", "%d.%m.%Y %H:%M"]
