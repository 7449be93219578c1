"""Files of films on their storage: written whole or not at all, and deleted when their row has gone.

A file is made under a name of its own (``.part-…``) beside its later place, and moved there when it is
complete. A file is deleted only after the transaction that gave it up has been committed. On a storage
that is no folder of this machine, work is done in a temporary folder, and the result is uploaded.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import re
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, cast

from django.core.files import File
from django.core.files.storage import Storage
from django.db import transaction
from django.db.models.fields.files import FieldFile

from videos.models import Video, VideoRendition, VideoStill

logger = logging.getLogger(__name__)
_CHUNK: Final = 1024 * 1024


def folder_of(video: Video) -> str:
    """Return the name of the folder that holds everything of a film."""
    return f"videos/{video.key}"


@dataclass(frozen=True)
class Workshop:
    """Where a file is made: the film as a local file, and a local folder to write to."""

    source: Path
    folder: Path
    storage: Storage
    is_local: bool

    def part(self, owner: int, extension: str) -> Path:
        """Return the path of a new part file of the row ``owner``: never that of another attempt."""
        return self.folder / f".part-{owner}-{token()}.{extension}"

    def publish(self, part: Path, name: str) -> str:
        """Move a complete ``part`` to ``name`` on the storage, at once; return the name it got."""
        if not self.is_local:
            with part.open("rb") as file:
                stored: str = self.storage.save(name, File(file))
            part.unlink()
            return stored
        mode = getattr(self.storage, "file_permissions_mode", None)
        if mode is not None:
            part.chmod(mode)
        with part.open("rb") as file:
            os.fsync(file.fileno())  # or a power cut leaves a row that names an empty file
        target = Path(self.storage.path(name))
        part.replace(target)
        return name


@contextlib.contextmanager
def workshop(video: Video) -> Iterator[Workshop]:
    """Open a workshop for a film. Raises FileNotFoundError if its file is gone."""
    storage: Storage = video.file.storage
    try:
        source = Path(storage.path(_name(video.file)))
    except NotImplementedError:
        with tempfile.TemporaryDirectory(prefix="kohtaamo-film-") as folder:
            source = Path(folder) / "source"
            with video.file.open("rb") as remote, source.open("wb") as copy:
                shutil.copyfileobj(remote, copy, _CHUNK)
            yield Workshop(source, Path(folder), storage, is_local=False)
        return
    if not source.is_file():
        raise FileNotFoundError(video.file.name)
    # Beside its later place: a move within a file system is all or nothing.
    place = Path(storage.path(folder_of(video)))
    place.mkdir(parents=True, exist_ok=True)
    yield Workshop(source, place, storage, is_local=True)


@contextlib.contextmanager
def temporary_file(extension: str) -> Iterator[Path]:
    """Give a path for a small file that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="kohtaamo-film-") as folder:
        yield Path(folder) / f"file.{extension}"


def token() -> str:
    """Return what makes a file's name its own."""
    return secrets.token_hex(4)


def checksum(path: Path, beat: Callable[[], None] = lambda: None) -> str:
    """Return the SHA-256 of a file; ``beat`` is called between its megabytes."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            beat()
    return digest.hexdigest()


# Deleting -----------------------------------------------------------------------------------------


def delete_on_commit(storage: Storage, name: str) -> None:
    """Delete a file once the transaction is committed; a file that cannot be deleted is logged."""
    if name:
        transaction.on_commit(partial(delete, storage, name), robust=True)


def delete(storage: Storage, name: str) -> None:
    """Delete a file unless a row names it, perhaps anew."""
    owners = (Video, VideoRendition, VideoStill)
    if any(cast("Any", model).objects.filter(file=name).exists() for model in owners):
        return
    try:
        storage.delete(name)
    except OSError:
        logger.exception("The file %s could not be deleted", name)


def sweep(row: VideoRendition) -> None:
    """Delete what a dead worker left of a row: part files, and a file moved but never recorded."""
    ours = re.compile(
        rf"\.part-{row.pk}-[0-9a-f]+\.\w+|{re.escape(row.preset)}-[0-9a-f]{{12}}\.\w+"
    )
    _delete_matching(row.video, ours)


def sweep_stills(video: Video) -> None:
    """Delete pictures that no row of the film names."""
    _delete_matching(video, re.compile(r"still-\d+-[0-9a-f]+\.jpg"))


def _delete_matching(video: Video, pattern: re.Pattern[str]) -> None:
    storage, folder = video.file.storage, folder_of(video)
    try:
        _folders, names = storage.listdir(folder)
    except (FileNotFoundError, NotImplementedError):
        return
    for name in names:
        if pattern.fullmatch(name):
            delete(storage, f"{folder}/{name}")


def delete_with_row(sender: type, instance: VideoRendition | VideoStill, **kwargs: Any) -> None:
    """Delete the file of a deleted row."""
    delete_on_commit(instance.file.storage, _name(instance.file))


def delete_with_video(sender: type, instance: Video, **kwargs: Any) -> None:
    """Delete all that is left of a deleted film, the folder too."""
    if instance.file:
        delete_on_commit(instance.file.storage, _name(instance.file))
        transaction.on_commit(partial(_delete_folder, instance), robust=True)


def _delete_folder(video: Video) -> None:
    _delete_matching(video, re.compile(r"\.part-.*"))
    try:
        # An empty folder only: a worker that is still writing removes its part, and then the folder.
        video.file.storage.delete(folder_of(video))
    except OSError:
        logger.info("The folder of the deleted film %s is not empty yet", video.key)


def forget_folder_of_deleted(video: Video) -> None:
    """Delete the folder of a film that was deleted while a file of it was being made."""
    if not Video.objects.filter(pk=video.pk).exists():
        _delete_folder(video)


def keep_until_commit(replaced: FieldFile) -> None:
    """Keep others from deleting a replaced file before the new one is committed.

    wagtailmedia's own edit view deletes the old file, through its field, before it saves the form; if
    saving then fails, the film would be lost.
    """
    replaced.storage = cast("Storage", _Keeping(replaced.storage))


def _name(file: FieldFile) -> str:
    return file.name or ""


class _Keeping:
    """A storage that deletes nothing."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def __getattr__(self, name: str) -> Any:
        return getattr(self._storage, name)

    def delete(self, name: str) -> None:
        """Leave the file; ``delete_on_commit`` takes care of it."""
