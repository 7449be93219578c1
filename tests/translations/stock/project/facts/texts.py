"""What becomes of translated texts when the source changes: facts 1, 2, 4, 12 and 13."""

from __future__ import annotations

from typing import Any

import scene
from django.core import mail
from django.test import override_settings
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation


def fact_01() -> dict[str, Any]:
    """Publish a translated page with another text, and press nothing."""
    page = scene.write("Haku päättyy maanantaina", intro="<p>Lähetä hakemus.</p>")
    translation = scene.translate(page)
    before = scene.seen(scene.target(translation))
    mails = len(mail.outbox)
    scene.rewrite(page, title="Haku päättyy perjantaina")
    report = scene.signed_in().get(
        reverse("wagtail_localize:translations_report"), {"source_title": "Haku päättyy"}
    )
    segments = scene.props(scene.target(translation))["segments"]
    return {
        "status": scene.status(translation),
        "reported": report.content.decode().count("Up to date"),
        "mails": len(mail.outbox) - mails,
        "public_before": before,
        "public_after": scene.seen(scene.target(translation)),
        "source_in_the_editor": [row["source"] for row in segments],
    }


def fact_02() -> dict[str, Any]:
    """Change a word of the title, sync, and publish the translation."""
    page = scene.write("Haku alkaa", intro="<p>Tervetuloa.</p>")
    translation = scene.translate(page)
    address = scene.edit_address(scene.target(translation))
    scene.rewrite(page, title="Haku alkoi")
    scene.sync(translation)
    shown = scene.props(scene.target(translation))["initialStringTranslations"]
    status = scene.status(translation)
    scene.signed_in().post(address, {"action": "publish"})
    return {
        "status_after_sync": status,
        "in_the_editor": [row["data"] for row in shown],
        "in_the_database": scene.written(translation, "title"),
        "public": scene.seen(scene.target(translation)),
    }


def fact_04() -> dict[str, Any]:
    """Say the same sentence on a second page."""
    sentence = "<p>Hakemus lähetetään verkossa.</p>"
    first = scene.write("Yksi", intro=sentence)
    scene.translate(first)
    second = scene.write("Kaksi", intro=sentence)
    translation = scene.translate(second, texts=False)
    given = scene.props(scene.target(translation))
    return {
        "status": scene.status(translation),
        "in_the_editor": [row["data"] for row in given["initialStringTranslations"]],
        "known_translation_is_in_the_editor": "sv Hakemus"
        in scene.editor(scene.target(translation)),
    }


def fact_12() -> dict[str, Any]:
    """Save a draft of the translation of a live page."""
    translation = scene.translate(scene.write("Palvelut", intro="<p>Avoinna.</p>"))
    _begin_to_change(translation)
    translation.save_target(publish=False)
    target = scene.target(translation)
    return {
        "live_row": target.title,
        "live_revision": target.live_revision.as_object().title,
        "public": scene.seen(target),
        "has_unpublished_changes": target.has_unpublished_changes,
    }


def fact_13() -> dict[str, Any]:
    """Translate a subtree in which a translator is at work; as it comes, and as drafts."""
    return {
        "as_it_comes": _subtree(follows_the_source=True),
        "as_drafts": _subtree(follows_the_source=False),
    }


def _subtree(*, follows_the_source: bool) -> dict[str, Any]:
    parent = scene.write("Osasto")
    live = scene.translate(scene.write("Julkinen", under=parent))
    withdrawn = scene.translate(scene.write("Peruttu", under=parent))
    scene.now(withdrawn.source.get_source_instance()).unpublish()
    for translation in (live, withdrawn):
        _begin_to_change(translation)
    with override_settings(WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE=follows_the_source):
        status = scene.submit("admin", parent, "sv", include_subtree="on")
    return {
        "status": status,
        "public": scene.seen(scene.target(live)),
        "public_of_the_withdrawn": scene.seen(scene.target(withdrawn)),
    }


def _begin_to_change(translation: Translation) -> None:
    """Change the translation of a title and leave it at that."""
    StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, context__path="title"
    ).update(data="sv Utkast")
