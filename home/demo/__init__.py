"""The demo: a site full of plausible news, in seven languages, about people who do not exist.

``seed()`` makes it, as often as one likes; the command ``kohtaamo seed_demo`` and the tests call it.
The texts stand in ``home.demo.content``, one readable module a subject.
"""

from home.demo.sowing import Demo, seed

__all__ = ["Demo", "seed"]
