"""A call with a form of every kind of question, and what a browser sends with it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta
from typing import Any
from unittest import mock

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from home.models import StandardPage
from home.set_up import set_up_site
from news import limits
from news.models import CallPage, CallQuestion, NewsIndexPage
from tests.factories import CallPageFactory, StandardPageFactory

KINDS = [
    ("Kunta", "singleline", True, ""),
    ("Sähköposti", "email", True, ""),
    ("Miksi juuri te?", "multiline", False, ""),
    ("Koko", "radio", False, "pieni\nsuuri"),
    ("Alue", "dropdown", False, "etelä\npohjoinen"),
    ("Kielet", "checkboxes", False, "suomi\nruotsi\nsaame"),
    ("Esihenkilö suostuu", "checkbox", True, ""),
    ("Osallistujia", "number", False, ""),
    ("Alkaen", "date", False, ""),
    ("Liitteet", "file", False, ""),
]


def build_call() -> CallPage:
    """Build a small site in Finnish whose list of news holds one call, with every kind of question."""
    home = set_up_site(hostname="localhost", port=80)
    return call_with_form(NewsIndexPage.objects.child_of(home).get())


def call_with_form(index: NewsIndexPage, kinds: Any = KINDS, **fields: Any) -> CallPage:
    """Return a live call with a form; ``kinds`` are label, kind, whether required, and choices."""
    home = index.get_parent().specific
    notice = StandardPage.objects.child_of(home).first() or StandardPageFactory(parent=home)
    questions = [
        CallQuestion(
            locale=index.locale,
            label=label,
            field_type=kind,
            required=required,
            choices=choices,
            sort_order=order,
        )
        for order, (label, kind, required, choices) in enumerate(kinds)
    ]
    form = {"applied_with": "form", "apply_email": "", "privacy_notice": notice}
    call: CallPage = CallPageFactory(parent=index, **{**form, "questions": questions, **fields})
    return call


def key(call: CallPage, label: str) -> str:
    """Return the name of the field of the question ``label``."""
    return str(call.questions.get(label=label).key)


def open_form(client: Any, call: CallPage) -> str:
    """Return the mark of a form that was opened a while ago."""
    with mock.patch("django.core.signing.time.time", return_value=earlier()):
        text = client.get(f"{call.url}apply/").content.decode()
    found = re.search(r'name="form" value="([^"]+)"', text)
    assert found
    return found[1]


def earlier(seconds: int = 60) -> float:
    """Return the time of the clock a minute ago."""
    return (timezone.now() - timedelta(seconds=seconds)).timestamp()


def filled_in(call: CallPage, token: str = "", **given: Any) -> dict[str, Any]:
    """Return what a browser sends of a form that is in order; ``given`` is by label."""
    if not token:
        with mock.patch("django.core.signing.time.time", return_value=earlier()):
            token = limits.new_token(call.translation_key)
    answers = {
        "Kunta": "Suvisalmi",
        "Sähköposti": "aino@example.org",
        "Esihenkilö suostuu": "on",
        **given,
    }
    labels = {question.label: question.key for question in call.questions.all()}
    sent = {labels[label]: value for label, value in answers.items() if label in labels}
    return {"form": token, "website": "", **sent}


def pdf(name: str = "cv.pdf", size: int = 0) -> SimpleUploadedFile:
    """Return a file that begins and ends like a PDF."""
    return SimpleUploadedFile(name, b"%PDF-1.7\n" + b"x" * size + b"\n%%EOF\n")


def picture(form: str) -> bytes:
    """Return a small picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4), "#0d4a3e").save(buffer, form)
    return buffer.getvalue()


def package(**files: bytes) -> bytes:
    """Return a zip file of ``files``; two underscores stand for a slash, one for a point."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return buffer.getvalue()


ODT_TYPE = b"application/vnd.oasis.opendocument.text"


def docx(**further: bytes) -> bytes:
    """Return a package built like a document of Word."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("[Content_Types].xml", b"<Types/>")
        made.writestr("word/document.xml", b"<document/>")
        for name, content in further.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return buffer.getvalue()
