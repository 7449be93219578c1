"""Rich texts of a plan as HTML, all at once: their links cost two queries, however many there are.

Wagtail asks for each link on its own: which version of the page is in the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page
from wagtail.rich_text.rewriters import LinkRewriter

from core.models import Attachment
from plans.rich_text import source_of

if TYPE_CHECKING:
    from plans.models import PlanPage

#: Stands between two texts while they are read as one; no rich text can hold it.
BETWEEN: Final = "\x1e"
Tag = dict[str, str]


def rendered(texts: Iterable[Any], page: PlanPage) -> list[SafeString]:
    """Return the HTML of ``texts`` of ``page``, rich text values or their sources, in the same order.

    A link to a page leads to its version in the language of ``page``, and nowhere where it is not
    public. Two queries at most, one more where the site restricts pages.
    """
    sources = [source_of(text).replace(BETWEEN, "") for text in texts]
    if not sources:
        return []

    def to_pages(tags: list[Tag]) -> list[str]:
        return _opening(tags, _page_addresses({_id_of(tag) for tag in tags}, page))

    def to_documents(tags: list[Tag]) -> list[str]:
        rows = Attachment.objects.filter(pk__in={_id_of(tag) for tag in tags})
        return _opening(tags, {row.pk: row.url for row in rows})

    rewrite = LinkRewriter(bulk_rules={"page": to_pages, "document": to_documents})
    html = rewrite(BETWEEN.join(sources))
    # What rich text may hold was decided when it was saved; Wagtail marks it safe in the same way.
    return [mark_safe(piece) for piece in html.split(BETWEEN)]  # noqa: S308 -- see above


def _id_of(tag: Tag) -> int:
    """Return the id in a link of the database; 0, which nothing has, for what is none."""
    written = tag.get("id", "")
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 10 else 0


def _opening(tags: list[Tag], addresses: dict[int, str]) -> list[str]:
    found = (addresses.get(_id_of(tag), "") for tag in tags)
    return [format_html('<a href="{}">', href) if href else "<a>" for href in found]


def _page_addresses(ids: set[int], page: PlanPage) -> dict[int, str]:
    """Return where each of the pages ``ids`` is read by readers of ``page``."""
    keys = Page.objects.filter(pk__in=ids).values("translation_key")
    rows = list(Page.objects.filter(translation_key__in=keys).select_related("locale"))
    public = {row.pk for row in rows if row.live}
    if page.site_has_restrictions:
        public &= set(Page.objects.public().filter(pk__in=public).values_list("pk", flat=True))
    ours = {
        row.translation_key: row
        for row in rows
        if row.pk in public and row.locale_id == page.locale_id
    }
    shown = {
        row.pk: ours.get(row.translation_key) or (row if row.pk in public else None)
        for row in rows
        if row.pk in ids
    }
    return {pk: target.get_url() or "" for pk, target in shown.items() if target is not None}
