"""The texts of a translation: what is to do, and writing without losing anything."""

from __future__ import annotations

import polib
import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.models import StringTranslation, Translation

from news.models import NewsPage
from tests.translating import translate
from tests.translations.editor.conftest import LINKED, PARAGRAPH
from translations.models import Unconfirmed
from translations.segments import (
    Conflict,
    Gone,
    Key,
    Standing,
    bring_back,
    confirm,
    drop,
    row_of,
    rows_of,
    write,
)
from translations.synchronising import bring_up

pytestmark = pytest.mark.django_db


def row(translation, path="title", **found):
    """Return the text at ``path``; of several the one whose fields are as given."""
    bring_up(translation.source)
    return next(
        one
        for one in rows_of(translation)
        if one.path.split(".")[0] == path and all(getattr(one, k) == v for k, v in found.items())
    )


def test_works(translation):
    rows = rows_of(translation)
    assert [(one.place.label, one.shape, one.is_rich) for one in rows] == [
        ("Otsikko", "", False),
        ("Ingressi", "", False),
        ("Kappale", "h2", True),
        ("Kappale", "p", True),
        ("Kappale", "li", True),
    ]
    assert {one.standing for one in rows} == {Standing.CONFIRMED}
    linked = rows[3]
    assert (linked.source, linked.text) == (LINKED, f"sv: {LINKED}")
    assert linked.links == {"a1": {"href": "https://www.example.org/suunnitelma"}}
    assert linked.typed == "sv: Tule **maanantaina** ja lue [1|suunnitelma]."
    assert rows[2].shape_name == "Otsikko 2"


def test_a_changed_text_says_what_it_was_who_changed_it_and_when(changed, translation, town):
    found = row(translation)
    assert (found.standing, found.text) == (Standing.UNCONFIRMED, "sv: Kokous maanantaina")
    assert (found.old_source, found.source) == ("Kokous maanantaina", "Kokous tiistaina")
    assert found.changed_by == town.staff["publisher"].username
    # It was written before the source changed, and is not said to be written now.
    assert found.written_at < found.changed_at
    assert [run.text for run in found.changes] == ["Kokous ", "maanantaina", "tiistaina"]
    rich = row(translation, "body", shape="p")
    assert [run.text for run in rich.changes][1:3] == ["maanantaina", "tiistaina"]


def test_only_emphasis_changed_and_the_words_show_no_difference(item, translation):
    block = item.body.get_prep_value()[0]
    value = PARAGRAPH.replace("<b>maanantaina</b>", "maanantaina")
    item.body = [{**block, "value": value}]
    item.save_revision().publish()
    found = row(translation, "body", shape="p")
    assert (found.standing, found.changes) == (Standing.UNCONFIRMED, [])
    assert found.old_source == LINKED


def test_the_other_states(item, translation, town):
    path = "context__path"
    StringTranslation.objects.filter(**{path: "title"}).update(translation_type="machine")
    StringTranslation.objects.filter(**{path: "lead"}).delete()
    body = row(translation, "body", shape="li")
    StringTranslation.objects.filter(
        translation_of=body.key.string, context=body.key.context
    ).update(data="<div>fel</div>", has_error=True)
    assert row(translation).standing == Standing.MACHINE
    assert row(translation, "lead").standing == Standing.MISSING
    found = row(translation, "body", shape="li")
    assert (found.standing, bool(found.error)) == (Standing.ERROR, True)


def test_a_text_without_words_may_stay(town):
    item = town.add_news(1, title="2026")[0]
    translate(item, "sv", leave=lambda path: path == "title")
    found = row(Translation.objects.get(), "title")
    assert (found.standing, found.is_to_do) == (Standing.FREE, False)


def test_writing_confirms_and_says_who(changed, translation, town):
    found = row(translation)
    user = town.staff["translator.sv"]
    written = write(user, translation, found, "Möte & kaffe", found.mark)
    assert (written.data, written.by) == ("Möte &amp; kaffe", user.username)
    now = row(translation)
    assert (now.standing, now.typed, now.written_by) == (
        Standing.CONFIRMED,
        "Möte & kaffe",
        user.username,
    )
    assert Unconfirmed.objects.count() == 1  # the paragraph's


def test_confirming_keeps_the_text(changed, translation, town):
    found = row(translation)
    confirm(town.staff["translator.sv"], translation, found, found.mark)
    now = row(translation)
    assert (now.standing, now.text) == (Standing.CONFIRMED, "sv: Kokous maanantaina")
    StringTranslation.objects.filter(pk__gt=0).update(translation_type="machine")
    now = row(translation)
    confirm(town.staff["translator.sv"], translation, now, now.mark)
    assert row(translation).standing == Standing.CONFIRMED


def test_there_is_nothing_to_confirm_where_nothing_is_or_it_is_wrong(translation, town):
    user, found = town.staff["translator.sv"], row(translation)
    StringTranslation.objects.filter(context__path="title").update(has_error=True)
    with pytest.raises(ValidationError):
        confirm(user, translation, found, found.mark)
    drop(user, translation, found, found.mark)
    assert row(translation).standing == Standing.MISSING
    with pytest.raises(ValidationError):
        confirm(user, translation, found, "")


