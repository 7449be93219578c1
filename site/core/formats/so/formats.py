"""Somali. Source: CLDR ``so`` (``MMMM d, y``; ``dd/MM/yy``; ``HH:mm`` on the 24-hour clock).

The year keeps four digits: 05/01/26 can be read three ways.
"""

FIRST_DAY_OF_WEEK = 1
DATE_FORMAT = "E j, Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "E j, Y H:i"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "E j"
SHORT_DATE_FORMAT = "d/m/Y"
SHORT_DATETIME_FORMAT = "d/m/Y H:i"
DATE_INPUT_FORMATS = ["%d/%m/%Y", "%d.%m.%Y"]
TIME_INPUT_FORMATS = ["%H:%M", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = ["%d/%m/%Y %H:%M", "%d.%m.%Y %H:%M"]
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
