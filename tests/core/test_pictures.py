"""A page's picture follows from its key, weighs little, and no security policy minds it."""

import re
from xml.etree import ElementTree

import pytest
from django.utils.safestring import SafeString
from PIL import Image, ImageChops, ImageDraw

from core.drawing.outline import arch, disc, gable, hill, leaf, pillow
from core.pictures import mark_image, meet_image, meet_svg, meeting, write_icons

KEYS = [f"page-{number}" for number in range(200)]


def test_the_same_key_gives_the_same_picture():
    assert meet_svg("haku") == meet_svg("haku")
    assert meet_image("haku", (160, 90)).tobytes() == meet_image("haku", (160, 90)).tobytes()


def test_two_hundred_keys_give_two_hundred_pictures():
    without_ids = {re.sub(r"m[0-9a-f]{6}", "", meet_svg(key)) for key in KEYS}
    assert len(without_ids) == len(KEYS)


def test_every_picture_is_well_formed_and_without_style():
    for key in KEYS:
        markup = meet_svg(key)
        root = ElementTree.fromstring(markup)  # noqa: S314  # our own markup
        assert root.get("aria-hidden") == "true"
        assert root.get("focusable") == "false"
        assert "style" not in markup
        assert "script" not in markup


def test_a_picture_weighs_about_900_bytes():
    sizes = [len(meet_svg(key).encode()) for key in KEYS]
    assert max(sizes) <= 960
    assert sum(sizes) / len(sizes) <= 900


def test_the_dark_scheme_finds_every_part_by_its_class():
    markup = meet_svg("haku")
    for name in ("meet-ground", "meet-far", "meet-a", "meet-b", "meet-both", "meet-near"):
        assert f'class="{name}"' in markup


def test_a_hostile_key_never_reaches_the_markup():
    markup = meet_svg('"><script>alert(1)</script>')
    assert isinstance(markup, SafeString)
    assert "alert" not in markup


def _ids(markup: str) -> set[str]:
    return set(re.findall(r' id="([^"]+)"', markup))


def test_ids_differ_by_key_by_size_and_by_salt():
    one = _ids(meet_svg("a"))
    assert len(one) == 3
    for other in (meet_svg("b"), meet_svg("a", width=400), meet_svg("a", salt="2")):
        assert not one & _ids(other)


def test_every_reference_points_at_an_id_of_the_same_picture():
    for key in KEYS[:20]:
        markup = meet_svg(key)
        used = set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', markup))
        assert {left or right for left, right in used} <= _ids(markup)


def test_the_two_shapes_always_meet():
    for key in KEYS:
        scene = meeting(key)
        masks = []
        for shape in (scene.first, scene.second):
            mask = Image.new("1", (200, 113))
            ImageDraw.Draw(mask).polygon(shape.points(0.25), fill=1)
            masks.append(mask)
        assert ImageChops.logical_and(*masks).getbbox(), key


def test_a_picture_without_a_size_is_refused():
    with pytest.raises(ValueError, match="needs a size"):
        meet_svg("a", width=0)


@pytest.mark.parametrize("size", [(1200, 630), (480, 640), (90, 90)])
def test_the_image_has_the_size_asked_for(size):
    assert meet_image("a", size).size == size


@pytest.mark.parametrize(
    "outline",
    [
        disc(50, 50, 40),
        arch(50, 10, 40, 90),
        hill(50, 70, 40),
        leaf(50, 50, 40, 20),
        pillow(50, 50, 34, 20),
        gable(50, 10, 40, 90),
    ],
)
def test_an_outline_flattens_inside_its_frame(outline):
    assert all(-1 <= x <= 101 and -1 <= y <= 101 for x, y in outline.points())
    assert outline.svg().startswith("M")
    assert outline.svg().endswith("Z")


def test_the_icons_are_written_small_and_in_their_sizes(tmp_path):
    written = {path.name: path for path in write_icons(tmp_path)}
    sides = {"apple-touch-icon": 180, "icon-192": 192, "icon-512": 512, "icon-maskable-512": 512}
    for name, side in sides.items():
        with Image.open(written[f"{name}.png"]) as icon:
            assert icon.size == (side, side)
    with Image.open(written["favicon.ico"]) as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert "style" not in written["favicon.svg"].read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in written.values()) < 20_000


def test_a_maskable_icon_keeps_its_mark_inside_the_safe_circle():
    icon = (
        mark_image(500, ground="#ffffff", share=0.62).convert("L").point(lambda v: 255 * (v < 250))
    )
    left, top, right, foot = icon.getbbox()
    assert max(right - 250, 250 - left) ** 2 + max(foot - 250, 250 - top) ** 2 / 4 < 200**2
