"""Captions are translated cue by cue: nothing half done is shown, nothing that was written is lost."""

from __future__ import annotations

import json

import pytest
from django.http import Http404
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests import factories
from tests.videos.captions import (
    SWEDISH,
    THREE,
    bench,
    changed_source,
    film,
    finished,
    machine_made,
    queries,
    vtt,
    write,
)
from videos import cues
from videos.caption_translation import wording
from videos.caption_translation.alignment import State, token_of
from videos.caption_translation.workbench import Change, NotFinishedError, Workbench
from videos.models import TranslatedCue, VideoTrack

pytestmark = pytest.mark.django_db
KEYS = [cue.key for cue in cues.parse(THREE)]


def url(source, code="sv", name="track_translate"):
    return reverse(f"videos:{name}", args=[source.pk, code])


def post(client, source, texts, *, bases=None, action="save", confirm=(), code="sv"):
    """Send the page's form as a browser without scripts does."""
    opened = bench(source, code)
    return client.post(
        url(source, code),
        {
            **{f"text:{key}": text for key, text in texts.items()},
            **{f"confirm:{key}": "on" for key in confirm},
            "bases": json.dumps(
                bases
                if bases is not None
                else {key: entry.token for key, entry in opened.alignment.by_key.items()}
            ),
            "action": action,
        },
    )


# From the first word to the finished captions -----------------------------------------------------


def test_the_page_shows_each_caption_with_a_field_in_the_other_language(town, client_as):
    source = film()
    response = client_as("translator.sv").get(url(source))
    assert response.status_code == 200
    html = response.content.decode()
    for number, text in enumerate(("Hei!", "Tervetuloa &lt;i&gt;kouluun", "[musiikkia]"), 1):
        assert text in html
        assert f'id="text-{number}"' in html
    assert "0:02,0–0:04,5" in html
    assert not VideoTrack.objects.filter(language="sv").exists(), "looking writes nothing"


def test_residents_see_nothing_of_what_is_only_begun(town):
    source = film()
    write(source, town.staff["translator.sv"], SWEDISH[:2])
    track = VideoTrack.objects.get(language="sv")
    assert (track.content, track.kind, track.translated_from) == ("", source.kind, source)
    source.video.refresh_from_db()
    assert [row["language"] for row in source.video.manifest["tracks"]] == ["fi"]
    assert bench(source).alignment.done == 2


def test_finished_captions_have_the_films_times_settings_and_speakers(town):
    source = film()
    user = town.staff["translator.sv"]
    write(source, user)
    bench(source).save([Change("speaker Rehtori", "Rektor", token_of(""))], user)
    track = bench(source).finish(user)
    theirs, ours = cues.parse(source.content), cues.parse(track.content)
    assert [(c.start, c.end, c.settings, c.identifier) for c in ours] == [
        (c.start, c.end, c.settings, c.identifier) for c in theirs
    ]
    assert [c.speaker for c in ours] == ["Oivi", "Rektor", ""]
    assert [c.text for c in ours] == ["Hej!", "Välkommen till skolan & hem.", "[musik]"]
    assert "<i>skolan</i> &amp; hem" in track.content
    assert (track.origin, track.source_digest) == (VideoTrack.HUMAN, source.digest)
    assert not track.is_outdated
    source.video.refresh_from_db()
    rows = {row["language"]: row for row in source.video.manifest["tracks"]}
    assert rows["sv"]["lines"][0]["text"] == "Hej!"
    assert ModelLogEntry.objects.for_instance(track).get().action == "videos.finish_captions"


@pytest.mark.parametrize("texts", [SWEDISH[:2], ("Hej!", "<i></i>", "[musik]"), ()])
def test_captions_with_a_gap_are_not_finished(town, texts):
    source = film()
    write(source, town.staff["translator.sv"], texts)
    with pytest.raises(NotFinishedError) as refusal:
        bench(source).finish(town.staff["translator.sv"])
    assert len(refusal.value.entries) == 3 - len([t for t in texts if wording.plain(t)])
    track = VideoTrack.objects.get(language="sv")
    assert (track.content, track.source_digest) == ("", "")