def test_two_at_once_lose_nothing(translation, town):
    first, second = town.staff["translator.sv"], town.staff["editor"]
    found = row(translation)
    write(first, translation, found, "Möte", found.mark)
    for deed in (
        lambda: write(second, translation, found, "Sammanträde", found.mark),
        lambda: confirm(second, translation, found, found.mark),
        lambda: drop(second, translation, found, found.mark),
        lambda: write(second, translation, found, "", found.mark),
    ):
        with pytest.raises(Conflict) as refused:
            deed()
        assert (refused.value.theirs.data, refused.value.theirs.by) == ("Möte", first.username)
    assert row(translation).text == "Möte"
    # The same words are no conflict, and who has seen the other's text may write over it.
    write(second, translation, found, "Möte", found.mark)
    write(second, translation, found, "Sammanträde", refused.value.theirs.mark)
    assert row(translation).text == "Sammanträde"


def test_what_was_dropped_comes_back_as_it_was(changed, translation, town):
    user, before = town.staff["translator.sv"], row(translation)
    dropped = drop(user, translation, before, before.mark)
    bring_back(translation, row(translation), dropped)
    now = row(translation)
    assert (now.standing, now.text, now.old_source, now.changed_at, now.changed_by) == (
        Standing.UNCONFIRMED,
        before.text,
        before.old_source,
        before.changed_at,
        before.changed_by,
    )
    drop(user, translation, now, now.mark)
    write(user, translation, row(translation), "Annat", "")
    with pytest.raises(Conflict):
        bring_back(translation, row(translation), dropped)


def test_an_empty_field_is_no_conflict_with_an_empty_one(translation, town):
    found = row(translation)
    drop(town.staff["editor"], translation, found, found.mark)
    write(town.staff["translator.sv"], translation, found, "  ", found.mark)
    assert row(translation).standing == Standing.MISSING


def test_texts_that_the_field_refuses_are_refused_before_they_are_written(translation, town):
    user = town.staff["translator.sv"]
    title, rich = row(translation), row(translation, "body", shape="p")
    for found, typed in ((title, "x" * 256), (rich, "[2|fel länk]"), (rich, "**fet")):
        with pytest.raises(ValidationError):
            write(user, translation, found, typed, found.mark)
    assert row(translation).text == "sv: Kokous maanantaina"
    write(user, translation, title, "två\nrader <b>", title.mark)
    assert row(translation).text == "två rader &lt;b&gt;"


def test_a_paragraph_put_in_above_changes_nothing_for_who_is_writing(item, translation, town):
    found = row(translation, "body", shape="p")
    block = item.body.get_prep_value()[0]
    item.body = [{**block, "value": f"<p>Uusi kappale.</p>{PARAGRAPH}"}]
    item.save_revision().publish()
    bring_up(translation.source)
    now = row_of(translation, found.key)
    assert (now.text, now.order > found.order) == (found.text, True)
    write(town.staff["translator.sv"], translation, now, "Kom [1|hit]", found.mark)
    assert row_of(translation, found.key).text == 'Kom <a id="a1">hit</a>'


def test_a_text_that_is_gone_is_told(item, translation):
    found = row(translation)
    item.title = "Jotain muuta"
    item.save_revision().publish()
    bring_up(translation.source)
    with pytest.raises(Gone):
        row_of(translation, found.key)
    with pytest.raises(Gone):
        row_of(translation, Key(0, 0))


def test_whoever_writes_by_another_door_confirms_too(changed, translation):
    bring_up(translation.source)
    title = Unconfirmed.objects.get(string_translation__context__path="title").string_translation
    title.field_error = "x"
    title.save(update_fields=["has_error", "field_error"])
    assert Unconfirmed.objects.filter(string_translation=title).exists()
    po = translation.export_po()
    entry = next(one for one in po if one.msgctxt == "title" and not one.obsolete)
    assert entry.msgid == "Kokous tiistaina"
    entry.msgstr = "Möte på tisdag"
    translation.import_po(polib.pofile(str(po)))
    assert row(translation).standing == Standing.CONFIRMED
    assert row(translation, "body", shape="p").standing == Standing.UNCONFIRMED
    assert NewsPage.objects.get(pk=changed.pk).title == "sv: Kokous maanantaina"


def test_rows_cost_the_same_for_few_and_for_many_texts(
    town, translation, django_assert_max_num_queries
):
    paragraphs = "".join(f'<p>Kappale {i} <a linktype="page" id="{i}">x</a></p>' for i in range(40))
    long = town.add_news(1, body=[{"type": "paragraph", "value": paragraphs}])[0]
    translate(long, "sv")
    longer = Translation.objects.exclude(pk=translation.pk).get()
    for one in (translation, longer):
        fresh = Translation.objects.select_related("source").get(pk=one.pk)
        with django_assert_max_num_queries(6):
            # Source (specific page, type), segments, templates, translations.
            rows = rows_of(fresh)
    assert len(rows) == 42
