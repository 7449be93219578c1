"""Timed text: what is read, what is refused and how, and that nothing foreign is ever written."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
import webvtt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from videos import cue_text, cues
from videos.cues import Cue, CueError

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FIRST = "00:00:01.000 --> 00:00:02.500"
HEAD = f"WEBVTT\n\n{FIRST}"


def vtt(payload: str, settings: str = "") -> str:
    """Return a WebVTT file of one caption."""
    return f"{HEAD} {settings}".rstrip() + f"\n{payload}\n"


def srt(payload: str) -> str:
    """Return a SubRip file of one caption."""
    return f"1\n00:00:01,000 --> 00:00:02,500\n{payload}\n"


def payload_of(text: str) -> str:
    """Return the text of the only caption of a file, as it would be written."""
    (cue,) = cues.parse(text)
    return cue.payload


def refusal(text: str | bytes) -> str:
    """Return the sentence a timed text is refused with."""
    with pytest.raises(CueError) as caught:
        cues.read(text) if isinstance(text, bytes) else cues.parse(text)
    return str(caught.value.message)


def attempt(content: str | bytes) -> list[Cue] | None:
    """Return the cues of a timed text; None where it is refused with a sentence."""
    try:
        return cues.read(content) if isinstance(content, bytes) else cues.parse(content)
    except CueError as error:
        return None if str(error.message) else []


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Compare sentences in the language of the source."""
    from django.utils import translation

    with translation.override("en"):
        yield


# Reading ------------------------------------------------------------------------------------------


def test_a_webvtt_file_is_read_with_speakers_settings_and_names():
    (cue,) = cues.parse(
        "WEBVTT - Koulussa\nKind: captions\n\nalku\n"
        "00:01.000 --> 00:02.500 position:10% align:start\n<v.loud Oivi>Hei <i>sinä</i>!\n"
    )
    assert cue == Cue(1.0, 2.5, "<v.loud Oivi>Hei <i>sinä</i>!", "alku", "position:10% align:start")
    assert (cue.speaker, cue.text, cue.key) == ("Oivi", "Hei sinä!", FIRST)
    assert cue.reading_speed == len("Hei sinä!") / 1.5


def test_a_subrip_file_is_converted_with_its_looks_dropped_and_its_place_kept():
    found = cues.parse(
        "\ufeff1\r\n0:00:01,000 --> 00:00:02,500 X1:100\r\n"
        "{\\an8}{\\c&HFF&}<font color=\"#f00\" face='x'>Hei</font> <B>sinä</B>{i}!{/i}\r\n\r\n"
        "2\r\n00:00:03,000 --> 00:00:04,5\r\nTom & Jerry<br/>5 < 7 > 3\r\n"
    )
    assert [(cue.payload, cue.settings) for cue in found] == [
        ("Hei <b>sinä</b><i>!</i>", "line:0"),
        ("Tom &amp; Jerry\n5 &lt; 7 &gt; 3", ""),
    ]
    assert found[1].text == "Tom & Jerry\n5 < 7 > 3"
    assert not any(cue.identifier for cue in found)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plain", vtt("Äö").encode()),
        ("byte order mark", b"\xef\xbb\xbf" + vtt("Äö").encode()),
        ("CRLF", vtt("Äö").replace("\n", "\r\n").encode()),
        ("lone CR", vtt("Äö").replace("\n", "\r").encode()),
        ("UTF-16 little", b"\xff\xfe" + vtt("Äö").encode("utf-16-le")),
        ("UTF-16 big", b"\xfe\xff" + vtt("Äö").encode("utf-16-be")),
        ("no line end", vtt("Äö").rstrip("\n").encode()),
        ("empty lines first", b"\n \n" + vtt("Äö").encode()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_line_ends_and_encodings_that_programs_write_are_read(name, data):
    assert cues.read(data) == [Cue(1.0, 2.5, "Äö")]


def test_notes_styles_and_regions_are_dropped():
    found = cues.parse(
        "WEBVTT\n\nNOTE kirjoittanut\nmatti\n\nSTYLE\n::cue { background: url(https://e.org/x) }\n\n"
        f"REGION\nid:fred\nwidth:40%\n\n{FIRST} region:fred\nHei\n\nNOTE loppu\n"
    )
    assert found == [Cue(1.0, 2.5, "Hei")]
    assert cues.write(found) == f"WEBVTT\n\n{FIRST}\nHei\n"


@pytest.mark.parametrize(
    ("given_settings", "kept"),
    [
        ("line:0 position:50%,line-left size:80.5% align:end vertical:rl", None),
        ("line:-1,start", None),
        ("position:120% align:middle", ""),
        ("line:1000 size:5", ""),
        ("align:start align:end", "align:start"),
        ("onclick:alert(1) style:url(x) region:fred", ""),
        ("align:start<script>", ""),
    ],
)
def test_cue_settings_are_kept_only_where_the_standard_knows_them(given_settings, kept):
    (cue,) = cues.parse(vtt("Hei", given_settings))
    assert cue.settings == (given_settings if kept is None else kept)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"WEBVTT\n{FIRST}\nA\n00:00:03.000 --> 00:00:04.000\nB", ["A", "B"]),
        ("1\n00:00:01,0 --> 00:00:02,0\nA\n2\n00:00:03,0 --> 00:00:04,0\nB", ["A", "B"]),
        (f"WEBVTT\n\n1\n{FIRST}\nA\n2\n00:00:03.000 --> 00:00:04.000\nB", ["A", "B"]),
        # A number that is spoken stays: the captions have no numbers of their own.
        (f"WEBVTT\n\n{FIRST}\nKolme\n3\n00:00:03.000 --> 00:00:04.000\nB", ["Kolme\n3", "B"]),
        ("1\n\n00:00:01,0 --> 00:00:02,0\nA\n\n2\n", ["A"]),
    ],
)
def test_a_forgotten_empty_line_does_not_join_two_captions(text, expected):
    assert [cue.payload for cue in cues.parse(text)] == expected