def test_finishing_on_the_page_names_the_captions_that_lack_something(town, client_as):
    source = film()
    client = client_as("translator.sv")
    response = post(client, source, dict(zip(KEYS, ("Hej!", "", ""), strict=True)), action="finish")
    assert response.status_code == 422
    assert response.context["lacking"] == [2, 3]
    assert bench(source).alignment.entries[0].text == "Hej!", "what she wrote is kept"
    response = post(client, source, dict(zip(KEYS, SWEDISH, strict=True)), action="finish")
    assert response["Location"].startswith(reverse("videos:captions_to_translate"))
    assert VideoTrack.objects.get(language="sv").is_ready


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x>",
        "<v Joku>Hej",
        "<00:00:01.000>Hej",
        "a <b",
        "x" * 1001,
    ],
)
def test_a_text_that_is_no_caption_is_kept_but_never_shown(town, text):
    source = film()
    write(source, town.staff["translator.sv"], (text, *SWEDISH[1:]))
    entry = bench(source).alignment.entries[0]
    assert entry.text == text, "nothing she wrote is lost"
    assert str(entry.fault)
    with pytest.raises(NotFinishedError) as refusal:
        bench(source).finish(town.staff["translator.sv"])
    assert [lacking.number for lacking in refusal.value.entries] == [1]
    assert not VideoTrack.objects.get(language="sv").content


@pytest.mark.parametrize(
    "text",
    ["a --> b", "a\n\n00:00:07.000 --> 00:00:08.000\nb", "WEBVTT", "NOTE x", "a < b & c &lt; d"],
)
def test_no_text_can_break_the_file_it_stands_in(town, text):
    source = film()
    track = finished(source, town.staff["translator.sv"], (text, *SWEDISH[1:]))
    found = cues.parse(track.content)
    assert [cue.key for cue in found] == KEYS
    assert found[0].text == wording.plain(text)


# Two people, and the form without scripts ---------------------------------------------------------


def test_the_later_of_two_who_change_the_same_caption_is_refused_and_both_texts_are_kept(
    town, client_as
):
    source = film()
    write(source, town.staff["editor"], ("Hej du!",))
    response = client_as("translator.sv").post(
        url(source, name="track_translate_save"),
        {"key": KEYS[0], "text": "Hejsan!", "base": token_of("")},
    )
    assert response.status_code == 409
    answer = response.json()
    assert (answer["text"], answer["by"]) == ("Hej du!", "editor")
    assert bench(source).alignment.entries[0].text == "Hej du!"
    again = client_as("translator.sv").post(
        url(source, name="track_translate_save"),
        {"key": KEYS[0], "text": "Hejsan!", "base": answer["token"]},
    )
    assert again.json()["token"] == token_of("Hejsan!")


def test_two_people_at_different_captions_do_not_disturb_each_other(town, client_as):
    source = film()
    first, second = (
        {"key": key, "text": text, "base": token_of("")}
        for key, text in zip(KEYS, SWEDISH[:2], strict=False)
    )
    for name, change in (("editor", first), ("translator.sv", second)):
        answer = client_as(name).post(url(source, name="track_translate_save"), change)
        assert answer.status_code == 200
    assert answer.json()["done"] == 2
    assert [e.written.saved_by for e in bench(source).alignment.entries[:2]] == [
        "editor",
        "translator.sv",
    ]


def test_a_form_opened_long_ago_writes_over_nothing_and_loses_nothing(town, client_as):
    source = film()
    empty = dict.fromkeys(KEYS, "")
    write(source, town.staff["editor"], ("Hej du!", "Välkommen."))
    response = post(
        client_as("translator.sv"),
        source,
        {**empty, KEYS[0]: "Hejsan!", KEYS[2]: "[musik]"},
        bases={},
    )
    assert response.status_code == 409
    html = response.content.decode()
    assert "Hejsan!" in html
    assert "Hej du!" in html
    texts = [entry.text for entry in bench(source).alignment.entries]
    assert texts == ["Hej du!", "Välkommen.", "[musik]"], "what nobody else touched is saved"


def test_a_conflict_keeps_a_translation_from_being_finished(town, client_as):
    source = film()
    write(source, town.staff["editor"])
    changed = dict(zip(KEYS, ("Hejsan!", *SWEDISH[1:]), strict=True))
    response = post(client_as("translator.sv"), source, changed, bases={}, action="finish")
    assert response.status_code == 409
    assert not VideoTrack.objects.get(language="sv").is_ready


@pytest.mark.parametrize("bases", ["", "[]", "{", "null", '{"x": 1}'])
def test_a_form_with_a_broken_list_of_bases_loses_nothing(town, client_as, bases):
    source = film()
    client_as("translator.sv").post(
        url(source), {f"text:{KEYS[0]}": "Hej!", "bases": bases, "action": "save"}
    )
    assert bench(source).alignment.entries[0].text == "Hej!"


