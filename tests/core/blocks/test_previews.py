"""Every block shows editors an example of itself, with the site's own styles."""

import pytest
from django.urls import reverse

from news.models import NewsPage

BLOCKS = NewsPage._meta.get_field("body").stream_block.child_blocks
#: Their examples would need rows of the database, which a new site has not got.
EMPTY = {"contact", "documents", "picture", "video"}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_is_previewed_with_the_sites_styles(name, client_as):
    block = BLOCKS[name]
    answer = client_as("editor").get(
        reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}
    )
    assert answer.status_code == 200
    html = answer.content.decode()
    assert "/css/" in html
    if name not in EMPTY:
        value = block.get_preview_value()
        words = next(filter(None, value.values())) if hasattr(value, "values") else value
        assert str(words).removeprefix("<p>")[:8] in html


def test_a_preview_is_for_staff(client):
    answer = client.get(reverse("wagtailadmin_block_preview"), {"id": "x"})
    assert answer.status_code == 302
