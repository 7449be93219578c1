"""Finnish: a month in a date is in the partitive (5. tammikuuta), also without a year.

Source: CLDR ``fi`` (``d. MMMM``), where Django writes "5. tammikuu". The rest is Django's
Finnish; ``fi-simple`` finds this module too.
"""

MONTH_DAY_FORMAT = "j. E"