def test_captions_are_put_in_the_order_of_their_times_and_may_be_long():
    found = cues.parse(f"WEBVTT\n\n100:00:00.000 --> 101:00:00.000\nB\n\n{FIRST}\nA\n")
    assert [(cue.start, cue.payload) for cue in found] == [(1.0, "A"), (360_000.0, "B")]
    assert "100:00:00.000 --> 101:00:00.000" in cues.write(found)


@pytest.mark.parametrize(
    "line",
    ["مرحباً \u200fبك\u200e!", "\u2067שלום\u2069 123", "Čáppa davvisámegiella", "ʹǩõâ", "👋🏽 hei"],
)
def test_right_to_left_text_its_marks_and_rare_letters_are_kept(line):
    assert payload_of(vtt(line)) == line


def test_references_are_resolved_once_and_written_as_the_standard_wants_them():
    assert payload_of(vtt("a&nbsp;&eacute;&#228;&#xE4; &amp; &rlm;")) == "a\xa0éää &amp; \u200f"
    assert payload_of(vtt("&amp;lt;b&amp;gt;")) == "&amp;lt;b&amp;gt;"
    assert cues.plain("&amp;lt;b&amp;gt;") == "&lt;b&gt;"
    assert payload_of(vtt("a < b, c > d, I <3 you, AT&T")) == (
        "a &lt; b, c &gt; d, I &lt;3 you, AT&amp;T"
    )


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ("<I>a</I>", "<i>a</i>"),
        ("<b><i>a", "<b><i>a</i></b>"),
        ("a</i></b>", "a"),
        ("<b>a<i>b</b>c", "<b>a<i>b</i></b>c"),
        ("<c.red.bg_blue.9x>a</c>", "<c.red.bg_blue>a</c>"),
        ("<v>nimetön", "nimetön"),
        ("<v  Aino \t A&amp;B >Hei</v>", "<v Aino A&amp;B>Hei</v>"),
        ("<v\nAino>Hei", "<v Aino>Hei"),
        ("<v Aino>Hei\n<v Rehtori>Terve", "<v Aino>Hei\n<v Rehtori>Terve"),
        ("<lang sv-FI>Hej</lang>", "<lang sv-FI>Hej</lang>"),
        ('<lang "x>Hej</lang>', "Hej"),
        ("<ruby>a<rt>b</rt></ruby>", "<ruby>a<rt>b</rt></ruby>"),
        ("a<00:00:01.500>b", "a<00:00:01.500>b"),
        ("a<99:99>b", "a&lt;99:99&gt;b"),
        ("<i onclick=alert(1)>a</i>", "<i>a</i>"),
        ("  a \x07 \u2028 b  ", "a b"),
    ],
)
def test_tags_of_the_standard_are_written_in_order_and_bare(payload, expected):
    assert payload_of(vtt(payload)) == expected


