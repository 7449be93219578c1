"""What the editor can show, and what goes in and out: facts 8, 9, 10 and 11."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import scene
import wagtail_localize
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import formats, translation
from wagtail.models import TranslatableMixin
from wagtail_localize import wagtail_hooks
from wagtailmedia.models import Media

XLIFF = b"""<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="1" source-language="fi" target-language="sv" datatype="html"><body>
<trans-unit id="1"><source>Raportti</source><target>Rapport</target></trans-unit>
</body></file></xliff>
"""


def fact_08() -> dict[str, Any]:
    """Take a translation out, and bring one back as XLIFF and as PO."""
    made = scene.translate(scene.write("Raportti"), texts=False)
    out = scene.signed_in().get(reverse("wagtail_localize:download_pofile", args=[made.pk]))
    po = out.content.decode().replace(
        'msgid "Raportti"\nmsgstr ""', 'msgid "Raportti"\nmsgstr "Rapport"'
    )
    scene.bring(made, XLIFF)
    after_xliff = scene.written(made, "title")
    scene.bring(made, po.encode())
    (included,) = wagtail_hooks.register_admin_urls()
    return {
        "content_type": out.headers["Content-Type"],
        "after_xliff": after_xliff,
        "after_po": scene.written(made, "title"),
        "views": sorted({pattern.name for pattern in included.url_patterns}),
    }


def fact_09() -> dict[str, Any]:
    """Open the translation of a page that shows a recording."""
    media = Media.objects.create(
        title="Film", type="video", duration=1, file=ContentFile(b"film", name="film.mp4")
    )
    made = scene.translate(scene.write("Video", recording=media))
    segments = scene.props(scene.target(made))["segments"]
    bundle = _bundle()
    return {
        "widgets": [
            one["location"]["widget"] for one in segments if one["contentPath"] == "recording"
        ],
        "chooser_the_bundle_knows": sorted(set(re.findall(r'"(\w+_chooser)"', bundle))),
        "bundle_knows_unknown": '"unknown"' in bundle,
        "media_is_translatable": issubclass(Media, TranslatableMixin),
    }


def _bundle() -> str:
    folder = Path(wagtail_localize.__file__).parent / "static/wagtail_localize/js"
    return (folder / "wagtail-localize.js").read_text("utf-8")


def fact_10() -> dict[str, Any]:
    """Open the editor of a translation whose source has a heading and a list, and has changed."""
    page = scene.write("Opas", intro="<h2>Otsikko</h2><p>Vanha sana</p><ul><li>Kohta</li></ul>")
    made = scene.translate(page)
    scene.rewrite(page, intro="<h2>Otsikko</h2><p>Uusi sana</p><ul><li>Kohta</li></ul>")
    scene.sync(made)
    target = scene.target(made)
    text, given = scene.editor(target), scene.props(target)
    texts = [one for one in given["segments"] if one["contentPath"] == "intro"]
    own = {"id", "source", "editUrl", "order"}
    alike = [{key: one[key] for key in one.keys() - own} for one in texts]
    panel = 'data-side-panel="preview"'
    return {
        "scripts": sorted(set(re.findall(r"wagtail_localize/js/([\w.-]+\.js)", text))),
        "old_text_is_there": "Vanha sana" in text,
        "props": sorted(given),
        "keys_of_a_text": sorted(texts[0]),
        "texts": [one["source"] for one in texts],
        "texts_are_alike": all(one == alike[0] for one in alike),
        "preview_beside_source_and_translation": [
            panel in scene.editor(page),
            panel in text,
        ],
    }


def fact_11() -> dict[str, Any]:
    """Ask Django about the languages of the north, of refugees, and of easy reading."""
    known = {}
    for code in ("se", "smn", "sms", "so", "fi-simple"):
        try:
            known[code] = translation.get_language_info(code)["code"]
        except KeyError:
            known[code] = "KeyError"
    page = scene.target(scene.translate(scene.write("Sivu"), "se"))
    with translation.override("se"):
        day = formats.date_format(date(2026, 3, 5))
    return {
        "known": known,
        "page_is_live": page.live,
        "address": page.url,
        "public": Client().get(f"/se/{page.slug}/", follow=True).status_code,
        "swedish": Client().get(scene.front("sv").url).status_code,
        "date": day,
    }
