"""Background tasks of plans: their PDFs are made ahead, before anybody asks for them.

The worker that makes the files of films makes them too. Where it does not run, or is busy with a long
film, nothing is missing: whoever asks first has the PDF made (``plans.pdf.keeping``).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from plans.models import PlanPage
from videos.tasks import BACKEND, QUEUE

try:  # Django 6 brings its own tasks, and django-tasks-db then works with those
    from django.tasks import task  # type: ignore[import-not-found, unused-ignore]
except ImportError:
    from django_tasks import task  # type: ignore[no-redef, unused-ignore]

#: Before films: a PDF takes less than a second, a film minutes.
PRIORITY: Final = 10
#: How long it is kept on record that a task was run.
KEPT: Final = timedelta(days=7)


@task(backend=BACKEND, queue_name=QUEUE, priority=PRIORITY)
def make_pdfs(plan_key: str) -> int:
    """Make the PDF of a plan in each language it is public in; return how many there are then.

    Running it twice, or for a plan that was deleted, does no harm. One that cannot be made is told of
    in its row and in the log, and keeps none of the others.
    """
    from plans.pdf.keeping import NotReadyError, pdf_of

    made = 0
    for page in PlanPage.objects.live().filter(translation_key=plan_key).specific():
        try:
            pdf_of(page)
        except NotReadyError:
            continue
        made += 1
    return made


def wake(plan_key: UUID) -> bool:
    """Put a task in the queue for a plan, unless one waits there; tell whether one was put."""
    ours: Any = DBTaskResult.objects.filter(task_path=make_pdfs.module_path, backend_name=BACKEND)
    if ours.ready().filter(args_kwargs__args=[str(plan_key)]).exists():
        return False
    ours.exclude(status="READY").filter(enqueued_at__lt=timezone.now() - KEPT).delete()
    make_pdfs.enqueue(str(plan_key))
    return True
