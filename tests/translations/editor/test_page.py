"""The editor's page: who may open it, what it shows, and the form that works without script."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from news.models import NewsPage
from people.models import Theme
from tests.factories import ThemeFactory, locale
from tests.translating import translate
from translations.editor import actions
from translations.models import LanguageVersion, State
from translations.segments import rows_of
from translations.synchronising import bring_up

pytestmark = pytest.mark.django_db


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form_of(translation):
    """Return what the browser would send of an untouched form, and the rows by path."""
    bring_up(translation.source)
    rows = rows_of(translation)
    data = {f"text-{row.key}": row.typed for row in rows}
    data |= {f"seen-{row.key}": row.mark for row in rows}
    return data, {row.path: row for row in reversed(rows)}


def stored(path="title"):
    return StringTranslation.objects.filter(context__path=path).latest("updated_at").data


def test_works(changed, translation, client_as):
    answer = client_as("translator.sv").get(edit_url(changed))
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "translations/js/editor.js" in text
    # What changed comes first, its words compared, in the language they are in.
    states = [str(line.row.standing) for line in answer.context["lines"]]
    assert states == ["unconfirmed"] * 2 + ["confirmed"] * 3
    assert re.search(r'<del dir="ltr">.*?maanantaina', text, re.DOTALL)
    assert re.search(r'<ins dir="ltr">.*?tiistaina', text, re.DOTALL)
    assert (answer.context["done"], answer.context["total"], answer.context["to_do"]) == (3, 5, 2)
    assert "&lt;a id" not in text
    assert 'name="action" value="publish"' not in text
    in_page_order = client_as("translator.sv").get(f"{edit_url(changed)}?order=page&show=todo")
    assert [line.row.path.split(".")[0] for line in in_page_order.context["lines"]] == [
        "title",
        "body",
    ]
    assert "order=page&amp;show=todo" in in_page_order.content.decode()


def test_who_may_not_edit_the_page_is_refused_by_every_door(translation, swedish, client_as):
    other = client_as("translator.en")
    assert other.get(edit_url(swedish)).status_code == 302
    key = rows_of(translation)[0].key
    url = reverse("translation_editor:text", args=[translation.pk, *key])
    own = reverse("translation_editor:own", args=[translation.pk, key.context])
    preview = reverse("translation_editor:preview", args=[translation.pk])
    asked = {"content_type": "application/json", "headers": {"x-requested-with": "XMLHttpRequest"}}
    for answer in (
        other.put(url, "{}", **asked),
        other.post(url, "{}", **asked),
        other.delete(url, "{}", **asked),
        other.put(own, "{}", **asked),
        other.get(preview, headers=asked["headers"]),
    ):
        assert answer.status_code == 403
    assert stored() == "sv: Kokous maanantaina"
    # The action of somebody who may write and not publish.
    data, _rows = form_of(translation)
    answer = client_as("translator.sv").post(edit_url(swedish), {**data, "action": "publish"})
    assert answer.status_code == 302
    assert answer.url == reverse("wagtailadmin_home")
    assert NewsPage.objects.get(pk=swedish.pk).live_revision_id == swedish.live_revision_id


def test_the_form_saves_what_was_written_and_nothing_else(changed, translation, client_as, town):
    data, rows = form_of(translation)
    data[f"text-{rows['title'].key}"] = "Möte på tisdag"
    answer = client_as("translator.sv").post(edit_url(changed), {**data, "action": "save-texts"})
    assert answer.status_code == 302
    now = {str(row.key): row for row in rows_of(translation)}
    title = now[str(rows["title"].key)]
    assert (title.text, title.standing) == ("Möte på tisdag", "confirmed")
    # What was not touched is not confirmed by having been in the form.
    assert [row.standing for row in now.values()].count("unconfirmed") == 1
    assert {row.written_by for row in now.values()} == {"", "translator.sv"}


def test_only_what_is_selected_is_confirmed(changed, translation, client_as):
    data, rows = form_of(translation)
    chosen = str(rows["title"].key)
    data |= {"action": "confirm-selected", "selected": [chosen, "0-0"]}
    client_as("translator.sv").post(edit_url(changed), data)
    states = {str(row.key): row.standing for row in rows_of(translation)}
    assert states.pop(chosen) == "confirmed"
    assert list(states.values()).count("unconfirmed") == 1


def test_a_conflict_shows_both_texts_and_saving_again_decides(
    translation, swedish, client_as, town
):
    data, rows = form_of(translation)
    title = f"text-{rows['title'].key}"
    StringTranslation.objects.filter(context__path="title").update(
        data="Deras", last_translated_by=town.staff["editor"]
    )
    client = client_as("publisher")
    data |= {title: "Min", f"text-{rows['lead'].key}": "Välkommen", "action": "publish"}
    answer = client.post(edit_url(swedish), data)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Deras" in text
    assert ">Min</textarea>" in text
    assert (stored("lead"), stored()) == ("Välkommen", "Deras")
    assert NewsPage.objects.get(pk=swedish.pk).title == "sv: Kokous maanantaina"
    line = next(line for line in answer.context["lines"] if line.row.path == "title")
    client.post(edit_url(swedish), {title: "Min", f"seen-{line.key}": line.seen})
    assert stored() == "Min"


def test_a_fault_keeps_what_was_typed(translation, swedish, client_as):
    data, rows = form_of(translation)
    rich = next(row for row in rows.values() if row.is_rich)
    data |= {f"text-{rows['title'].key}": "y" * 300, f"text-{rich.key}": "[7|trasig"}
    answer = client_as("translator.sv").post(edit_url(swedish), {**data, "action": "save"})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "y" * 300 in text
    assert "[7|trasig" in text
    assert text.count('class="te-fault" role="alert"') == 2


def test_a_draft_is_saved_and_publishing_publishes(changed, translation, client_as):
    data, rows = form_of(translation)
    data[f"text-{rows['title'].key}"] = "Möte på tisdag"
    client_as("translator.sv").post(edit_url(changed), {**data, "action": "save"})
    page = NewsPage.objects.get(pk=changed.pk)
    assert (page.title, page.get_latest_revision_as_object().title) == (
        "sv: Kokous maanantaina",
        "Möte på tisdag",
    )
    data, rows = form_of(translation)
    answer = client_as("publisher").post(
        edit_url(changed), {**data, "action": "publish"}, follow=True
    )
    assert NewsPage.objects.get(pk=changed.pk).title == "Möte på tisdag"
    version = LanguageVersion.objects.get()
    assert (version.state, version.outdated) == (State.OUTDATED, 1)
    levels = [message.level_tag for message in answer.context["messages"]]
    assert levels == ["success", "warning"]


def test_a_text_that_the_page_refuses_is_told_at_its_place(translation, swedish, client_as):
    StringTranslation.objects.filter(context__path="title").update(data="x" * 300)
    client = client_as("publisher")
    answer = client.post(edit_url(swedish), {"action": "publish"}, follow=True)
    (message,) = answer.context["messages"]
    assert (message.level_tag, "255" in str(message)) == ("error", True)
    line = next(line for line in answer.context["lines"] if line.row.path == "title")
    assert (line.row.standing, "255" in line.row.error) == ("error", True)
    assert NewsPage.objects.get(pk=swedish.pk).title == "sv: Kokous maanantaina"


def test_a_locked_page_is_shown_and_not_written(translation, swedish, client_as, town):
    Page.objects.filter(pk=swedish.pk).update(locked=True, locked_by=town.staff["admin"])
    client = client_as("translator.sv")
    text = client.get(edit_url(swedish)).content.decode()
    assert "readonly" in text
    assert 'value="save"' not in text
    data, rows = form_of(translation)
    client.post(edit_url(swedish), {**data, f"text-{rows['title'].key}": "Nytt"})
    url = reverse("translation_editor:text", args=[translation.pk, *rows["title"].key])
    answer = client.put(url, '{"text": "Nytt"}', content_type="application/json")
    assert answer.status_code == 423
    assert stored() == "sv: Kokous maanantaina"


def test_the_script_writes_confirms_and_drops(
    changed, translation, client_as, django_assert_max_num_queries
):
    bring_up(translation.source)
    row = rows_of(translation)[0]
    url = reverse("translation_editor:text", args=[translation.pk, *row.key])
    client, kind = client_as("translator.sv"), "application/json"

    def ask(method, **sent):
        answer = getattr(client, method)(url, sent, content_type=kind)
        return answer.status_code, answer.json()

    status, told = ask("post", seen=row.mark)
    assert (status, told["standing"], told["done"]) == (200, "confirmed", 4)
    # Who she is and may: 10; the page and its lock: 5; all texts once, the one written, their states: 9.
    with django_assert_max_num_queries(24):
        status, told = ask("put", text="Möte", seen=told["seen"])
    assert (status, told["typed"], told["isToDo"]) == (200, "Möte", False)
    assert stored() == "Möte"
    status, told = ask("put", text="Annat", seen=row.mark)
    assert (status, told["typed"], told["by"]) == (409, "Möte", "translator.sv")
    status, told = ask("put", text="z" * 300, seen=told["seen"])
    assert (status, "255" in told["message"]) == (422, True)
    assert client.put(url, "[1]", content_type=kind).status_code == 422
    assert client.put(url, "nonsense", content_type=kind).status_code == 422
    assert stored() == "Möte"
    status, told = ask("delete", seen=told.get("seen") or rows_of(translation)[0].mark)
    assert (status, told["standing"], told["seen"]) == (200, "missing", "")
    forged = {"undo": f"{told['undo']}x"}
    assert client.put(url, forged, content_type=kind).status_code == 422
    status, told = ask("put", undo=told["undo"])
    assert (status, told["typed"], stored()) == (200, "Möte", "Möte")
    gone = reverse("translation_editor:text", args=[translation.pk, 0, 0])
    assert client.put(gone, {}, content_type=kind).status_code == 410


def test_the_preview_shows_what_is_written_and_marks_what_is_not(changed, translation, client_as):
    StringTranslation.objects.filter(context__path="lead").delete()
    url = reverse("translation_editor:preview", args=[translation.pk])
    answer = client_as("translator.sv").get(url)
    text = answer.content.decode()
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "sv: Kokous maanantaina" in text
    assert re.search(r'lang="fi"[^>]*>.*Tervetuloa', text)
    assert NewsPage.objects.get(pk=changed.pk).lead == "sv: Tervetuloa"
    nowhere = reverse("translation_editor:preview", args=[translation.pk, "nowhere"])
    assert client_as("translator.sv").get(nowhere).status_code == 404


def test_a_vocabulary_has_the_same_editor_and_is_saved(town, client_as):
    theme = ThemeFactory(name="Osallisuus")
    source, _created = TranslationSource.update_or_create_from_instance(theme)
    translation = Translation.objects.create(source=source, target_locale=locale("sv"))
    translation.save_target()
    swedish = Theme.objects.get(translation_key=theme.translation_key, locale=locale("sv"))
    client = client_as("admin")
    url = translation.get_target_instance_edit_url()
    text = client.get(url).content.decode()
    assert "translations/js/editor.js" in text
    assert "te-preview__page" not in text
    assert "make-alias" not in text
    for view in ("history", "usage", "delete"):
        name = Theme.snippet_viewset.get_url_name(view)
        assert f'href="{reverse(name, args=[swedish.pk])}"' in text
    data, rows = form_of(translation)
    client.post(url, {**data, f"text-{rows['name'].key}": "Delaktighet", "action": "publish"})
    swedish.refresh_from_db()
    assert swedish.name == "Delaktighet"
    preview = reverse("translation_editor:preview", args=[translation.pk])
    assert client.get(preview).status_code == 404


def test_the_stock_editor_stays_within_reach(translation, swedish, client_as, settings):
    settings.KOHTAAMO_STOCK_TRANSLATION_EDITOR = True
    assert b"js-translation-editor" in client_as("translator.sv").get(edit_url(swedish)).content


def test_a_stopped_translation_is_an_ordinary_page(translation, swedish, client_as):
    Translation.objects.update(enabled=False)
    text = client_as("translator.sv").get(edit_url(swedish)).content.decode()
    assert "translations/js/editor.js" not in text
    key = rows_of(translation)[0].key
    url = reverse("translation_editor:text", args=[translation.pk, *key])
    answer = client_as("translator.sv").put(url, "{}", content_type="application/json")
    assert answer.status_code == 404


def test_stopping_saves_the_texts_and_opens_the_pages_own_form(translation, swedish, client_as):
    data, rows = form_of(translation)
    data |= {f"text-{rows['title'].key}": "Möte", "action": "stop"}
    client = client_as("translator.sv")
    answer = client.post(edit_url(swedish), data, follow=True)
    assert (stored(), "translations/js/editor.js" in answer.content.decode()) == ("Möte", False)
    translation.refresh_from_db()
    assert not translation.enabled


def test_only_who_publishes_is_asked_about_an_alias(translation, swedish, client_as):
    asked = {"action": "make-alias"}
    assert b"make-alias" not in client_as("translator.sv").get(edit_url(swedish)).content
    assert client_as("translator.sv").post(edit_url(swedish), asked).url == "/admin/"
    client = client_as("publisher")
    assert b"make-alias" in client.get(edit_url(swedish)).content
    answer = client.post(edit_url(swedish), asked, follow=True)
    assert answer.redirect_chain[0][0].startswith(
        reverse("wagtail_localize:convert_to_alias", args=[swedish.pk])
    )
    swedish.refresh_from_db()
    assert swedish.alias_of_id is None


def test_others_add_actions_notes_and_notices(translation, swedish, client_as, monkeypatch):
    done = []

    class Shout(actions.EditorAction):
        name, label = "shout", "Shout it"

        def perform(self, desk):
            done.append((desk.translation, desk.user.username))

    monkeypatch.setattr(actions, "_actions", {**actions._actions, "shout": Shout()})
    monkeypatch.setattr(
        actions, "_row_parts", [lambda desk, rows: {str(rows[0].key): "a note on this"}]
    )
    monkeypatch.setattr(actions, "_head_parts", [lambda desk: "a notice", lambda desk: ""])
    client = client_as("translator.sv")
    text = client.get(edit_url(swedish)).content.decode()
    assert [text.count(words) for words in ("Shout it", "a note on this", "a notice")] == [1, 1, 1]
    client.post(edit_url(swedish), {"action": "shout"})
    assert done == [(translation, "translator.sv")]


def test_a_long_page_asks_no_more_than_a_short_one(
    town, swedish, client_as, django_assert_max_num_queries
):
    paragraphs = "".join(
        f'<p>Kappale {i} <a linktype="page" id="{i}">x</a> <a href="https://example.org/{i}">y</a></p>'
        for i in range(30)
    )
    long = translate(town.add_news(1, body=[{"type": "paragraph", "value": paragraphs}])[0], "sv")
    client = client_as("admin")
    client.get(edit_url(swedish))
    counts = []
    for page in (swedish, long):
        # Of these, some thirty are the admin's own page around it, eight the panel of all versions.
        with django_assert_max_num_queries(48) as asked:
            client.get(edit_url(page))
        counts.append(len(asked))
    # One more for the titles of the pages that the links lead to.
    assert counts[1] - counts[0] <= 1


def test_a_group_without_right_to_publish_has_no_button(swedish, client_as, town):
    group = Group.objects.get(user=town.staff["translator.sv"])
    rights = GroupPagePermission.objects.filter(group=group)
    assert not rights.filter(permission__codename="publish_page").exists()
    text = client_as("translator.sv").get(edit_url(swedish)).content.decode()
    assert 'value="publish"' not in text
    assert 'value="publish"' in client_as("publisher").get(edit_url(swedish)).content.decode()
