"""What is written of a film, in the language asked for or the nearest there is."""

from __future__ import annotations

from django.conf import settings

from core import languages
from videos.languages import lang_of_name
from videos.manifest import Text
from videos.models import Video


def text_in(video: Video, code: str) -> Text | None:
    """Return what is written of ``video`` in the language ``code``; None where nothing is written.

    Where that language has nothing: its fallback's, what is written in the language spoken in the
    film, in the site's main language, in any.
    """
    texts: dict[str, Text] = video.manifest.get("texts", {})
    fallback = languages.KNOWN[code].fallback if code in languages.KNOWN else None
    spoken = written_code(video.spoken_language)
    nearest = (code, fallback or code, spoken, settings.LANGUAGE_CODE, *sorted(texts))
    return next((texts[c] for c in nearest if c in texts and texts[c]["title"]), None)


def written_code(spoken: str) -> str:
    """Return the code of the language in which what is spoken or signed is written down."""
    return spoken if spoken in languages.KNOWN else lang_of_name(spoken) or spoken
