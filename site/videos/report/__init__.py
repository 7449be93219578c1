"""The report of all films: what each lacks, since when, and where it is shown."""
