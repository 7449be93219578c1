"""When a plan changes its PDFs are made anew in the background; when it goes, they go."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from plans import tasks
from plans.models import PlanPage, PlanPdf, ProgressReport
from plans.pdf.keeping import remove


@receiver(page_published)
def make_after_publication(sender: type, instance: Any, **kwargs: Any) -> None:
    """Have the PDFs of a published plan made, once that is committed."""
    if isinstance(instance, PlanPage):
        transaction.on_commit(partial(tasks.wake, instance.translation_key))


@receiver(page_unpublished)
def forget_after_unpublication(sender: type, instance: Any, **kwargs: Any) -> None:
    """Delete the PDF of a plan that is no longer public."""
    if isinstance(instance, PlanPage):
        for row in PlanPdf.objects.filter(page_id=instance.pk):
            row.delete()


@receiver([post_save, post_delete], sender=ProgressReport)
def make_after_progress(sender: type, instance: ProgressReport, **kwargs: Any) -> None:
    """Have the PDFs made of a plan of which something was told, once that is committed."""
    if not kwargs.get("raw"):
        transaction.on_commit(partial(tasks.wake, instance.plan_key))


@receiver(post_delete, sender=PlanPdf)
def delete_file(sender: type, instance: PlanPdf, **kwargs: Any) -> None:
    """Delete the file of a row that was deleted, by itself or with its page."""
    remove(instance.file.storage, instance.file.name or "")
