"""The demo's own pictures: one for each name, the same each time, quick to draw."""

import time

import pytest

from core.drawing import SCENES, draw_portrait, draw_scene
from core.drawing.canvas import Canvas
from core.drawing.palette import Dice, hexed, mix, multiply, rgb
from core.drawing.portraits import STYLES, face

SMALL = (320, 200)


@pytest.mark.parametrize("name", sorted(SCENES))
def test_a_scene_is_drawn_whole(name):
    """On a magenta sheet, magenta that shows is a hole in the scene."""
    canvas = Canvas(SMALL)
    canvas.image.paste("#ff00ff", (0, 0, *canvas.image.size))
    SCENES[name](canvas)
    colours = {colour for _, colour in canvas.image.getcolors(1_000_000)}
    assert (255, 0, 255) not in colours
    assert len(colours) > 100
    assert draw_scene(name, SMALL).size == SMALL


def test_a_scene_is_the_same_each_time_and_no_two_are_alike():
    assert draw_scene("school", SMALL).tobytes() == draw_scene("school", SMALL).tobytes()
    assert len({draw_scene(name, SMALL).tobytes() for name in SCENES}) == len(SCENES)


def test_a_scene_fills_a_frame_of_any_shape():
    for size in ((400, 100), (100, 400), (123, 77)):
        assert draw_scene("lake_town", size).size == size


def test_the_largest_scene_takes_less_than_three_seconds():
    began = time.process_time()
    draw_scene("workshop")
    assert time.process_time() - began < 3


def test_an_unknown_scene_is_refused():
    with pytest.raises(KeyError):
        draw_scene("castle")


def test_a_scene_without_a_size_is_refused():
    with pytest.raises(ValueError, match="needs a size"):
        draw_scene("school", (0, 10))


def test_portraits_follow_from_the_key_and_differ():
    keys = [f"person-{number}" for number in range(60)]
    assert len({face(key) for key in keys}) == len(keys)
    assert {face(f"person-{number}").style for number in range(200)} == set(STYLES)
    one = draw_portrait("aino", (120, 120))
    assert one.size == (120, 120)
    assert one.tobytes() == draw_portrait("aino", (120, 120)).tobytes()
    assert one.tobytes() != draw_portrait("omar", (120, 120)).tobytes()


def test_colours_are_read_mixed_and_printed_over_each_other():
    assert hexed(rgb("#0d4a3e")) == "#0d4a3e"
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert sum(rgb(multiply("#0d4a3e", "#f2a33a"))) < sum(rgb("#f2a33a"))
    with pytest.raises(ValueError, match="not a #rrggbb"):
        rgb("red")


def test_dice_are_the_same_for_the_same_word_and_never_run_out():
    one, other = Dice("a"), Dice("a")
    row = [one.share() for _ in range(200)]
    assert row == [other.share() for _ in range(200)]
    assert len(set(row)) > 190
    assert all(0 <= share < 1 for share in row)
