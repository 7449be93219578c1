"""Captions go out as PO and come back: what fits is taken, the rest is named, times never change."""

from __future__ import annotations

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories
from tests.videos.captions import SWEDISH, THREE, bench, film, finished, write
from videos import cues
from videos.caption_translation import po, wording
from videos.caption_translation.alignment import State
from videos.cues import Cue
from videos.models import TranslatedCue, VideoTrack

pytestmark = pytest.mark.django_db
KEYS = [cue.key for cue in cues.parse(THREE)]


def url(source, code="sv", name="track_po_upload"):
    return reverse(f"videos:{name}", args=[source.pk, code])


def exported(source, code="sv"):
    return polib.pofile(po.export(bench(source, code)))


def filled(source, texts=SWEDISH, code="sv"):
    """Return the exported file with ``texts`` for the captions."""
    made = exported(source, code)
    rows = [row for row in made if row.msgctxt != po.SPEAKER_CONTEXT]
    for row, text in zip(rows, texts, strict=False):
        row.msgstr = text
    return made


def upload(client, source, content, code="sv"):
    data = content if isinstance(content, bytes) else str(content).encode()
    return client.post(url(source, code), {"file": SimpleUploadedFile("x.po", data)})


def taken(source, content, user, code="sv"):
    opened = bench(source, code)
    return po.take(po.read(str(content).encode(), opened), opened, user)


# Out ----------------------------------------------------------------------------------------------


def test_the_file_holds_each_caption_with_its_times_and_what_a_translator_must_know(
    town, client_as
):
    source = film(title="Koulussa")
    response = client_as("translator.sv").get(url(source, name="track_po"))
    assert response["Content-Type"] == "text/x-gettext-translation; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="koulussa-sv.po"'
    assert response["X-Content-Type-Options"] == "nosniff"
    made = polib.pofile(response.content.decode())
    assert made.metadata["Language"] == "sv"
    assert made.metadata["X-Kohtaamo-Track"] == str(source.pk)
    assert made.metadata["X-Kohtaamo-Digest"] == source.digest
    assert "Koulussa" in made.header
    names = [row.msgid for row in made if row.msgctxt == "speaker"]
    rows = {row.msgctxt: row for row in made if row.msgctxt != "speaker"}
    assert names == ["Oivi", "Rehtori"]
    assert list(rows) == KEYS
    assert rows[KEYS[1]].msgid == "Tervetuloa <i>kouluun</i> & kotiin."
    assert "Rehtori" in rows[KEYS[1]].comment
    assert "42" in rows[KEYS[1]].comment, "2.5 seconds at 17 characters"
    assert not VideoTrack.objects.filter(language="sv").exists(), "reading writes nothing"


def test_what_needs_a_second_look_goes_out_as_fuzzy(town):
    source = film()
    finished(source, town.staff["admin"])
    source.content = THREE.replace("Hei!", "Terve!")
    source.save()
    first, *others = [row for row in exported(source) if row.msgctxt != "speaker"]
    assert (first.fuzzy, first.msgstr, first.previous_msgid) == (True, "Hej!", "Hei!")
    assert not any(row.fuzzy for row in others)


@pytest.mark.parametrize("code", ["ar", "fi-simple", "en"])
def test_the_header_names_the_language_as_its_tag(town, code):
    assert exported(film(), code).metadata["Language"] == code


# In -----------------------------------------------------------------------------------------------


def test_a_translated_file_is_taken_and_says_so(town, client_as):
    source = film()
    response = upload(client_as("translator.sv"), source, filled(source, SWEDISH[:2]))
    report = response.context["report"]
    assert (response.status_code, report.taken, report.left) == (200, 2, [])
    assert [entry.text for entry in bench(source).alignment.entries] == [*SWEDISH[:2], ""]
    assert not VideoTrack.objects.get(language="sv").is_ready, "nothing is shown before finishing"
    again = upload(client_as("translator.sv"), source, filled(source, SWEDISH[:2]))
    assert (again.context["report"].taken, again.context["report"].same) == (0, 2)


def test_a_speakers_name_comes_back_too(town):
    source = film()
    made = filled(source)
    made.find("Rehtori", msgctxt="speaker").msgstr = "Rektor"
    taken(source, made, town.staff["admin"])
    track = bench(source).finish(town.staff["admin"])
    assert cues.parse(track.content)[1].speaker == "Rektor"


