"""Arabic: the Finnish week starts on Monday, and timetables run on the 24-hour clock.

Source: CLDR ``ar`` for the 24-hour pattern (``HH:mm``) and the order day, month, year. The
rest is Django's Arabic.
"""

FIRST_DAY_OF_WEEK = 1
DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y، H:i"
SHORT_DATETIME_FORMAT = "d\u200f/m\u200f/Y H:i"
