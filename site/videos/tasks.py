"""Background tasks of films: they wake the worker; the rows say what is to be done (ADR 0013)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from videos import jobs, transcoding
from videos.models import VideoRendition

try:  # Django 6 brings its own tasks, and django-tasks-db then works with those
    from django.tasks import task  # type: ignore[import-not-found, unused-ignore]
except ImportError:
    from django_tasks import task  # type: ignore[no-redef, unused-ignore]

BACKEND: Final = "videos"
QUEUE: Final = "videos"
#: How long it is kept on record that a task was run.
KEPT: Final = timedelta(days=30)


@task(backend=BACKEND, queue_name=QUEUE)
def encode(video_pk: int) -> int:
    """Make what waits, of this film and of others; return how many files were begun.

    Running it twice, or for a film that was deleted, does no harm.
    """
    return transcoding.work()


def wake(video_id: int) -> bool:
    """Put a task in the queue for a film, unless one waits there; tell whether one was put."""
    if _ours().ready().filter(args_kwargs__args=[video_id]).exists():
        return False
    encode.enqueue(video_id)
    return True


def recover() -> int:
    """Put back what dead workers left, and see that there is a task for whatever waits.

    Returns how many rows were put back.
    """
    lost = transcoding.recover()
    for result in _ours().running():
        if result.worker_ids and jobs.is_dead(result.worker_ids[-1]):
            result.set_failed(RuntimeError("The worker died."))
    waiting = VideoRendition.objects.waiting().values_list("video_id", flat=True)
    if not _ours().ready().exists() and not VideoRendition.objects.running().exists():
        for video_id in sorted(set(waiting)):
            wake(video_id)
    return lost


def is_waiting() -> bool:
    """Tell whether a task is in the queue."""
    return bool(_ours().ready().exists())


def prune() -> int:
    """Delete the records of tasks run long ago; return how many."""
    old = _ours().exclude(status="READY").filter(enqueued_at__lt=timezone.now() - KEPT)
    return int(old.delete()[0])


def _ours() -> Any:
    return DBTaskResult.objects.filter(task_path=encode.module_path, backend_name=BACKEND)
