"""Lay out a plain site, see each fact with one's own eyes, and print as JSON what was seen."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from typing import Any


def main() -> None:
    """Print ``{"fact_01": {"seen": {…}} or {"error": "…"}, …}``, and what was loaded to see it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    setup_test_environment()
    with tempfile.TemporaryDirectory() as folder:
        settings.MEDIA_ROOT = folder
        call_command("migrate", run_syncdb=True, verbosity=0)
        import scene
        from facts import lifecycle, people, texts, tools

        scene.lay_out()
        found = {
            name: _see(getattr(module, name))
            for module in (texts, lifecycle, people, tools)
            for name in vars(module)
            if name.startswith("fact_")
        }
    found["loaded"] = {"seen": {"modules": sorted(sys.modules)}}
    json.dump(found, sys.stdout, default=str)


def _see(fact: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Return what a fact shows, or what came in the way: the others are to be seen all the same."""
    try:
        return {"seen": fact()}
    except Exception:
        return {"error": traceback.format_exc()}


if __name__ == "__main__":
    main()
