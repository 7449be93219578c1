"""Files to download: each says its type, size and language before it is fetched."""

import pytest
from django.core.exceptions import ValidationError

from core.blocks import DocumentsBlock
from tests.factories import AttachmentFactory

pytestmark = pytest.mark.django_db


def shown(*documents, heading="Liitteet"):
    block = DocumentsBlock()
    return block.render(block.to_python({"heading": heading, "documents": list(documents)}))


def test_a_file_says_its_type_size_and_language():
    html = shown(AttachmentFactory(language="sv").pk)
    assert "CSV" in html
    assert "svenska" in html
    assert 'lang="sv"' in html
    assert "Työpajat" in html


def test_a_file_without_a_language_says_none():
    assert "lang=" not in shown(AttachmentFactory(language="").pk)


def test_a_deleted_file_is_left_out():
    gone = AttachmentFactory()
    number = gone.pk
    gone.delete()
    assert "<a " not in shown(number)


def test_a_list_without_files_is_refused():
    block = DocumentsBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"heading": "Liitteet", "documents": []}))


def test_without_a_heading_there_is_no_empty_one():
    assert "<h2" not in shown(AttachmentFactory().pk, heading="")
