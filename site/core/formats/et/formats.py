"""Estonian: what Django leaves out, and would answer in English or start on Sunday.

Source: CLDR ``et`` (``d. MMMM y``, ``HH:mm``). The rest is Django's Estonian.
"""

FIRST_DAY_OF_WEEK = 1
DATETIME_FORMAT = "j. F Y H:i"
YEAR_MONTH_FORMAT = "F Y"
SHORT_DATETIME_FORMAT = "d.m.Y H:i"
