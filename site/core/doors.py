"""No page goes out with a blocking problem, whichever door it takes (ADR 0016).

Two watchmen stand where all doors meet. ``check_publication`` is asked before a revision is published
or scheduled (``core.workarounds.wagtail_publishes_unasked``): by the form, a workflow, a list of pages,
a clock, an API or code. ``check_row`` is asked before the row of a page is written as live: by a copy,
an alias, wagtail-localize, or code that sets ``live`` by hand. What is not watched is SQL and
``QuerySet.update()``: they ask nobody anything.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models.signals import pre_save
from wagtail.models import Page

from core.publishing import Problem, PublicationRefused
from core.registry import holds_of

if TYPE_CHECKING:
    from core.models import BasePage

#: The entry in the history of a page that was not published at its time (``publish_scheduled``).
REFUSED = "kohtaamo.publication_refused"


def blocking_problems(page: Any) -> list[Problem]:
    """Return what keeps ``page``, as it is in memory, from going out; nothing for foreign page types."""
    from core.models import BasePage

    if not isinstance(page, BasePage):
        return []
    return [*(p for p in page.publication_problems() if p.blocks), *holds_of(page)]


def check_publication(page: Any) -> None:
    """Raise PublicationRefused if ``page`` may not be published as it is in memory."""
    problems = blocking_problems(page)
    if problems:
        raise PublicationRefused(page, problems)


def check_row(
    sender: type[Page],
    instance: Page,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **kwargs: Any,
) -> None:
    """Raise PublicationRefused if the row would go live, or become worse while it is.

    A live page whose film lapsed (a consent ended) can still be moved, locked and unpublished: only
    problems that the live row does not have already count. Fixtures (``raw``) are not asked.
    """
    if raw or not instance.live or not _is_content(update_fields):
        return
    # Not ``specific``, which would stay on the instance as the row was before it is saved.
    page = instance.get_specific() if sender is Page and instance.pk else instance
    problems = blocking_problems(page)
    if not problems:
        return
    row = _row_of(page)
    had = {_key(problem) for problem in blocking_problems(row)} if row and row.live else set()
    worse = [problem for problem in problems if _key(problem) not in had]
    if worse:
        raise PublicationRefused(page, worse)


def _key(problem: Problem) -> tuple[str, str]:
    return problem.field, str(problem.message)


@cache
def page_columns() -> frozenset[str]:
    """Return the names of the columns of Wagtail's own page table."""
    return frozenset(
        name for field in Page._meta.concrete_fields for name in (field.name, field.attname)
    )


def _is_content(update_fields: frozenset[str] | None) -> bool:
    """Tell whether a saving writes what readers see, or only how Wagtail keeps the page."""
    if update_fields is None or "live" in update_fields:
        return True
    return not update_fields <= page_columns()


def _row_of(page: Any) -> BasePage | None:
    if page.pk is None:
        return None
    row: BasePage | None = type(page)._default_manager.filter(pk=page.pk).first()
    return row


def watch() -> None:
    """Ask before any page is saved."""
    from core.models import BasePage

    for model in apps.get_models():
        if model is Page or issubclass(model, BasePage):
            pre_save.connect(check_row, sender=model, dispatch_uid=f"door-{model._meta.label}")
