"""wagtail-localize reads and writes PO files of the source as it was last synced.

A file made before a change would come back without the changed texts, and one read after it would write
translations of sentences nobody sees. Both doors first bring the source up to what it says now. Delete
when upstream asks the live source; ``tests/translations/editor/test_po.py`` notices.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from wagtail_localize.models import Translation

from translations.synchronising import bring_up

export_po = Translation.export_po
import_po = Translation.import_po


@wraps(export_po)
def export_what_is_said(self: Translation) -> Any:
    """Return the PO file of the source as it is now."""
    bring_up(self.source)
    return export_po(self)


@wraps(import_po)
def import_to_what_is_said(self: Translation, po: Any, *args: Any, **kwargs: Any) -> Any:
    """Read a PO file into the texts of the source as it is now."""
    bring_up(self.source)
    return import_po(self, po, *args, **kwargs)


def apply() -> None:
    """Stand before both doors."""
    Translation.export_po = export_what_is_said
    Translation.import_po = import_to_what_is_said