# Refusals -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The file is empty."),
        ("\ufeff \n\t\n", "The file is empty."),
        ("Hei", "This is neither WebVTT nor SubRip (SRT): there are no times in it."),
        ("WEBVTTX\n\nHei", "This is neither WebVTT nor SubRip (SRT): there are no times in it."),
        ("WEBVTT\n", "There is not a single caption in the file."),
        ("WEBVTT\n\nNOTE Hei", "There is not a single caption in the file."),
        (vtt("a\x00b"), "The file is not text."),
        (vtt("a\ud800b"), "The file is not text."),
        (
            "WEBVTT\n\n00:00:02.000 --> 00:00:01.000\nHei",
            "Caption 1 ends before it begins: 00:00:02.000 --> 00:00:01.000",
        ),
        (vtt(""), f"Caption 1 is empty: {FIRST}"),
        (vtt("<i></i>"), f"Caption 1 is empty: {FIRST}"),
        (
            f"{HEAD}\nA\n\n{FIRST}\nB\n",
            f"Two captions have the same times: {FIRST}",
        ),
        (
            f"{HEAD}\nA\n\n00:03.000 --> 00:04.000\n<script>alert(1)</script>",
            "Caption 2 holds a tag that is none of WebVTT's, <script>: "
            "00:00:03.000 --> 00:00:04.000",
        ),
        (
            vtt("<img src=x onerror=alert(1)>"),
            f"Caption 1 holds a tag that is none of WebVTT's, <img src=x onerror=al>: {FIRST}",
        ),
        (
            vtt("<!-- x"),
            f"Caption 1 has a < that begins no tag, “<!-- x”; write &lt; for it: {FIRST}",
        ),
        (vtt("a<b"), f"Caption 1 has a < that begins no tag, “<b”; write &lt; for it: {FIRST}"),
        (
            f"{HEAD}\nEnsimmäinen\n\ntoinen kappale\n",
            "Line 6, “toinen kappale”, belongs to no caption: there are no times above it.",
        ),
        (
            "WEBVTT\n\n-00:00:01.000 --> 00:00:02.000\nHei",
            "The times in line 3, “-00:00:01.000 --> 00:00:02.000”, are not written like "
            "00:00:01.000 --> 00:00:03.500.",
        ),
        (
            "1\n00:00:61,000 --> 00:00:62,000\nHei",
            "The times in line 2, “00:00:61,000 --> 00:00:62,000”, are not written like "
            "00:00:01,000 --> 00:00:03,500.",
        ),
        (
            "WEBVTT\n\n٠٠:٠٠:٠١.٠٠٠ --> ٠٠:٠٠:٠٢.٠٠٠\nHei",
            "The times in line 3, “٠٠:٠٠:٠١.٠٠٠ --> ٠٠:٠٠:٠٢.٠٠٠”, are not written like "
            "00:00:01.000 --> 00:00:03.500.",
        ),
        (vtt("a" * 2001), f"Caption 1 is longer than 2,000 characters: {FIRST}"),
        (vtt("&" * 401), f"Caption 1 is longer than 2,000 characters: {FIRST}"),
    ],
)
def test_a_fault_is_told_with_the_caption_and_its_time(text, sentence):
    assert refusal(text) == sentence


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (vtt("Äö").encode("latin-1"), "The file is not text in UTF-8. Save it again as UTF-8."),
        (b"\xff\xfe" + b"W\x00E", "The file is not text in UTF-8. Save it again as UTF-8."),
        (vtt("Äö").encode("utf-16-le"), "The file is not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "The file is not text"),
        (b"\x00\x00\x00\x20ftypisom", "The file is not text."),
        (b"WEBVTT\n\n" + b"x" * cues.MAX_SIZE, "The file is too large for captions: at most 1 MB."),
    ],
)
def test_a_file_that_is_no_text_is_refused(data, sentence):
    assert refusal(data).startswith(sentence)


def many(number: int, payload: str = "Hei") -> str:
    """Return a WebVTT file of ``number`` captions of a second each."""
    times = (
        f"{cues.timestamp(second)} --> {cues.timestamp(second + 1)}" for second in range(number)
    )
    return "WEBVTT\n\n" + "\n\n".join(f"{time}\n{payload}" for time in times)


def test_ten_megabytes_and_a_hundred_thousand_captions_are_refused():
    assert "at most 1 MB" in refusal(many(10, "Hei " * 250_000).encode())
    assert "at most 1 MB" in refusal(many(100_000))
    assert "more than 5,000 captions" in refusal(many(5_001))
    assert len(cues.parse(many(5_000))) == 5_000


