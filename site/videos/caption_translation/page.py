"""What the translator's page shows of a workbench, and what its script needs to know."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from core import languages
from videos.caption_translation import lines, wording
from videos.caption_translation.alignment import State
from videos.caption_translation.workbench import Workbench
from videos.cues import LINE_LENGTH, READING_SPEED
from videos.models import VideoTrack


def progress(bench: Workbench) -> dict[str, Any]:
    """Return how far the translation is, for the page and its script."""
    found = bench.alignment
    return {
        "done": found.done,
        "total": found.total,
        "is_complete": found.is_complete,
        "differs": bench.differs_from_public,
        "said": gettext("%(done)s of %(total)s done") % {"done": found.done, "total": found.total},
    }


def context_of(bench: Workbench) -> dict[str, Any]:
    """Return what the pages of a workbench show of it."""
    source, code = bench.source, bench.code
    found = bench.alignment
    sources = source.video.manifest.get("sources") or [{"url": source.video.url, "type": ""}]
    return {
        "bench": bench,
        "video": source.video,
        "sources": sources,
        "address": reverse("videos:track_translate", args=[source.pk, code]),
        "source_lang": source.lang,
        "source_dir": languages.direction(source.language),
        "source_name": source.endonym,
        "lang": languages.html_lang(code),
        "dir": languages.direction(code),
        "endonym": languages.endonym(code),
        "progress": progress(bench),
        "changed": found.count(State.CHANGED),
        "missing": found.count(State.MISSING),
        "machine": found.count(State.MACHINE),
        "bases": lines.tokens(found),
        "labels": lines.STATE_LABELS,
        "is_spoken_text": source.kind in (VideoTrack.CAPTIONS, VideoTrack.SUBTITLES),
        "limits": {
            "speed": READING_SPEED,
            "lines": wording.MAX_LINES,
            "length": LINE_LENGTH,
            "characters": wording.MAX_LENGTH,
        },
        "script": script_texts(code),
    }


def script_texts(code: str) -> dict[str, Any]:
    """Return the sentences and limits the page's script needs, in the reader's language."""
    return {
        "language": languages.html_lang(code),
        "limits": {
            "speed": READING_SPEED,
            "lines": wording.MAX_LINES,
            "length": LINE_LENGTH,
        },
        "texts": {
            "speed": gettext("%(speed)s characters a second"),
            "fast": gettext(
                "Too fast to read: at most %(limit)s characters a second. Shorten the text."
            ),
            "tall": gettext("More than %(limit)s lines hide the picture."),
            "wide": gettext("A line is longer than %(limit)s characters."),
            "saving": gettext("Saving…"),
            "saved": gettext("Saved %(time)s"),
            "unsaved": gettext("Not saved yet"),
            "offline": gettext("Not saved: no connection. It is tried again."),
            "refused": gettext(
                "Not saved: you are signed out, or may not translate these captions any more. Sign in "
                "again in another tab; your texts stay here."
            ),
            "gone": gettext(
                "Not saved: the film's captions have changed. Copy your text and reload the page."
            ),
            "conflict": gettext("%(name)s has changed this text meanwhile:"),
            "somebody": gettext("Somebody else"),
            "states": {state: str(label) for state, label in lines.STATE_LABELS.items()},
            "play": gettext("Play"),
            "pause": gettext("Pause"),
        },
    }
