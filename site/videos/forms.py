"""Forms of films: what is uploaded is looked at before it is kept."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtailmedia.forms import BaseMediaForm

from videos import files, probing, transcoding
from videos.models import Video
from videos.probing import Facts, ProbeError


class FilmForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic when it runs
    """A form with a film's ``file``: refuses what is no film, and keeps the rows and files together.

    On refusal nothing is kept. On saving, the film's facts are in its row, what is to be made of it is
    written down, and a worker is woken; a replaced film and what was made of it go after the commit.
    """

    instance: Video

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._facts: Facts | None = None
        if "file" in self.fields:
            cast("forms.FileField", self.fields["file"]).allow_empty_file = True  # we say it better
        self._replaced = self.instance.file.name if self.instance.pk else ""

    def clean_file(self) -> Any:
        """Look into an uploaded film: its size first, then what is in it, then its name."""
        upload = self.cleaned_data["file"]
        if not isinstance(upload, UploadedFile):
            return upload  # the film that is there already
        suffix = Path(upload.name or "").suffix.lstrip(".").lower()
        known = settings.WAGTAILMEDIA["VIDEO_EXTENSIONS"]
        if suffix not in known:
            raise ValidationError(
                _("The file's name must end in one of these: %(endings)s."),
                params={"endings": ", ".join(f".{ending}" for ending in known)},
                code="unknown_ending",
            )
        try:
            probing.check_size(upload.size or 0)
            with _on_disk(upload, suffix) as path:
                facts = probing.probe(path)
            probing.check_name(suffix, facts)
        except ProbeError as error:
            raise ValidationError(str(error.message), code=error.code) from error
        if self._replaced:
            files.keep_until_commit(self.instance.file)
        self._facts = facts
        return upload

    def _post_clean(self) -> None:
        """Put the facts on the row together with the form's own fields."""
        super()._post_clean()  # type: ignore[misc]  # not in the stubs
        if self._facts is not None and not self.errors:
            upload = self.cleaned_data["file"]
            transcoding.record(self.instance, self._facts, _checksum(upload), upload.size)

    def save(self, commit: bool = True) -> Video:
        """Save the film and plan its files, in one transaction; leave no file behind if that fails."""
        if self._facts is None or not commit:
            return cast("Video", super().save(commit))
        storage = Video._meta.get_field("file").storage
        try:
            with transaction.atomic():
                video = cast("Video", super().save())
                if self._replaced:
                    files.delete_on_commit(storage, self._replaced)
                transcoding.plan(video)
        except BaseException:
            written = cast("Any", self.instance.file)
            if written and written._committed and written.name != self._replaced:
                files.delete(storage, written.name)
            raise
        return video


class VideoUploadForm(FilmForm, BaseMediaForm):
    """The form a film is uploaded with, in wagtailmedia's chooser and on our own pages."""


@contextmanager
def _on_disk(upload: UploadedFile[Any], suffix: str) -> Iterator[Path]:
    """Give the path of an upload; one held in memory is written to a temporary file."""
    if hasattr(upload, "temporary_file_path"):
        yield Path(upload.temporary_file_path())
        return
    with tempfile.NamedTemporaryFile(prefix="kohtaamo-film-", suffix=f".{suffix}") as copy:
        for chunk in upload.chunks():
            copy.write(chunk)
        copy.flush()
        upload.seek(0)
        yield Path(copy.name)


def _checksum(upload: UploadedFile[Any]) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()