def test_a_text_that_grows_beyond_the_limit_when_it_is_written_is_refused():
    text = many(5_000, "&" * 150)
    assert len(text) < cues.MAX_SIZE < 5_000 * len("&amp;") * 150
    assert "at most 1 MB" in refusal(text)


@contextmanager
def at_most_a_minute_of_cpu() -> Iterator[None]:
    """Break off what would go on for hours: a pattern that reads the same signs again and again."""

    def stop(number: int, frame: object) -> None:
        raise AssertionError("reading took more than a minute of CPU")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, 60)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize(
    "unit",
    ["<", "<a ", "<v", "<v ", "<c.a", ".a", "&", "&#1", "&lt", "-->", " ", "\t", "{\\", "<font ",
     "<i>", "</i>", "<i></b>", "\u3000", "1\n", "\n\n", "0", "00:", "{i}", "<00:00:00.000>"],
)  # fmt: skip
@pytest.mark.parametrize("make", [vtt, srt, lambda text: text, lambda text: f"{HEAD} {text}\nHei"])
def test_a_megabyte_of_anything_is_read_or_refused_in_time(unit, make):
    filling = unit * (900_000 // len(unit.encode()))
    with at_most_a_minute_of_cpu():
        cues.write(attempt(make(filling)) or [])
        cue_text.plain(filling[:100_000])
        assert len(Cue(0, 1, f"<v {filling[:100_000]}").speaker) < 100_000


# Writing ------------------------------------------------------------------------------------------


def test_whoever_made_a_cue_it_cannot_bring_another_into_the_file():
    evil = Cue(1.0, 2.5, f"a\n\n{FIRST}\n<i>b", f"x\n{FIRST}", "align:start\n\nNOTE")
    (cue,) = cues.parse(cues.write([evil]))
    assert cue.payload == f"a\n{FIRST.replace('>', '&gt;')}\n<i>b</i>"
    assert (cue.identifier, cue.settings) == ("", "align:start")
    with pytest.raises(CueError, match="<script>"):
        cues.write([Cue(0, 1, "<script>")])


def test_the_name_of_a_cue_is_no_markup():
    (cue,) = cues.parse(f"WEBVTT\n\n<font color=red>\n{FIRST}\nHei\n")
    assert cue.identifier == ""


def test_what_somebody_types_is_text_and_nothing_else():
    typed = "1 < 2 & <b>x</b> -->\r\n\r\n  toinen  rivi "
    assert cues.escape(typed) == "1 &lt; 2 &amp; &lt;b&gt;x&lt;/b&gt; --&gt;\ntoinen rivi"
    assert cues.plain(cues.escape(typed)) == "1 < 2 & <b>x</b> -->\ntoinen rivi"


TAGS_WRITTEN = re.compile(r"</?(?:c|i|b|u|v|lang|ruby|rt)(?:\.[A-Za-z][\w-]*)*(?: [^<>\n]+)?>")
TIMES_WRITTEN = re.compile(r"<(?:\d{2,4}:)?\d{2}:\d{2}\.\d{3}>")


def assert_nothing_foreign(text: str) -> None:
    """Fail if a written file holds anything but times, settings, text and WebVTT's own bare tags."""
    bare = TIMES_WRITTEN.sub("", TAGS_WRITTEN.sub("", text))
    head, *blocks = text.rstrip("\n").split("\n\n")
    assert head == "WEBVTT"
    assert "<" not in bare
    assert all(block.count("-->") == 1 for block in blocks)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u2028]", text)
    strict = webvtt.from_string(text, strict=True)
    assert ["\n".join(caption.lines) for caption in strict.captions] == [
        cue.payload for cue in cues.parse(text)
    ]


