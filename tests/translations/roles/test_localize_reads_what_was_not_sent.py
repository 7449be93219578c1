"""wagtail-localize's addresses answer where something was not sent; we notice when it looks itself."""

from __future__ import annotations

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from tests.translating import translate
from translations.roles import localize_reads_what_was_not_sent as ours

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation(town):
    item = town.add_news(1, title="Kokous")[0]
    translate(item, "sv")
    return TranslationSource.objects.get_for_instance(item).translations.get()


def sent(text: str | bytes) -> dict[str, SimpleUploadedFile]:
    body = text if isinstance(text, bytes) else text.encode()
    return {"file": SimpleUploadedFile("x.po", body)}


def test_a_file_that_is_none_is_told(client_as, translation):
    client = client_as("translator.sv")
    url = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    before = list(StringTranslation.objects.order_by("pk").values())
    whole = str(translation.export_po())
    foreign = polib.pofile(whole)
    del foreign.metadata["X-WagtailLocalize-TranslationID"]
    for files in (
        {},
        sent(""),
        sent(str(foreign)),
        sent(b"\xff\xfe\x00"),
        sent("x"),
        sent(whole[:300]),
    ):
        answer = client.post(url, {"next": "/admin/", **files}, follow=True)
        assert answer.status_code == 200
        assert "PO-fil" in answer.content.decode()
    assert list(StringTranslation.objects.order_by("pk").values()) == before


def test_a_file_that_is_too_large_is_not_read(client_as, translation):
    url = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    before = list(StringTranslation.objects.order_by("pk").values())
    po = translation.export_po()
    for entry in po:
        entry.msgstr = "Annat"
    large = f"{po}\n#{'x' * ours.MOST}"
    answer = client_as("translator.sv").post(url, {"next": "/admin/", **sent(large)}, follow=True)
    assert "2,0" in answer.content.decode()
    assert list(StringTranslation.objects.order_by("pk").values()) == before


def test_a_text_that_is_none_is_told(client_as, translation):
    segment = StringSegment.objects.filter(source=translation.source).first()
    url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    answer = client_as("translator.sv").put(
        url, "x=y", content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 400


def test_wagtail_localize_does_not_look_yet(rf, town, translation):
    request = rf.post("/", {})
    request.user = town.staff["admin"]
    with pytest.raises(KeyError):
        ours.original_upload(request, translation.pk)
