"""``kohtaamo video_worker``: makes the files of uploaded films, one after another."""

from __future__ import annotations

import logging
import os
import signal
import time
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django_tasks_db.management.commands.db_worker import Worker

from videos import ffmpeg, jobs, launcher, tasks

logger = logging.getLogger("videos.worker")


class VideoWorker(Worker):
    """A worker that stops its ffmpeg when it is told to stop, and cleans up after dead ones."""

    def __init__(self, *, interval: float) -> None:
        super().__init__(
            queue_names=[tasks.QUEUE],
            interval=interval,
            batch=True,  # each round ends when nothing is left in the queue
            backend_name=tasks.BACKEND,
            startup_delay=False,
            max_tasks=None,
            worker_id=jobs.identity(),
            excluded_queue_names=[],
        )

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """Stop at the next heartbeat; the second signal ends the process at once."""
        jobs.stop()
        super().shutdown(signum, frame)

    def rounds(self, *, once: bool, parent: int | None) -> None:
        """Work until told to stop, or until ``parent`` dies; ``once``: until nothing waits."""
        while self.running:
            tasks.recover()
            self.run()
            if once and not tasks.is_waiting():
                break
            if parent is not None and os.getppid() != parent:
                logger.info("Whoever started the worker has gone: it stops too")
                break
            if self.running:
                time.sleep(self.interval)


class Command(BaseCommand):
    """Make the files of uploaded films until told to stop."""

    help = "Makes the files residents play of uploaded films. Runs until stopped; --batch for cron."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether to stop when nothing waits, and how often to look."""
        parser.add_argument("--batch", action="store_true", help="stop when nothing waits any more")
        parser.add_argument("--interval", type=float, default=2.0, help="seconds between two looks")
        parser.add_argument("--parent", type=int, help="stop when this process, our parent, ends")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse to start without ffmpeg; then work."""
        try:
            program = ffmpeg.program()
        except ffmpeg.FFmpegMissingError as error:
            raise CommandError(f"Films cannot be made: {error}") from error
        if options["parent"]:
            launcher.die_with(options["parent"], signal.SIGTERM)
        # The queue's own worker tells of each look into it; we look every two seconds.
        logging.getLogger("django_tasks_db").setLevel(logging.WARNING)
        worker = VideoWorker(interval=max(options["interval"], 0.1))
        worker.configure_signals()
        logger.info("The video worker has started, with %s", program)
        tasks.prune()
        worker.rounds(once=options["batch"], parent=options["parent"])
        logger.info("The video worker has stopped")
