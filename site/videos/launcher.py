"""Starts ffmpeg inside bounds it cannot leave, and lets it die with the process that wanted it.

A program of its own, that knows nothing of Django: ``python -I -S launcher.py BOUNDS PROGRAM ARGUMENT…``,
where BOUNDS is ``parent,nice,processor seconds,bytes of memory,bytes of a file written``. After setting
them it becomes the program. (Doing this between fork and exec, in a web process with threads, is not safe.)
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys

#: Linux: ask for a signal when the parent dies, kill -9 included (prctl(2)).
PR_SET_PDEATHSIG = 1


def die_with(parent: int, number: int = signal.SIGKILL) -> None:
    """Ask the kernel for the signal ``number`` when ``parent`` dies; leave at once if it has died."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def bound(nice: int, processor: int, memory: int, written: int) -> None:
    """Set the bounds; one that the system does not know, or that is tighter already, stays as it is."""
    limits = {
        resource.RLIMIT_CPU: processor,
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_FSIZE: written,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: 256,
    }
    for limit, value in limits.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (value, value))
    with contextlib.suppress(OSError):
        os.nice(nice)


def main() -> None:
    """Set the bounds and become the program."""
    parent, *bounds = (int(number) for number in sys.argv[1].split(","))
    die_with(parent)
    bound(*bounds)
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606 -- no shell is the point


if __name__ == "__main__":
    main()
