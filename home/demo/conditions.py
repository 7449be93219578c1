"""Conditions under which the demo is sown: quietly, without side effects nobody needs."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from wagtail.admin.signal_handlers import task_submission_email_notifier
from wagtail.contrib.redirects.signal_handlers import autocreate_redirects_on_slug_change
from wagtail.models import Page, ReferenceIndex, Revision, TaskState
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.signals import page_slug_changed, task_submitted

from core.models import Photograph
from people.models import ContactPerson, Funder

#: Wagtail's name for the mail to those who decide.
TOLD_BY_MAIL = "group_approval_task_submitted_email_notification"


@contextmanager
def quiet(name: str) -> Iterator[None]:
    """Keep a logger from telling of each of a few hundred pages and revisions."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)


@contextmanager
def without_redirects() -> Iterator[None]:
    """Make no redirect from the address a version borrowed for a moment and nobody ever saw."""
    page_slug_changed.disconnect(autocreate_redirects_on_slug_change)
    try:
        yield
    finally:
        page_slug_changed.connect(autocreate_redirects_on_slug_change)


@contextmanager
def without_mail() -> Iterator[None]:
    """Tell nobody by mail of what waits for review: nobody is waiting for it."""
    task_submitted.disconnect(sender=TaskState, dispatch_uid=TOLD_BY_MAIL)
    try:
        yield
    finally:
        task_submitted.connect(
            task_submission_email_notifier, sender=TaskState, dispatch_uid=TOLD_BY_MAIL
        )


@contextmanager
def references_at_the_end() -> Iterator[None]:
    """Note what refers to what once, instead of at each of a thousand saves (a quarter of the time)."""

    def rows() -> list[int]:
        return [
            model.objects.count() for model in (Page, Revision, Photograph, ContactPerson, Funder)
        ]

    before = rows()
    with disable_reference_index_auto_update():
        yield
    if rows() == before:
        return
    for model in apps.get_models():
        if ReferenceIndex.is_indexed(model):
            for instance in model._default_manager.all():
                ReferenceIndex.create_or_update_for_object(instance)
