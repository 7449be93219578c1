"""What happens by itself: applications go with their call, and files with their rows."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from news.models import Application, ApplicationFile, CallPage

logger = logging.getLogger(__name__)


@receiver(post_delete, sender=CallPage, dispatch_uid="news-applications")
def remove_applications(sender: type, instance: CallPage, **kwargs: Any) -> None:
    """Remove the applications to a call with the last of its languages."""
    key = instance.translation_key
    if not CallPage.objects.filter(translation_key=key).exists():
        Application.objects.filter(call=key).delete()


@receiver(post_delete, sender=ApplicationFile, dispatch_uid="news-files")
def remove_file(sender: type, instance: ApplicationFile, **kwargs: Any) -> None:
    """Delete the file of a deleted row, once that is certain."""
    if instance.file.name:
        transaction.on_commit(
            partial(_delete, instance.file.storage, instance.file.name), robust=True
        )


def _delete(storage: Any, name: str) -> None:
    try:
        storage.delete(name)
    except OSError:
        logger.exception("A file of an application could not be deleted: %s", name)
