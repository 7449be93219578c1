"""PDFs that were made, kept until the plan changes: each is made once, however many ask for it.

A row says which document was set (``fingerprint``) and where its file is. Whoever wants another one
claims the row first, in one statement, so that of ten who ask one makes it and nine wait. No database
transaction is open while Typst works. A claim that is never kept (a killed process) lapses.
"""

from __future__ import annotations

import logging
import time
from datetime import datetime, timedelta
from typing import Any, Final

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction
from django.utils import timezone

from plans.models import PlanPage, PlanPdf
from plans.pdf.document import Document, document_of
from plans.pdf.press import PdfError, fingerprint, pressed

logger = logging.getLogger(__name__)

State = PlanPdf.State
FOLDER: Final = "plan-pdf"
#: A claim older than this is that of a process that has died.
CLAIM: Final = timedelta(seconds=60)
#: How long one waits for a PDF that somebody else is making, and between two looks, in seconds.
PATIENCE, LOOK = 10.0, 0.1
#: How long a document that could not be set is left alone.
PAUSE: Final = timedelta(minutes=2)
#: Letters kept of why it could not be set.
LONGEST_ERROR: Final = 4000


class NotReadyError(Exception):
    """There is no PDF of the plan as it is: it could not be set, or is being made still."""


def pdf_of(page: PlanPage) -> tuple[str, bytes]:
    """Return the fingerprint and the bytes of the PDF of ``page`` as it is now, made if need be.

    Raises NotReadyError where it cannot be had; staff find the reason in the row and in the log.
    """
    document = document_of(page)
    mark = fingerprint(document)
    first, _is_new = PlanPdf.objects.get_or_create(page_id=page.pk)
    return mark, obtained(first, document, mark)


def obtained(row: PlanPdf, document: Document, mark: str) -> bytes:
    """Return the file kept of ``document``, or make it, or wait for whoever does."""
    end = time.monotonic() + PATIENCE
    while True:
        content = kept(row, mark)
        if content is not None:
            return content
        if is_hopeless(row, mark):
            raise NotReadyError
        claimed = claim(row)
        if claimed is not None:
            return _made(row, claimed, document, mark)
        if time.monotonic() > end:
            raise NotReadyError
        time.sleep(LOOK)
        row.refresh_from_db()


def kept(row: PlanPdf, mark: str) -> bytes | None:
    """Return the file of the document ``mark``, if it is that which is kept, and still there."""
    if row.state != State.READY or row.fingerprint != mark or not row.file:
        return None
    try:
        with row.file.storage.open(str(row.file.name), "rb") as file:
            content: bytes = file.read()
    except OSError:
        logger.warning(
            "The PDF of page %s has gone from its storage: it is made again", row.page_id
        )
        return None
    return content


def is_hopeless(row: PlanPdf, mark: str) -> bool:
    """Tell whether the document ``mark`` could not be set a short time ago."""
    if row.state != State.FAILED or row.fingerprint != mark or row.made_at is None:
        return False
    return timezone.now() - row.made_at < PAUSE


def claim(row: PlanPdf) -> datetime | None:
    """Take it upon this process to make the PDF of ``row``: return when, or None if another one does.

    Nothing may have happened to the row since it was read.
    """
    now = timezone.now()
    if row.asked_at is not None and now - row.asked_at < CLAIM:
        return None
    as_read = PlanPdf.objects.filter(
        pk=row.pk,
        asked_at=row.asked_at,
        made_at=row.made_at,
        fingerprint=row.fingerprint,
    )
    return now if as_read.update(asked_at=now) else None


def _made(row: PlanPdf, claimed: datetime, document: Document, mark: str) -> bytes:
    """Set ``document`` and keep it in place of the one there was; the claim ends here in any case."""
    ours = PlanPdf.objects.filter(pk=row.pk, asked_at=claimed)
    done: dict[str, Any] = {"asked_at": None, "made_at": timezone.now(), "fingerprint": mark}
    try:
        content = pressed(document, done["made_at"])
    except PdfError as error:
        logger.error("The PDF of page %s could not be made: %s", row.page_id, error)  # noqa: TRY400
        ours.update(**done, state=State.FAILED, error=str(error)[:LONGEST_ERROR])
        raise NotReadyError from error
    except BaseException:
        ours.update(asked_at=None)
        raise
    try:
        storage: Storage = row.file.storage
        name = storage.save(f"{FOLDER}/{mark[:2]}/{mark}.pdf", ContentFile(content))
    except OSError as error:
        logger.exception("The PDF of page %s could not be kept", row.page_id)
        ours.update(asked_at=None, error=str(error)[:LONGEST_ERROR])
        return content
    is_ours = ours.update(**done, state=State.READY, file=name, size=len(content), error="")
    remove(storage, row.file.name or "" if is_ours else name, but=name if is_ours else "")
    return content


def remove(storage: Storage, name: str, but: str = "") -> None:
    """Delete a file that no row names any more, once that is committed; a missing one is no error."""
    if name and name != but:
        transaction.on_commit(lambda: storage.delete(name))
