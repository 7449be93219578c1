"""A video elsewhere: recognised by its address, loaded by nobody before the reader asks."""

import pytest
from django.core.exceptions import ValidationError

from core.blocks import VideoEmbedBlock
from core.blocks.media import HostedVideo, hosted_video


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", ("youtube", "abcdefghijk")),
        ("https://youtu.be/abcdefghijk?t=10", ("youtube", "abcdefghijk")),
        ("https://www.youtube.com/embed/abcdefghijk", ("youtube", "abcdefghijk")),
        ("https://m.youtube.com/shorts/abc-efg_ijk", ("youtube", "abc-efg_ijk")),
        ("https://vimeo.com/123456789", ("vimeo", "123456789")),
        ("https://player.vimeo.com/video/123456789", ("vimeo", "123456789")),
    ],
)
def test_addresses_people_copy_are_recognised(url, expected):
    assert hosted_video(url) == HostedVideo(*expected)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/watch?v=abcdefghijk",
        "https://youtube.com.example.org/watch?v=abcdefghijk",
        "https://www.youtube.com/watch?v=short",
        'https://www.youtube.com/embed/"onload=alert',
        "javascript:alert(1)//youtu.be/abcdefghijk",
        "https://www.youtube.com/channel/abcdefghijk",
        "https://vimeo.com/nokia",
        "",
    ],
)
def test_anything_else_is_no_video(url):
    assert hosted_video(url) is None


def test_the_block_refuses_an_unknown_service_at_its_address_field():
    block = VideoEmbedBlock()
    value = block.to_python(
        {"url": "https://www.example.org/v/1", "title": "Elokuva", "poster": None}
    )
    with pytest.raises(ValidationError) as refusal:
        block.clean(value)
    assert "url" in refusal.value.block_errors


@pytest.mark.django_db
def test_only_the_frame_may_contact_the_service(client):
    response = client.get("/video-frame/youtube/abcdefghijk/")
    assert response.status_code == 200
    assert (
        "frame-src 'self' https://www.youtube-nocookie.com" in response["Content-Security-Policy"]
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    ["youtube/short/", "example/abcdefghijk/", "vimeo/abcdefghijk/", "youtube/%22%3E%3Cscript%3E/"],
)
def test_a_frame_for_anything_else_is_not_found(client, path):
    assert client.get(f"/video-frame/{path}").status_code == 404
