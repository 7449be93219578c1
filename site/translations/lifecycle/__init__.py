"""What happens to a page happens to its language versions: withdrawal, expiry, place, readers, deletion.

Nothing here depends on the door a deed comes by. Wagtail's actions are made whole and say who acts
(``whole``), signals see what they do (``signals``), and for each kind of deed a function puts all the
versions of a page right (``carry_…``): it may be called again at any time and then does nothing.

- ``members``: the versions of a page, which follows which, and what was decided about them.
- ``decisions``: leaving a version out, with a reason, and taking that back.
- ``live``: withdrawal, going out again, and waiting for a source that is not public yet.
- ``expiry``, ``place``, ``restrictions``, ``deletion``: one kind of deed each.
- ``forms``, ``asking``, ``bulk``, ``views``, ``telling``: what an editor is asked and told.
"""