def test_fuzzy_entries_are_not_taken(town):
    source = film()
    made = filled(source)
    made.find("Hei!").flags.append("fuzzy")
    report = taken(source, made, town.staff["admin"])
    assert (report.taken, [left.where for left in report.left]) == (2, [KEYS[0]])
    assert bench(source).alignment.entries[0].state == State.MISSING


def test_of_a_file_made_from_older_captions_what_still_fits_is_taken(town):
    source = film()
    made = filled(source)
    source.content = THREE.replace("Hei!", "Terve!").replace("00:00:05.000", "00:00:06.000")
    source.save()
    report = taken(source, made, town.staff["admin"])
    entries = bench(source).alignment.entries
    assert [entry.text for entry in entries] == ["", SWEDISH[1], SWEDISH[2]], "one was only moved"
    assert [(left.where, left.text) for left in report.left] == [(KEYS[0], "Hej!")]


def test_a_context_the_film_does_not_have_is_named(town, client_as):
    source = film()
    made = filled(source)
    made.append(polib.POEntry(msgctxt="00:09:00.000 --> 00:09:01.000", msgid="x", msgstr="y"))
    made.append(polib.POEntry(msgctxt="speaker", msgid="Joku muu", msgstr="Någon"))
    made.append(polib.POEntry(msgid="ilman kontekstia", msgstr="utan"))
    response = upload(client_as("translator.sv"), source, made)
    report = response.context["report"]
    assert report.taken == 3
    assert {left.text for left in report.left} == {"y", "Någon", "utan"}
    assert "00:09:00.000" in response.content.decode()


def test_a_tag_that_is_none_of_webvtts_is_refused_with_its_caption_named(town, client_as):
    source = film()
    made = filled(source, ("<script>alert(1)</script>", *SWEDISH[1:]))
    response = upload(client_as("translator.sv"), source, made)
    report = response.context["report"]
    assert (report.taken, [left.where for left in report.left]) == (2, [KEYS[0]])
    assert "<script>alert" not in response.content.decode()
    assert bench(source).alignment.entries[0].text == ""


@pytest.mark.parametrize("text", ["a --> b", "a\n\n00:00:07.000 --> 00:00:08.000\nb", "NOTE\n\nx"])
def test_no_text_from_a_file_can_add_or_move_a_caption(town, text):
    source = film()
    taken(source, filled(source, (text, *SWEDISH[1:])), town.staff["admin"])
    track = bench(source).finish(town.staff["admin"])
    assert [cue.key for cue in cues.parse(track.content)] == KEYS


def test_times_written_into_a_file_change_nothing(town):
    source = film()
    made = filled(source)
    made.find("Hei!").msgctxt = "00:00:00.500 --> 00:00:02.000"
    taken(source, made, town.staff["admin"])
    track = bench(source).finish(town.staff["admin"])
    assert [cue.key for cue in cues.parse(track.content)] == KEYS


def test_a_caption_that_is_in_the_file_twice_is_left(town):
    source = film()
    made = filled(source)
    made.append(polib.POEntry(msgctxt=KEYS[0], msgid="Hei!", msgstr="Tjena!"))
    report = taken(source, made, town.staff["admin"])
    assert report.taken == 2
    assert {left.text for left in report.left} == {"Hej!", "Tjena!"}


def test_what_a_colleague_wrote_after_the_file_was_made_is_not_written_over(town):
    source = film()
    made = filled(source)
    write(source, town.staff["editor"], ("Hej du!",))
    report = taken(source, made, town.staff["translator.sv"])
    assert report.taken == 2
    assert [left.text for left in report.left] == ["Hej!"]
    assert bench(source).alignment.entries[0].text == "Hej du!"
    taken(source, filled(source), town.staff["translator.sv"])
    assert bench(source).alignment.entries[0].text == "Hej!", "a file made since then knows it"


def test_a_changed_caption_is_confirmed_by_taking_away_the_fuzzy_mark(town):
    source = film()
    user = town.staff["admin"]
    finished(source, user)
    source.content = THREE.replace("Hei!", "Terve!")
    source.save()
    made = exported(source)
    taken(source, made, user)
    assert bench(source).alignment.entries[0].state == State.CHANGED
    made.find("Terve!").flags.remove("fuzzy")
    taken(source, made, user)
    assert bench(source).alignment.entries[0].state == State.DONE


