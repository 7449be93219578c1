"""The demo's attachments: a table as CSV, questions as text, a plan as tagged PDF, a poster as PNG."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

from django.core.files.base import ContentFile
from PIL import Image

from core.drawing.palette import PAPER
from core.models import Attachment
from home.demo.content.attachments import PAPERS, QUESTIONS, WORKSHOPS
from home.demo.films.cards import poster_picture

FILES = {
    "workshops": ("Työpajat 2023–2024", "tyopajat-2023-2024.csv", "fi"),
    "plan": ("Yhdenvertaisuussuunnitelma 2023–2025 lyhyesti", "suunnitelma-lyhyesti.pdf", "fi"),
    "programme": ("Hyvien väestösuhteiden ohjelma lyhyesti", "ohjelma-lyhyesti.pdf", "fi"),
    "programme-sv": ("Programmet i korthet", "programmet-i-korthet.pdf", "sv"),
    "council-minutes": ("Pöytäkirjan ote, valtuusto 18.3.2019", "poytakirjan-ote-2019.pdf", "fi"),
    "interim-report": ("Väliraportti 2024", "valiraportti-2024.pdf", "fi"),
    "questions": ("Tässä olen: kysymyksiä keskusteluun", "tassa-olen-kysymyksia.txt", "fi"),
    "questions-sv": ("Här är jag: frågor att diskutera", "har-ar-jag-fragor.txt", "sv"),
    "questions-en": ("Here I am: questions to talk about", "here-i-am-questions.txt", "en"),
    "poster": ("Tässä olen · Här är jag · Here I am: juliste", "tassa-olen-juliste.png", ""),
}


class Files:
    """Finds the demo's attachments, or writes them; ``forget`` deletes what was written."""

    def __init__(self) -> None:
        self._found: dict[str, Attachment] = {}
        self._written: list[Attachment] = []

    def attachment(self, name: str) -> Attachment:
        """Return the attachment called ``name`` in ``FILES``."""
        if name not in self._found:
            title, file_name, language = FILES[name]
            found = Attachment.objects.filter(title=title).order_by("pk").first()
            self._found[name] = found or self._made(title, file_name, language, content_of(name))
        return self._found[name]

    def forget(self) -> None:
        """Delete the files written so far."""
        for attachment in self._written:
            attachment.file.storage.delete(attachment.file.name)

    def _made(self, title: str, file_name: str, language: str, content: bytes) -> Attachment:
        attachment = Attachment(title=title, language=language)
        attachment.file.save(file_name, ContentFile(content), save=False)
        self._written.append(attachment)
        attachment.file_size = len(content)
        attachment.save()
        return attachment


def content_of(name: str) -> bytes:
    """Return the bytes of the attachment called ``name``."""
    if name == "workshops":
        text = StringIO()
        csv.writer(text, delimiter=";").writerows(WORKSHOPS)
        return text.getvalue().encode("utf-8-sig")  # so that Excel reads ä and ö
    if name.startswith("questions"):
        return "\r\n".join(QUESTIONS[FILES[name][2]]).encode()
    if name == "poster":
        return poster()
    return tagged_pdf(FILES[name][0], PAPERS[name], FILES[name][2])


def poster() -> bytes:
    """Return the campaign's poster as PNG, in the shape of A4: two discs that meet, and the slogan."""
    written = BytesIO()
    size = (1240, 1754)
    image = Image.new("RGB", size, PAPER)
    image.paste(poster_picture(size[0]), (0, 420))
    image.save(written, "PNG", optimize=True)
    return written.getvalue()


def tagged_pdf(title: str, paragraphs: list[str], lang: str = "fi") -> bytes:
    """Return a one-page PDF with a title, a heading and paragraphs that a screen reader can follow.

    Made by hand, so that the demo needs no library: WinAnsi text in Helvetica, a structure tree with
    one element a paragraph, no line longer than its caller wrote it.
    """
    lines = [("H1", 18, title), *(("P", 12, paragraph) for paragraph in paragraphs)]
    drawn, height = [], 790
    for number, (tag, size, text) in enumerate(lines):
        parts = []
        for line in text.split("\n"):
            parts.append(f"1 0 0 1 56 {height} Tm ({_escaped(line)}) Tj")
            height -= round(size * 1.5)
        height -= 10
        body = " ".join(parts)
        drawn.append(f"/{tag} <</MCID {number}>> BDC BT /F1 {size} Tf {body} ET EMC")
    stream = "\n".join(drawn).encode("cp1252")
    first = 8
    elements = [f"{first + number} 0 R" for number in range(len(lines))]
    objects = [
        f"<</Type/Catalog/Pages 2 0 R/Lang({lang})/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R"
        "/ViewerPreferences<</DisplayDocTitle true>>>>".encode(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/StructParents 0"
        b"/Tabs/S/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        f"<</Type/StructTreeRoot/K[{' '.join(elements)}]/ParentTree<</Nums[0 [{' '.join(elements)}]]>>"
        "/ParentTreeNextKey 1>>".encode(),
        b"<</Title(%b)>>" % _escaped(title).encode("cp1252"),
        *(
            f"<</Type/StructElem/S/{tag}/P 6 0 R/Pg 3 0 R/K {number}>>".encode()
            for number, (tag, _size, _text) in enumerate(lines)
        ),
    ]
    written, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += b"trailer\n<</Size %d/Root 1 0 R/Info 7 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        table,
    )
    return bytes(written)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
