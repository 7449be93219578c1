"""A table with header cells and a caption, translated cell by cell."""

from wagtail_localize.segments import StringSegmentValue

from core.blocks import TableBlock

TABLE = {
    "table_caption": "Työpajat",
    "first_row_is_table_header": True,
    "first_col_is_header": False,
    "table_header_choice": "row",
    "data": [["Paikkakunta", "Päivä"], ["Kuopio", "12.12.2023"], ["Kajaani", None]],
}


def test_header_cells_say_what_they_head():
    html = TableBlock().render(TABLE)
    assert '<th scope="col">Paikkakunta</th>' in html
    assert "<caption>Työpajat</caption>" in html


def test_the_first_column_can_be_the_header():
    html = TableBlock().render({**TABLE, "first_col_is_header": True})
    assert '<th scope="row">Kuopio</th>' in html


def test_a_wide_table_scrolls_in_a_named_frame_that_the_keyboard_reaches():
    html = TableBlock().render(TABLE)
    assert 'tabindex="0"' in html
    assert 'aria-label="Työpajat"' in html


def test_translators_get_the_caption_and_every_cell_with_text():
    segments = TableBlock().get_translatable_segments(TABLE)
    assert [segment.path for segment in segments] == [
        "caption",
        "cell-0-0",
        "cell-0-1",
        "cell-1-0",
        "cell-1-1",
        "cell-2-0",
    ]
    assert TableBlock().get_translatable_segments(None) == []


def test_translations_come_back_to_their_cells_and_the_original_stays():
    segments = [
        StringSegmentValue("caption", "Verkstäder"),
        StringSegmentValue("cell-1-0", "Kuopio (sv)"),
        StringSegmentValue("cell-9-9", "a cell that is gone"),
    ]
    restored = TableBlock().restore_translated_segments(TABLE, segments)
    assert restored["table_caption"] == "Verkstäder"
    assert restored["data"][1] == ["Kuopio (sv)", "12.12.2023"]
    assert TABLE["table_caption"] == "Työpajat"
    assert TABLE["data"][1][0] == "Kuopio"


def test_markup_in_a_cell_is_text():
    html = TableBlock().render({**TABLE, "data": [["a"], ["<script>alert(1)</script>"]]})
    assert "<script>" not in html