PIECES = st.sampled_from(
    ["WEBVTT", "\n", "\n\n", FIRST, "00:00:03.000 --> 00:00:04.000", "00:00:03,000 --> 00:00:04,000",
     "-->", " --> ", "NOTE", "STYLE", "REGION", "::cue{background:url(//e.org)}", "<script>", "</script>",
     "<i>", "</i>", "<b>", "<v Aino>", "<v ", "<c.red>", "<lang fi>", "<00:00:01.000>", "<", ">", "&", "&lt;",
     "&gt;", "&#10;", "&#0;", "&NewLine;", "&#x2028;", "&amp;lt;", "{\\an8}", "<font color=red>", "</font>",
     "\r", "\r\n", "\t", "\x0b", "\x85", "\u2028", "\ufeff", "\u200f", "\u2067", "align:start", "line:0",
     "Hei", "مرحبا", "1", " ", ":", "&nbsp;", "\u3000"]
)  # fmt: skip


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30),
    st.sampled_from(["", HEAD, "1\n"]),
)
def test_any_text_is_refused_with_a_sentence_or_written_clean_and_read_back_the_same(pieces, head):
    text = head + "\n".join(["", *pieces[:3]]) + "".join(pieces[3:])
    found = attempt(text)
    if found is None:
        return
    assert found
    written = cues.write(found)
    assert cues.parse(written) == found
    assert cues.write(cues.parse(written)) == written
    assert_nothing_foreign(written)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_refused_with_a_sentence_or_read(data):
    for content in (data, HEAD.encode() + b"\n" + data):
        found = attempt(content)
        if found is not None:
            assert found
            assert_nothing_foreign(cues.write(found))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_cue_text_is_clean_after_once(text):
    try:
        once = cue_text.clean(text.replace("\r", "\n"))
    except cue_text.ForeignTagError:
        return
    assert cue_text.clean(once) == once
    assert cues.plain(cues.escape(text)) == cue_text.trimmed(text.replace("\r", "\n"))


# Advice -------------------------------------------------------------------------------------------


def test_what_is_hard_on_readers_is_told_and_nothing_else():
    found = [
        Cue(0.0, 2.0, "Sopivan pituinen rivi."),
        Cue(1.5, 3.0, "Alkaa ennen kuin edellinen loppuu"),
        Cue(3.0, 6.0, "Tällä rivillä on enemmän kuin neljäkymmentäkaksi"),
        Cue(6.0, 11.0, "Filmi loppui jo."),
    ]
    told = cues.advice(found, duration=10)
    assert [(item.code, item.number) for item in told] == [
        ("overlap", 2),
        ("fast", 2),
        ("wide", 3),
        ("late", 4),
    ]
    assert str(told[1].message) == (
        "Caption 2 is hard to read in time: 22 characters a second, at most 17 is good: "
        "00:00:01.500 --> 00:00:03.000"
    )
    assert "a line of 48 characters" in str(told[2].message)
    assert cues.advice(found[:1]) == []
    assert not [item for item in cues.advice(found) if item.code == "late"]


# The browser --------------------------------------------------------------------------------------

READ_TRACK = """async () => {
  const track = document.querySelector("track");
  track.track.mode = "hidden";
  if (track.readyState < 2) await new Promise((done, failed) => {
    track.addEventListener("load", done);
    track.addEventListener("error", failed);
  });
  return [...track.track.cues].map((cue) => [cue.startTime, cue.endTime, cue.text, cue.id, cue.align,
    cue.getCueAsHTML().textContent]);
}"""


def test_chromium_reads_the_same_captions_that_we_wrote(browser: Browser):
    payloads = [
        "<v.loud Oivi>Hei <i>sinä</i>!",
        "Tom &amp; Jerry",
        "5 &lt; 7 --&gt; kyllä",
        "مرحباً \u200fبك",
        "<lang sv>Hej</lang>\n<b>toinen</b> rivi",
        "<c.red>NOTE</c>",
        "WEBVTT",
    ]
    made = [
        Cue(float(number), number + 1.0, payload, f"nro {number}", "align:start")
        for number, payload in enumerate(payloads)
    ]
    made.append(Cue(360_000.0, 360_001.0, "Sadannen tunnin jälkeen", "", "align:end"))
    text = cues.write(made)
    assert cues.parse(text) == made
    context = browser.new_context()
    try:
        page = context.new_page()
        page.route("**/track.vtt", lambda route: route.fulfill(content_type="text/vtt", body=text))
        page.route(
            "**/page",
            lambda route: route.fulfill(
                content_type="text/html",
                body="<!doctype html><video><track default src=track.vtt></video>",
            ),
        )
        page.goto("http://films.test/page")
        read = page.evaluate(READ_TRACK)
    finally:
        context.close()
    assert [row[:5] for row in read] == [
        [cue.start, cue.end, cue.payload, cue.identifier, cue.settings.removeprefix("align:")]
        for cue in made
    ]
    assert [row[5] for row in read] == [cue.text for cue in made]
