"""Where applicants' files lie: in a folder of their own that has no address, outside the public uploads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible


@deconstructible(path="news.storage.PrivateStorage")
class PrivateStorage(FileSystemStorage):
    """Files that only the site's own user may read on the disk, and that have no URL.

    The folder is the setting ``APPLICATIONS_ROOT``, read whenever it is needed.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700, **kwargs)

    @property
    def base_location(self) -> str:
        """Return the folder as it is set."""
        return str(settings.APPLICATIONS_ROOT)

    @property
    def location(self) -> str:
        """Return the folder as an absolute path."""
        return str(Path(self.base_location).resolve())

    def url(self, name: str | None) -> str:
        """Raise ValueError: nobody fetches an applicant's file by an address."""
        raise ValueError("an applicant's file has no address")


def private_storage() -> PrivateStorage:
    """Return the storage; a function, so that no migration names a folder."""
    return PrivateStorage()
