"""Plans that can be followed: goals, actions and how far they are; areas, workshops, calendars, open data."""
