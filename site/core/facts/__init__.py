"""Facts are one for all languages and change everywhere at once; text is translated (ADR 0019).

A fact is a date, a number, a state, a reference: what may not differ from one language version to the
next. wagtail-localize copies facts when somebody presses *Sync*. Here they are on every translation as
soon as the version they come from is published, and nothing that is saved of a translation brings
older ones back.

- ``declared``: which fields, rows and blocks are facts; read from the models.
- ``streams``: facts within a StreamField, as a pure function over its raw content.
- ``rows``: facts in the rows of a page.
- ``families``: which language version follows which.
- ``carrying``: puts facts where they belong.
"""

from core.facts.carrying import carry_facts, follow_facts, keeping_facts
from core.facts.families import family
from core.facts.streams import carried

__all__ = ["carried", "carry_facts", "family", "follow_facts", "keeping_facts"]
