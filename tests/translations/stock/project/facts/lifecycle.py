"""What becomes of a translated page when its source is withdrawn or moved: fact 3."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import scene
from django.core.management import call_command
from django.utils import timezone


def fact_03() -> dict[str, Any]:
    """Let sources expire, unpublish them and move them; sync and publish the translations."""
    return {"expiry": _expiry(), "unpublishing": _unpublishing(), "move": _move()}


def _expiry() -> dict[str, Any]:
    page = scene.write("Haku")
    translation = scene.translate(page)
    scene.rewrite(page, expire_at=timezone.now() + timedelta(days=1))
    scene.sync(translation, publish=True)
    target = scene.target(translation)
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(days=1))
    call_command("publish_scheduled")
    return {
        "expiry_of_the_translation": target.expire_at,
        "source": scene.seen(page),
        "translation_is_live": scene.target(translation).live,
    }


def _unpublishing() -> dict[str, Any]:
    page = scene.write("Palvelu")
    translation = scene.translate(page)
    scene.now(page).unpublish()
    return {
        "source": scene.seen(page),
        "translation": scene.seen(scene.target(translation)),
        "status": scene.status(translation),
    }


def _move() -> dict[str, Any]:
    old, new = scene.write("Vanha osasto"), scene.write("Uusi osasto")
    old_target = scene.target(scene.translate(old))
    new_target = scene.target(scene.translate(new))
    page = scene.write("Sivu", under=old)
    translation = scene.translate(page)
    scene.now(page).move(scene.now(new), pos="last-child")
    scene.sync(translation, publish=True)
    parents = {old_target.pk: "old", new_target.pk: "new", old.pk: "old", new.pk: "new"}
    return {
        "source_is_under": parents[scene.now(page).get_parent().pk],
        "translation_is_under": parents[scene.target(translation).get_parent().pk],
    }
