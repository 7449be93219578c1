"""Where the links of rich text lead, in words a translator understands: titles, addresses, files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.models import Page

from translations.segments import Row

#: Attributes of a link, as rich text keeps them.
Attributes = Mapping[str, str]


def targets_of(rows: Iterable[Row]) -> dict[str, dict[str, str]]:
    """Return for each row (by its key) where its links lead, by their ids; two queries at most."""
    rows = [row for row in rows if row.links]
    found = [attributes for row in rows for attributes in row.links.values()]
    pages = _ids(found, "page")
    files = _ids(found, "document")
    titles = {
        "page": _titles(Page.objects.filter(pk__in=pages)) if pages else {},
        "document": _titles(get_document_model()._default_manager.filter(pk__in=files))
        if files
        else {},
    }
    return {
        str(row.key): {link: _target(attributes, titles) for link, attributes in row.links.items()}
        for row in rows
    }


def _titles(rows: Iterable[Page]) -> dict[str, str]:
    return {str(row.pk): row.title for row in rows}


def _ids(links: Iterable[Attributes], kind: str) -> set[int]:
    return {
        int(link["id"])
        for link in links
        if link.get("linktype") == kind and str(link.get("id", "")).isdigit()
    }


def _target(link: Attributes, titles: Mapping[str, Mapping[str, str]]) -> str:
    kind = link.get("linktype", "")
    if kind in titles:
        return titles[kind].get(str(link.get("id")), _("no longer there"))
    address = link.get("href", "")
    parts = urlsplit(address)
    if parts.scheme in ("mailto", "tel"):
        return parts.path
    return f"{parts.netloc}{parts.path}".removeprefix("www.").rstrip("/") or address
