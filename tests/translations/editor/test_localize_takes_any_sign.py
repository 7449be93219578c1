"""What a PO file or the stock editor sends is tidied before it is stored; we notice when upstream does."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models.signals import pre_save
from django.test import TestCase
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation

from tests.translations.review.conftest import Work, work_on
from translations.editor.localize_takes_any_sign import tidy
from translations.synchronising import bring_up

pytestmark = pytest.mark.django_db

SENT = "Gruppen\nBcc: x@example.org\r\n\u202emöts\x07"
TITLE = "Gruppen Bcc: x@example.org möts"


@pytest.fixture
def work(town) -> Work:
    work = work_on(town)
    bring_up(work.translation.source)
    return work


def upload(client, work: Work) -> None:
    po = work.translation.export_po()
    for entry in po:
        entry.msgstr = SENT
    url = reverse("wagtail_localize:upload_pofile", args=[work.translation.pk])
    client.post(url, {"file": SimpleUploadedFile("x.po", str(po).encode()), "next": "/admin/"})


def put(client, work: Work) -> None:
    for segment in StringSegment.objects.filter(source=work.translation.source):
        url = reverse(
            "wagtail_localize:edit_string_translation", args=[work.translation.pk, segment.pk]
        )
        form = "application/x-www-form-urlencoded"
        client.put(url, urlencode({"value": f"{SENT}\x00"}), content_type=form)


def texts(work: Work) -> dict[str, str]:
    rows = StringTranslation.objects.filter(locale=work.translation.target_locale)
    return dict(rows.values_list("context__path", "data"))


@pytest.mark.parametrize("door", [upload, put])
def test_a_title_has_one_line_and_only_signs_of_a_text(work, client_as, door):
    door(client_as("translator.sv"), work)
    found = texts(work)
    assert found["title"] == TITLE
    assert found["lead"] == "Gruppen\nBcc: x@example.org\nmöts"


def test_whoever_reviews_is_told(work, client_as):
    client = client_as("translator.sv")
    upload(client, work)
    with TestCase.captureOnCommitCallbacks(execute=True):
        client.post(work.url("submit"))
    subjects = [one.subject for one in mail.outbox if "publisher@example.org" in one.to]
    assert len(subjects) == 1
    assert TITLE in subjects[0]


def test_upstream_takes_any_sign_yet(work, client_as):
    pre_save.disconnect(sender=StringTranslation, dispatch_uid="tidy-texts")
    try:
        upload(client_as("translator.sv"), work)
    finally:
        pre_save.connect(tidy, sender=StringTranslation, dispatch_uid="tidy-texts")
    assert "\n" in texts(work)["title"]
