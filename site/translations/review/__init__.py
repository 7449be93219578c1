"""Review: who translates submits, who publishes looks at it, and what belongs together goes out together.

- ``submitting``: a translation enters the workflow of its page, is decided on, or is taken back.
- ``finishing``: the end of a workflow publishes what was looked at, and nothing newer.
- ``telling``: what a person is told of what came of her decision.
- ``sheet``: the texts side by side, those that changed first.
- ``comments``: what people say of single texts.
- ``releases``: versions that are held and published together, or not at all.
- ``update_publishes_unasked``, ``alias_publishes_unasked``: doors of wagtail-localize that ask nobody.
"""