def test_a_caption_the_film_does_not_have_is_shown_back(town, client_as):
    source = film()
    client = client_as("translator.sv")
    response = post(client, source, {"00:01:00.000 --> 00:01:01.000": "Eftertext"})
    assert response.status_code == 409
    assert "Eftertext" in response.content.decode()
    gone = client.post(
        url(source, name="track_translate_save"), {"key": "x", "text": "y", "base": ""}
    )
    assert gone.status_code == 410
    assert not TranslatedCue.objects.exists()


@pytest.mark.parametrize("data", [{}, {"key": KEYS[0]}, {"text": "Hej"}])
def test_a_save_without_its_parts_is_a_bad_request(town, client_as, data):
    response = client_as("translator.sv").post(url(film(), name="track_translate_save"), data)
    assert response.status_code == 400
    assert not TranslatedCue.objects.exists()


def test_controls_and_foreign_line_ends_are_no_part_of_a_text(town):
    source = film()
    write(source, town.staff["translator.sv"], ("Hej\x00\x0b\u2028du\r\n!  ",))
    assert bench(source).alignment.entries[0].text == "Hej   du\n!"


def test_two_who_begin_before_anything_is_written_share_one_translation(town):
    source = film()
    first, second = bench(source), bench(source)
    assert first.save([Change(KEYS[0], "A", token_of(""))], town.staff["editor"]).saved
    outcome = second.save([Change(KEYS[0], "B", token_of(""))], town.staff["admin"])
    assert (outcome.saved, outcome.conflicts[KEYS[0]].theirs) == ([], "A")
    assert VideoTrack.objects.filter(video=source.video, language="sv").count() == 1


# The film's captions change later -----------------------------------------------------------------


def test_a_changed_caption_is_asked_for_again_and_the_others_keep_their_translation(town):
    source = film()
    user = town.staff["translator.sv"]
    track = finished(source, user)
    changed_source(source, THREE.replace("Hei!", "Hei kaikki!"))
    opened = bench(source)
    assert opened.is_outdated
    first, *others = opened.alignment.entries
    assert (first.state, first.text, first.old_source) == (State.CHANGED, "Hej!", "Hei!")
    assert first.changes == [("old", "Hei!"), ("new", "Hei kaikki!")]
    assert {entry.state for entry in others} == {State.DONE}
    track.refresh_from_db()
    assert "Hej!" in track.content, "residents keep the older translation"
    source.video.refresh_from_db()
    flags = {row["language"]: row["outdated"] for row in source.video.manifest["tracks"]}
    assert flags == {"fi": False, "sv": True}, "and are told that it is older"
    with pytest.raises(NotFinishedError):
        opened.finish(user)
    opened.save([Change(first.key, "Hej allihop!", first.token)], user)
    opened.finish(user)
    source.video.refresh_from_db()
    assert not any(row["outdated"] for row in source.video.manifest["tracks"])


def test_moved_captions_keep_their_translation_and_take_the_new_times(town):
    source = film()
    user = town.staff["translator.sv"]
    finished(source, user)
    changed_source(source, THREE.replace("00:00:0", "00:01:0"))
    opened = bench(source)
    assert (opened.is_outdated, opened.alignment.done) == (True, 3)
    track = opened.finish(user)
    assert [cue.start for cue in cues.parse(track.content)] == [60, 62, 65]
    assert not bench(source).is_outdated


def test_captions_that_change_places_take_their_translations_along(town):
    source = film("WEBVTT\n\n00:01.000 --> 00:02.000\nA\n\n00:02.000 --> 00:03.000\nB\n")
    finished(source, town.staff["admin"], ("a", "b"))
    changed_source(source, "WEBVTT\n\n00:01.000 --> 00:02.000\nB\n\n00:02.000 --> 00:03.000\nA\n")
    opened = bench(source)
    assert [(e.text, e.state) for e in opened.alignment.entries] == [
        ("b", State.DONE),
        ("a", State.DONE),
    ]
    write(source, town.staff["admin"], ("b2",))
    assert [e.text for e in bench(source).alignment.entries] == ["b2", "a"]


def test_a_changed_caption_can_be_confirmed_as_it_stands(town, client_as):
    source = film()
    finished(source, town.staff["translator.sv"])
    changed_source(source, THREE.replace("Hei!", "Hei."))
    client = client_as("translator.sv")
    same = dict(zip(KEYS, SWEDISH, strict=True))
    assert post(client, source, same).status_code == 302
    assert bench(source).alignment.entries[0].state == State.CHANGED, "saving is not confirming"
    post(client, source, same, confirm=[KEYS[0]])
    assert bench(source).alignment.entries[0].state == State.DONE


