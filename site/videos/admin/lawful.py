"""A film that a live page shows stays lawful: a change that would break the page is not made.

The gate keeps an inaccessible film from going out; this keeps one that is out accessible. Its captions,
its description and its versions may be changed for better ones, not away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from videos.models import Video
from videos.pages import is_translation, live_pages_of
from videos.parts import gather
from videos.shortcomings import Shortcoming, shortcomings

#: What may come over a film on a live page: rights and consents end (the film is then shown nowhere, at
#: once), and a replaced film has no files for a while.
MAY_COME = frozenset({"withdrawn", "files_pending", "files_failed"})


class WouldBreakPages(Exception):  # noqa: N818  (what would happen, not what went wrong)
    """A change was not made, because live pages would no longer be lawful. Nothing was written."""

    def __init__(self, pages: list[Any], faults: list[str | Promise]) -> None:
        super().__init__(", ".join(str(page.pk) for page in pages))
        self.pages = pages
        self.faults = faults

    @property
    def message(self) -> str:
        """Return the reason for the editor, with the pages named."""
        pages = get_text_list([f"“{page.title}”" for page in self.pages], _("and"))
        faults = " ".join(str(fault) for fault in self.faults)
        return _(
            "Nothing was saved: the film is on public pages (%(pages)s) that would no longer be "
            "accessible. %(faults)s"
        ) % {"pages": pages, "faults": faults}


@dataclass(frozen=True)
class _State:
    """What the film, and those it is a version of, lack on the live pages that show them."""

    lacking: dict[tuple[int, int, str], Shortcoming]
    pages: dict[int, Any]


@contextmanager
def kept_lawful(video: Video) -> Iterator[None]:
    """Make the changes of the block, all or none; raise WouldBreakPages where a live page would suffer."""
    with transaction.atomic():
        films = {video.pk, *_mains_of(video.pk)}
        before = _state(films)
        yield
        if not before.pages:
            return
        after = _state(films)
        new = [key for key in after.lacking if key not in before.lacking]
        if new:
            faults = {str(after.lacking[key].message): None for key in new}
            pages = {key[0]: after.pages[key[0]] for key in new}
            raise WouldBreakPages(list(pages.values()), list(faults))


def _mains_of(pk: int) -> Iterable[int]:
    """Return the films that the film with this key is a version of."""
    found: Iterable[int] = Video.objects.filter(versions__version_id=pk).values_list(
        "pk", flat=True
    )
    return found


def _state(films: set[int]) -> _State:
    """Return the state as the database has it, at a constant number of queries but for the pages."""
    shown = live_pages_of(films)
    pages = {page.pk: page for found in shown.values() for page in found}
    if not pages:
        return _State({}, {})
    parts = gather(Video.objects.filter(pk__in=films))
    lacking = {
        (page.pk, key, found.code): found
        for key, its in parts.items()
        for page in shown[key]
        for found in shortcomings(
            its.video, page.language_code, is_translation=is_translation(page), parts=its
        )
        if found.blocks and found.code not in MAY_COME
    }
    return _State(lacking, pages)
