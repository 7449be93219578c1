"""Rich texts of a plan as HTML, all at once: links cost two queries, however many texts hold them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import expand_db_html

#: Stands between two texts while they are read as one; no rich text can hold it.
BETWEEN: Final = "\x1e"


def rendered(texts: Iterable[Any]) -> list[SafeString]:
    """Return the HTML of ``texts``, rich text values or their sources, in the same order."""
    sources = [str(getattr(text, "source", text) or "") for text in texts]
    joined = BETWEEN.join(source.replace(BETWEEN, "") for source in sources)
    if not joined.strip(BETWEEN):
        return [SafeString("") for _source in sources]
    html = expand_db_html(joined)
    # What rich text may hold was decided when it was saved; Wagtail marks it safe in the same way.
    return [mark_safe(piece) for piece in html.split(BETWEEN)]  # noqa: S308 -- see above
