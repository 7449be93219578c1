"""All texts are sent at once without script: what was typed for one that is gone is given back."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from tests.translating import translate
from tests.translations.editor.conftest import PARAGRAPH
from tests.translations.editor.test_page import edit_url, form_of, stored
from translations.editor.strays import strays_of
from translations.segments import rows_of

pytestmark = pytest.mark.django_db


def rewrite(item, paragraph=PARAGRAPH, **texts):
    block = item.body.get_prep_value()[0]
    item.body = [{**block, "value": paragraph}]
    for name, text in texts.items():
        setattr(item, name, text)
    item.save_revision().publish()


def shown(answer, path):
    """Return what the answer shows in the field of the text at ``path``, and what it says about it."""
    line = next(line for line in answer.context["lines"] if line.row.path == path)
    return line.typed, line.refused


def test_what_was_typed_stands_in_the_field_of_the_text_that_took_the_place(
    item, translation, swedish, client_as
):
    StringTranslation.objects.filter(context__path="lead").delete()
    data, rows = form_of(translation)
    rich = next(row for row in rows_of(translation) if row.shape == "p")
    data |= {f"text-{rows['title'].key}": "Möte på måndag", f"text-{rows['lead'].key}": "Kom!"}
    data[f"text-{rich.key}"] = "Kom **på måndag** och läs [1|planen]."
    rewrite(item, PARAGRAPH.replace("maanantaina", "tiistaina"), title="Kokous", lead="Muuta")
    client = client_as("translator.sv")
    answer = client.post(edit_url(swedish), {**data, "action": "save"})
    assert (answer.status_code, answer.context["strays"]) == (422, [])
    assert [shown(answer, path)[0] for path in ("title", "lead")] == ["Möte på måndag", "Kom!"]
    assert "Kom **på måndag** och läs [1|planen]." in answer.content.decode()
    assert shown(answer, "title")[1].faults
    # Nothing was written yet: her words are of another text.
    assert stored() == "sv: Kokous maanantaina"
    # Saved again they are, and the untouched ones are no words of hers.
    lines = answer.context["lines"]
    again = {f"text-{line.key}": line.typed for line in lines}
    again |= {f"seen-{line.key}": line.seen for line in lines}
    assert client.post(edit_url(swedish), again).status_code == 302
    assert (stored(), stored("lead")) == ("Möte på måndag", "Kom!")
    assert {row.standing for row in rows_of(translation)} == {"confirmed"}


def test_where_another_did_the_new_text_already_both_are_shown(
    item, translation, swedish, client_as
):
    data, rows = form_of(translation)
    data[f"text-{rows['title'].key}"] = "Min"
    rewrite(item, title="Kokous")
    translate(item, "sv")
    answer = client_as("translator.sv").post(edit_url(swedish), data)
    typed, refused = shown(answer, "title")
    assert (typed, refused.theirs.data) == ("Min", "sv: Kokous")


def test_what_has_no_place_any_more_is_listed_with_what_it_was_written_for(
    item, translation, swedish, client_as
):
    data, _rows = form_of(translation)
    gone = {row.shape: row for row in rows_of(translation) if row.shape in ("h2", "li")}
    data[f"text-{gone['li'].key}"] = "Kaffe <och> te"
    own = {"text-x": "?", "text-9-9": "Övrigt", "own-99999": "https://example.org/min"}
    rewrite(item, "<p>Vain tämä.</p>")
    answer = client_as("translator.sv").post(edit_url(swedish), {**data, **own})
    text = answer.content.decode()
    assert answer.status_code == 422
    # The heading went too, but she did not type it.
    assert [(one.typed, one.source_words) for one in answer.context["strays"]] == [
        ("Kaffe <och> te", "Kahvia"),
        ("Övrigt", ""),
        ("https://example.org/min", ""),
    ]
    assert "Kaffe &lt;och&gt; te</textarea>" in text
    assert "Kahvia" in text


def test_a_source_text_without_a_translation_is_named_if_it_was_one_of_this_page(
    item, translation, swedish, town
):
    other = town.add_news(1, title="Toisen sivun otsikko", lead="Salaisuus")[0]
    translate(other, "sv")
    StringTranslation.objects.filter(context__path="lead", locale=swedish.locale).delete()
    _data, rows = form_of(translation)
    theirs = rows_of(Translation.objects.exclude(pk=translation.pk).get())
    foreign = next(row for row in theirs if row.path == "lead")
    rewrite(item, lead="Muuta")
    key = rows["lead"].key
    sent = {f"text-{key}": "Välkommen", f"text-{key.context}-{foreign.key.string}": "Låna"}
    found = strays_of(item.translation_key, swedish.locale_id, sent)
    assert [(one.typed, one.source) for one in found] == [("Välkommen", "Tervetuloa"), ("Låna", "")]


def test_a_page_that_was_locked_meanwhile_gives_all_back(translation, swedish, client_as, town):
    data, rows = form_of(translation)
    Page.objects.filter(pk=swedish.pk).update(locked=True, locked_by=town.staff["admin"])
    client = client_as("translator.sv")
    assert client.post(edit_url(swedish), data).status_code == 302
    answer = client.post(edit_url(swedish), {**data, f"text-{rows['title'].key}": "Nytt"})
    assert (answer.status_code, shown(answer, "title")[0]) == (423, "Nytt")
    assert "readonly" in answer.content.decode()
    assert stored() == "sv: Kokous maanantaina"


@pytest.mark.parametrize("how", ["stopped", "alias"])
def test_a_translation_that_was_stopped_meanwhile_gives_all_back(
    how, translation, swedish, client_as
):
    data, rows = form_of(translation)
    typed = {**data, f"text-{rows['title'].key}": "Möte <i>på måndag</i>", "action": "publish"}
    client = client_as("publisher")
    if how == "stopped":
        Translation.objects.update(enabled=False)
    else:
        client.post(reverse("wagtail_localize:convert_to_alias", args=[swedish.pk]))
        assert not Translation.objects.exists()
    answer = client.post(edit_url(swedish), typed)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Möte &lt;i&gt;på måndag&lt;/i&gt;</textarea>" in text
    assert [one.source_words for one in answer.context["strays"]] == ["Kokous maanantaina"]
    # Nothing typed, nothing to give back; the page's own form could not read this one.
    assert client.post(edit_url(swedish), data).status_code == 302
    assert client_as("translator.en").post(edit_url(swedish), typed).status_code == 302
