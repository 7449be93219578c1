"""Applications are gone when their time is over: rows and files."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone

from news.models import Application, ApplicationFile, CallPage
from news.retention import remove_old
from news.storage import private_storage
from tests.translating import translate

pytestmark = pytest.mark.django_db
#: Half past midnight in Finland on the 1st of March.
DEADLINE = datetime(2026, 2, 28, 22, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _times(call) -> None:
    """Let the call close, and its applications go a month later."""
    CallPage.objects.filter(pk=call.pk).update(closes_at=DEADLINE, remove_after=30)
    call.refresh_from_db()


def apply_to(call: CallPage) -> Path:
    """Return the file of a new application."""
    application = Application.objects.create(
        call=call.translation_key, language="fi", received_at=DEADLINE
    )
    row = ApplicationFile(application=application, question="q", name="cv.pdf", kind="pdf", size=3)
    row.file.save("cv.pdf", ContentFile(b"pdf"))
    return Path(row.file.path)


def test_files_lie_outside_what_is_public_and_are_for_the_site_alone(call):
    path = apply_to(call)
    assert path.is_relative_to(settings.APPLICATIONS_ROOT)
    assert not path.is_relative_to(settings.MEDIA_ROOT)
    assert "cv" not in path.name
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    with pytest.raises(ValueError, match="no address"):
        private_storage().url("x")


def test_they_are_removed_on_the_day_applicants_were_told_and_not_before(
    call, django_capture_on_commit_callbacks
):
    path = apply_to(call)
    assert call.removed_on == date(2026, 3, 31)
    assert remove_old(date(2026, 3, 30)).applications == 0
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        removed = remove_old(date(2026, 3, 31))
    assert (removed.applications, removed.files) == (1, 1)
    assert not path.exists()
    assert not Application.objects.exists()
    again = remove_old(date(2026, 3, 31))
    assert (again.applications, again.files, again.leftovers) == (0, 0, 0)


def test_the_command_says_how_many(call):
    apply_to(call)
    out = StringIO()
    call_command("remove_old_applications", stdout=out)
    assert out.getvalue().startswith("1 application(s) and 1 file(s) removed")


def test_a_file_without_a_row_is_removed_a_day_later(call):
    kept = apply_to(call)
    leftover, fresh = kept.with_name("aa.pdf"), kept.with_name("bb.pdf")
    for path in (leftover, fresh):
        path.write_bytes(b"x")
    old = (timezone.now() - timedelta(days=2)).timestamp()
    os.utime(leftover, (old, old))
    os.utime(kept, (old, old))
    assert remove_old(date(2026, 3, 1)).leftovers == 1
    assert (kept.exists(), leftover.exists(), fresh.exists()) == (True, False, True)


def test_applications_go_with_the_last_language_of_their_call(
    call, django_capture_on_commit_callbacks
):
    path = apply_to(call)
    home = call.get_parent().get_parent().specific
    for page in (home, call.get_parent().specific):
        translate(page, "sv")
    swedish = translate(call, "sv")
    with django_capture_on_commit_callbacks(execute=True):
        swedish.delete()
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        CallPage.objects.get(pk=call.pk).delete()
    assert not Application.objects.exists()
    assert not path.exists()
