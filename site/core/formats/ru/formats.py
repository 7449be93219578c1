"""Russian: a month in a date is in the genitive (5 января), also without a year.

Source: CLDR ``ru`` (``d MMMM``), where Django writes "5 Январь". The rest is Django's.
"""

MONTH_DAY_FORMAT = "j E"
