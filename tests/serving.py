"""What the tests of serving films share: a film with a file of known bytes, and how its answers are read."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.core.signals import request_finished
from django.db import close_old_connections
from wagtail.models import Site

from tests import films
from tests.factories import HomePageFactory, NewsIndexPageFactory, NewsPageFactory, VideoFactory
from videos.delivery import YEAR
from videos.models import Video

FOREVER = f"public, max-age={YEAR}, immutable"
PRIVATE = "private, no-store"
CONTENT = bytes(range(256)) * 4
ETAG = f'"{hashlib.sha256(CONTENT).hexdigest()}"'


def small_film() -> Video:
    """Make a film on a public page, with captions, a text, and one file of 1,024 known bytes."""
    home = HomePageFactory(slug="etusivu")
    Site.objects.update(root_page=home, is_default_site=True, hostname="testserver")
    video = VideoFactory()
    row = films.with_rendition(video)
    row.file.save("small.mp4", ContentFile(CONTENT), save=False)
    row.checksum, row.size = ETAG.strip('"'), len(CONTENT)
    row.save()
    body = [{"type": "video", "value": {"video": video.pk}}]
    NewsPageFactory(parent=NewsIndexPageFactory(parent=home), body=body)
    video.refresh_from_db()
    return video


def address(video: Video) -> str:
    """Return the address of the film's one file."""
    return str(video.renditions.get().url)


def body_of(response: Any) -> bytes:
    """Return the body, and close the answer as a server does."""
    body = b"".join(response) if response.streaming else response.content
    let_go(response)
    return bytes(body)


def let_go(response: Any) -> None:
    """Close an answer, read or not, and keep the connection to the database.

    The end of a request closes it where a transaction is open, as one is in a test; Django's test client
    takes care of that for what it closes itself, and so does this.
    """
    request_finished.disconnect(close_old_connections)
    try:
        response.close()
    finally:
        request_finished.connect(close_old_connections)
