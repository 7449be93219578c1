"""What an applicant may send is known by its content."""

from __future__ import annotations

import io

import pytest

from news.file_kinds import kind_of_content, kind_of_name, shown_name
from tests.news.call_scene import ODT_TYPE, docx, package, picture

GOOD = {
    "pdf": b"%PDF-1.7\n1 0 obj\n%%EOF\n",
    "jpg": picture("JPEG"),
    "png": picture("PNG"),
    "odt": package(mimetype=ODT_TYPE, content_xml=b"<x/>"),
    "docx": docx(),
}
BAD = {
    "a program of Windows": b"MZ\x90\x00" + b"\x00" * 64,
    "a program of Linux": b"\x7fELF" + b"\x00" * 64,
    "a script": b"#!/bin/sh\nrm -rf /\n",
    "a page": b"<!doctype html><script>alert(1)</script>",
    "a drawing": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "half a PDF": b"%PDF-1.7\n1 0 obj\n",
    "half a picture": picture("PNG")[:40],
    "a zip": package(setup_exe=b"MZ"),
    "half a zip": docx()[:60],
    "a document with macros": docx(word__vbaProject_bin=b"x"),
    "a text with macros": package(mimetype=ODT_TYPE, content_xml=b"<x/>", Basic__script_xml=b"x"),
    "a spreadsheet": package(
        mimetype=b"application/vnd.oasis.opendocument.spreadsheet", content_xml=b""
    ),
    "nothing": b"",
}


@pytest.mark.parametrize("kind", GOOD)
def test_what_is_accepted_is_known(kind):
    file = io.BytesIO(GOOD[kind])
    assert kind_of_content(file) == kind
    assert file.tell() == 0


@pytest.mark.parametrize("what", BAD)
def test_what_is_not_accepted_is_of_no_kind(what):
    assert kind_of_content(io.BytesIO(BAD[what])) == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("CV.PDF", "pdf"),
        ("kuva.jpeg", "jpg"),
        ("cv.pdf.exe", ""),
        ("cv", ""),
        (".pdf", ""),
        ("cv.docm", ""),
        ("cv.svg", ""),
    ],
)
def test_the_name_says_what_its_ending_says(name, kind):
    assert kind_of_name(name) == kind


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ansökan – Åbo.pdf", "Ansökan – Åbo.pdf"),
        ("C:\\koti\\cv.pdf", "cv.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("fdp.\u202eexe.pdf", "fdp.exe.pdf"),
        ('a"b\r\nSet-Cookie: x.pdf', "a b Set-Cookie x.pdf"),
        ("x" * 300 + ".pdf", "x" * 96 + ".pdf"),
        ("", "file"),
    ],
)
def test_a_name_is_shown_without_what_deceives(name, shown):
    assert shown_name(name) == shown
