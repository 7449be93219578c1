"""What a translator types becomes one caption, and each text finds its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videos import cue_text, cues
from videos.caption_translation import alignment, wording
from videos.caption_translation.alignment import State, Written, align
from videos.cues import Cue


@given(st.text(max_size=60))
def test_whatever_is_typed_becomes_one_caption_or_is_refused(text):
    cue = Cue(1.0, 3.0, "<v.loud A &amp; B>Hei", settings="line:0")
    text = wording.tidy(text)
    if wording.fault_of(text, cue) is not None or not wording.plain(text):
        return
    made = wording.translated(cue, wording.Words("C < D", text))
    (back,) = cues.parse(cues.write([made]))
    assert (back.start, back.end, back.settings, back.speaker) == (1.0, 3.0, "line:0", "C < D")
    assert back.text == wording.plain(text)


@given(st.text(alphabet="ab <>&;/iltgmp#1\n", min_size=1, max_size=40))
def test_what_a_translator_is_shown_means_what_the_caption_says(text):
    try:
        payload = cue_text.clean(text)
    except cue_text.ForeignTagError:
        return
    shown = wording.words_of(Cue(0, 1, payload)).text
    assert cue_text.clean(shown) == payload


def test_the_voices_of_a_dialogue_stay_in_its_text():
    cue = Cue(0, 2, "<v Oivi>- Hei!</v>\n<v Rehtori>- Moi!</v>")
    words = wording.words_of(cue)
    assert (words.speaker, "<v Rehtori>" in words.text) == ("", True)
    assert wording.fault_of(words.text, cue) is None


def test_a_caption_is_measured_as_it_is_read():
    found = wording.measure("<i>Hej</i> &amp; hå\n" + "x" * 43, 2)
    assert (found.longest, found.lines) == (43, 2)
    assert found.speed == pytest.approx((len("Hej & hå") + 43) / 2)
    assert (found.is_fast, found.is_tall, found.is_wide) == (True, False, True)
    assert wording.measure("Hej", 1).is_fast is False
    assert wording.measure("a\nb\nc", 9).is_tall
    assert wording.measure("x" * 34, 2).is_fast is False, "17 characters a second are read at ease"


@given(st.data())
def test_no_text_is_given_to_two_captions_and_none_disappears(data):
    words = st.sampled_from("abc")
    old = data.draw(st.lists(words, max_size=6))
    new = data.draw(st.lists(words, max_size=6))
    written = [
        Written(cue.key, cue.payload, f"{n}-{cue.payload}")
        for n, cue in enumerate(Cue(float(n), n + 1.0, text) for n, text in enumerate(old))
    ]
    found = align([Cue(float(n), n + 1.0, text) for n, text in enumerate(new)], written)
    used = [entry.text for entry in found.entries if entry.text]
    assert sorted([*used, *(row.text for row in found.left_over)]) == sorted(
        w.text for w in written
    )
    for entry in found.entries:
        if entry.state == State.DONE:
            assert entry.text.endswith(entry.source)


def test_speakers_and_captions_are_told_apart():
    cue = Cue(0, 1, "<v Oivi>Oivi")
    found = align([cue], [Written(alignment.SPEAKER + "Oivi", "Oivi", "Eva")])
    assert (found.speakers[0].text, found.entries[0].text) == ("Eva", "")