# Files that cannot be used ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b"\xff\xfe\x00",
        b"WEBVTT\n\n00:00.000 --> 00:01.000\nx\n",
        b"/etc/passwd",
        b'msgid "x\nmsgstr "y"\n',
        b'msgid "x"\nmsgid "y"\n',
        b'msgstr "x"\nmsgid ""\n',
        b'msgid "x"\nmsgstr[9999999999999999999999] "y"\n',
        b"x" * (po.MAX_SIZE + 1),
    ],
    ids=["empty", "binary", "utf-16", "vtt", "path", "quote", "order", "start", "plural", "large"],
)
def test_anything_but_a_po_file_is_refused_in_words(town, client_as, content):
    source = film()
    response = upload(client_as("translator.sv"), source, content)
    assert response.status_code == 422
    assert str(response.context["error"])
    assert not TranslatedCue.objects.exists()
    assert not VideoTrack.objects.filter(language="sv").exists()


def test_no_file_at_all_is_asked_for(town, client_as):
    response = client_as("translator.sv").post(url(film()), {})
    assert (response.status_code, bool(str(response.context["error"]))) == (422, True)


def test_a_file_for_another_film_another_language_or_of_no_film_is_refused(town):
    source, other = film(), film()
    made = filled(source)
    with pytest.raises(po.PoError):
        po.read(str(made).encode(), bench(other))
    with pytest.raises(po.PoError):
        po.read(str(made).encode(), bench(source, "en"))
    del made.metadata["X-Kohtaamo-Track"]
    with pytest.raises(po.PoError):
        po.read(str(made).encode(), bench(source))


@pytest.mark.parametrize(("tag", "code"), [("sv_FI", "sv"), ("SV-se", "sv"), ("en_GB", "en")])
def test_a_tool_may_name_the_language_more_exactly(town, tag, code):
    source = film()
    made = filled(source, code=code)
    made.metadata["Language"] = tag
    assert po.read(str(made).encode(), bench(source, code))


def test_the_name_of_a_file_on_the_server_is_never_opened(town, tmp_path, monkeypatch):
    source = film()
    name = "secret\nmsgid x"
    (tmp_path / name).write_text(str(filled(source)), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert list(polib.pofile(name)), "polib by itself would read the file"
    with pytest.raises(po.PoError):
        po.read(name.encode(), bench(source))


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(
            st.sampled_from(
                [
                    'msgid "a"',
                    'msgstr "b"',
                    "msgid",
                    'msgctxt "c"',
                    '"d"',
                    "#~ msgid",
                    "#, fuzzy",
                    "#| msgid",
                    'msgid_plural "e"',
                    'msgstr[0] "f"',
                    'msgstr[x] "f"',
                    "",
                    "#:",
                    "#.",
                    "\\",
                ]
            ),
            max_size=8,
        ).map("\n".join),
    )
)
def test_whatever_is_uploaded_is_refused_in_words_and_never_crashes(town, text):
    source = VideoTrack.objects.get(video=town.video)
    with pytest.raises(po.PoError) as refusal:
        po.read(f'msgid ""\n{text}'.encode(), bench(source))
    assert str(refusal.value.message)


# There and back -----------------------------------------------------------------------------------

PRINTABLE = st.text(
    alphabet=st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=50
).filter(lambda text: bool(wording.plain(wording.tidy(text))))


@st.composite
def films(draw):
    """Return cues of a film, with times that do not repeat and texts with all kinds of signs."""
    count = draw(st.integers(1, 6))
    starts = draw(st.lists(st.integers(0, 10**6), min_size=count, max_size=count, unique=True))
    made = []
    for start in sorted(starts):
        text = draw(PRINTABLE)
        speaker = draw(st.sampled_from(["", "<v Oivi>", "<v.loud A &amp; B>"]))
        made.append(Cue(start / 10, start / 10 + 1.5, speaker + cues.escape(text)))
    return made


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(made=films(), texts=st.lists(PRINTABLE, min_size=6, max_size=6))
def test_there_and_back_gives_captions_with_the_same_times(town, made, texts):
    VideoTrack.objects.filter(video=town.video).delete()
    source = factories.VideoTrackFactory(video=town.video, content=cues.write(made))
    translated = [wording.tidy(text) for text in texts]
    user = town.staff["admin"]
    entries = bench(source).alignment.entries
    usable = [
        text if wording.fault_of(text, entry.cue) is None else "Hej"
        for text, entry in zip(translated, entries, strict=False)
    ]
    report = taken(source, filled(source, usable), user)
    assert (report.left, report.taken + report.same) == ([], len(entries))
    track = bench(source).finish(user)
    before, after = cues.parse(source.content), cues.parse(track.content)
    assert [cue.key for cue in after] == [cue.key for cue in before]
    assert [cue.speaker for cue in after] == [cue.speaker for cue in before]
    assert [cue.text for cue in after] == [wording.plain(text) for text in usable]
