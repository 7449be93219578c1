"""Who may see a film: everybody, where a public page shows it; else those the page lets in, and staff.

Asked anew for each file, at a constant number of queries, and never remembered: once a page is
unpublished, or the right to show a film has ended, the very next request is refused (ADR 0014).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.permissions import policy_registry

from videos.models import Video


class Sight(Enum):
    """How a film is to be seen: by all, by this reader because of who she is, or not at all."""

    PUBLIC = "public"
    PERSONAL = "personal"
    NONE = "none"


def may_see(request: HttpRequest, video: Video) -> bool:
    """Tell whether whoever asks may see ``video`` and its timed texts."""
    return sight_of(request, video) is not Sight.NONE


def sight_of(request: HttpRequest, video: Video) -> Sight:
    """Return who may see ``video``; the session is looked at only where it is not public.

    A film is public while a live page without restrictions shows it, or shows the film it is a version
    of. Behind a password, a sign-in or a group it is for those who have passed. Staff see what is only
    in a draft, for the preview. A film whose rights or consents have ended is for its keepers alone.
    """
    if video.is_withdrawn():
        return Sight.PERSONAL if may_keep(request, video) else Sight.NONE
    pages = pages_showing(video)
    restricted = restrictions_of(pages)
    if any(page.pk not in restricted for page in pages):
        return Sight.PUBLIC
    if any(
        all(restriction.accept_request(request) for restriction in restricted[page.pk])
        for page in pages
    ):
        return Sight.PERSONAL
    return Sight.PERSONAL if _is_staff(request) or may_keep(request, video) else Sight.NONE


def may_keep(request: HttpRequest, video: Video) -> bool:
    """Tell whether whoever asks looks after ``video``: may change it, or choose it in the admin."""
    user: Any = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return False
    policy = policy_registry.get_by_type(Video)
    if policy.user_has_permission_for_instance(user, "change", video):
        return True
    return _is_staff(request) and bool(
        policy.user_has_permission_for_instance(user, "choose", video)
    )


def _is_staff(request: HttpRequest) -> bool:
    user: Any = getattr(request, "user", None)
    return bool(
        user is not None and user.is_authenticated and user.has_perm("wagtailadmin.access_admin")
    )


def pages_showing(video: Video) -> list[Page]:
    """Return the live pages that show ``video``, or a film that it is a version of.

    What Wagtail's reference index knows of a page is taken from the page's row, which holds what
    readers see of a live page; drafts are in revisions. A withdrawn film is shown nowhere, and takes
    its versions with it; a page past its time of expiry no longer counts, even where the command that
    unpublishes it has yet to run.
    """
    films = [video, *(film for film in _told_by(video) if not film.is_withdrawn())]
    references = references_from_pages().filter(to_object_id__in=[str(film.pk) for film in films])
    sources = {int(pk) for pk in references.values_list("object_id", flat=True)}
    if not sources:
        return []
    live = Page.objects.live().filter(Q(expire_at=None) | Q(expire_at__gt=timezone.now()))
    return list(live.filter(pk__in=sources).only("pk", "path", "depth", "alias_of"))


def references_from_pages() -> QuerySet[ReferenceIndex]:
    """Return what Wagtail's index knows of pages, live or not, that refer to films."""
    found: QuerySet[ReferenceIndex] = ReferenceIndex.objects.filter(
        base_content_type=_type_of(Page), to_content_type=_type_of(Video)
    )
    return found


def _told_by(video: Video) -> Iterable[Video]:
    """Return the films that ``video`` is a version of, with the days they end on."""
    films: Iterable[Video] = Video.objects.filter(versions__version=video).only(
        "pk", "rights_until", "consent_until"
    )
    return films


def _type_of(model: type[Page] | type[Video]) -> ContentType:
    found: ContentType = ContentType.objects.get_for_model(model, for_concrete_model=False)
    return found


def restrictions_of(pages: Sequence[Page]) -> dict[int, list[PageViewRestriction]]:
    """Return what restricts each of ``pages`` that is restricted at all, by id of the page.

    As ``Page.get_view_restrictions`` has it: a restriction holds for the page and all below it, and an
    alias stands under the restrictions of its source. Costs one query where nothing is restricted.
    """
    every = list(PageViewRestriction.objects.prefetch_related("groups")) if pages else []
    if not every:
        return {}
    by_page: dict[int, list[PageViewRestriction]] = defaultdict(list)
    for restriction in every:
        by_page[restriction.page_id].append(restriction)
    ways = {page.pk: _way_to(page) for page in pages}
    steps = Page.objects.filter(path__in={path for way in ways.values() for path in way})
    rows = {path: (pk, source) for path, pk, source in steps.values_list("path", "pk", "alias_of")}
    sources = _sources_of({source for _pk, source in rows.values() if source})
    found: dict[int, list[PageViewRestriction]] = {}
    for page in pages:
        ids: dict[int, None] = {}
        for pk, source in (rows[path] for path in ways[page.pk] if path in rows):
            step: int | None = pk
            following = source
            while step is not None and step not in ids:
                ids[step] = None
                step, following = following, sources.get(following or 0)
        holds = [restriction for pk in ids for restriction in by_page.get(pk, [])]
        if holds:
            found[page.pk] = holds
    return found


def _way_to(page: Page) -> list[str]:
    """Return the paths of the page and of all above it."""
    return [page.path[: page.steplen * step] for step in range(1, page.depth + 1)]


def _sources_of(pages: set[int]) -> dict[int, int | None]:
    """Return for each alias's source what that is an alias of in turn, down to the pages themselves."""
    found: dict[int, int | None] = {}
    while pages:
        found.update(dict.fromkeys(pages))
        found.update(Page.objects.filter(pk__in=pages).values_list("pk", "alias_of"))
        pages = {source for source in found.values() if source} - found.keys()
    return found