def test_captions_taken_out_of_the_film_are_listed_and_go_when_finished(town, client_as):
    source = film()
    user = town.staff["translator.sv"]
    finished(source, user)
    changed_source(source, THREE[: THREE.index("loppu")])
    assert "[musik]" in client_as("translator.sv").get(url(source)).content.decode()
    track = bench(source).finish(user)
    assert "[musik]" not in track.content
    assert set(track.written.values_list("key", flat=True)) == set(KEYS[:2])


def test_what_changed_is_listed_first_once_a_translation_is_outdated(town, client_as):
    source = film()
    finished(source, town.staff["translator.sv"])
    changed_source(source, THREE.replace("[musiikkia]", "[musiikki loppuu]"))
    client = client_as("translator.sv")
    html = client.get(url(source)).content.decode()
    assert "<del>[musiikkia]</del>" in html
    assert "<ins>[musiikki loppuu]</ins>" in html

    def order(query=""):
        page = client.get(url(source) + query)
        return [line.entry.number for line in page.context["captions"]]

    assert order() == [3, 1, 2]
    assert order("?order=time") == [1, 2, 3]


def test_captions_deleted_and_uploaded_anew_still_make_their_translation_outdated(town):
    source = film()
    finished(source, town.staff["translator.sv"])
    video = source.video
    source.delete()
    anew = factories.VideoTrackFactory(video=video, content=THREE.replace("Hei!", "Terve!"))
    video.refresh_from_db()
    assert {row["language"]: row["outdated"] for row in video.manifest["tracks"]}["sv"]
    assert bench(anew).alignment.entries[0].state == State.CHANGED


# Made elsewhere -----------------------------------------------------------------------------------


def test_what_a_machine_made_waits_for_a_person_caption_by_caption(town, client_as):
    source = film()
    track = machine_made(source)
    opened = bench(source)
    assert {entry.state for entry in opened.alignment.entries} == {State.MACHINE}
    assert opened.alignment.names == {"Rehtori": "Rektor"}
    with pytest.raises(NotFinishedError):
        opened.check(town.staff["translator.sv"])
    texts = {entry.key: entry.text for entry in opened.alignment.entries}
    client = client_as("translator.sv")
    assert client.get(url(source)).content.decode().count("ct-caption--machine") == 3
    assert post(client, source, texts, confirm=KEYS[:2], action="check").status_code == 422
    assert post(client, source, texts, confirm=KEYS, action="check").status_code == 302
    track.refresh_from_db()
    assert (track.origin, track.reviewed_by) == (VideoTrack.MACHINE, town.staff["translator.sv"])
    assert track.reviewed_at
    assert bench(source).is_finished


def test_a_machines_captions_that_a_person_rewrote_are_a_persons(town):
    source = film()
    user = town.staff["translator.sv"]
    track = machine_made(source)
    opened = bench(source)
    entries = opened.alignment.entries
    opened.save([Change(e.key, e.text, e.token, confirms=True) for e in entries], user)
    opened.save([Change(KEYS[0], "Hejsan!", entries[0].token)], user)
    with pytest.raises(NotFinishedError):
        bench(source).check(user)
    bench(source).finish(user)
    track.refresh_from_db()
    assert (track.origin, "Hejsan!" in track.content) == (VideoTrack.HUMAN, True)


def test_captions_uploaded_in_place_of_a_translation_are_what_the_translator_sees(town):
    source = film()
    track = finished(source, town.staff["translator.sv"])
    track.content = track.content.replace("Hej!", "Tjena!")
    track.save()
    assert bench(source).alignment.entries[0].text == "Tjena!"
    assert not bench(source).differs_from_public


# Which tracks -------------------------------------------------------------------------------------


def test_captions_in_the_spoken_language_are_never_translated_into(town):
    source = film()
    track = finished(source, town.staff["translator.sv"])
    for pk, code in (
        (track.pk, "fi"),
        (track.pk, "en"),
        (source.pk, "fi"),
        (source.pk, "xx"),
        (0, "sv"),
    ):
        with pytest.raises(Http404):
            Workbench.open(pk, code)


def test_a_signed_films_written_captions_are_translated_as_others_are(town):
    source = film(spoken_language="fse")
    finished(source, town.staff["translator.sv"])
    assert bench(source).source == source


# Queries ------------------------------------------------------------------------------------------


def test_the_page_asks_as_much_for_3_captions_as_for_300(town, client_as):
    client = client_as("translator.sv")
    counts = set()
    for count in (3, 300):
        source = film(vtt(count))
        finished(source, town.staff["translator.sv"], tuple(f"Ord {n}" for n in range(count)))
        counts.add(queries(client, url(source)))
    assert len(counts) == 1
