"""Inari Sami. Source: CLDR ``smn`` (``MMMM d. y``: the month comes first; 9.49)."""

FIRST_DAY_OF_WEEK = 1
DATE_FORMAT = "F j. Y"
TIME_FORMAT = "G.i"
DATETIME_FORMAT = "F j. Y G.i"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "F j."
SHORT_DATE_FORMAT = "j.n.Y"
SHORT_DATETIME_FORMAT = "j.n.Y G.i"
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\xa0"
NUMBER_GROUPING = 3

# Input: day first with full stops, as everywhere in Finland; ISO dates are added by Django.
DATE_INPUT_FORMATS = ["%d.%m.%Y", "%d.%m.%y"]
TIME_INPUT_FORMATS = ["%H.%M", "%H:%M", "%H.%M.%S", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = ["%d.%m.%Y %H.%M", "%d.%m.%Y %H:%M", "%d.%m.%Y %H.%M.%S"]
