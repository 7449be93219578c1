"""Plans as open data: each plan and the list of them as JSON and CSV, under a free licence.

``plan`` and ``listing`` say what is told, ``rows`` tells it in tables, ``answers`` serves it, and
``openapi`` describes it for machines; docs/open-data.md does for people.
"""

from __future__ import annotations

from typing import Final

#: Under which the data may be used: by anybody, for anything, who names the publisher.
LICENCE: Final = {
    "name": "CC BY 4.0",
    "url": "https://creativecommons.org/licenses/by/4.0/",
}
#: Of the form of the data. A new field raises the second number, one that goes or changes the first.
VERSION: Final = "1.0"
