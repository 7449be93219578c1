"""Ukrainian: a month in a date is in the genitive (5 січня), also without a year.

Source: CLDR ``uk`` (``d MMMM``), where Django writes "05 Січень". The rest is Django's.
"""

DATE_FORMAT = "j E Y р."
DATETIME_FORMAT = "j E Y р. H:i"
MONTH_DAY_FORMAT = "j E"
