"""Texts with one row a language: vocabularies, titles of persons, texts of films, words of the site."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.models import DraftStateMixin, LockableMixin, TranslatableMixin, WorkflowMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from core.models import SiteSettings, SiteTexts
from people.models import ContactPerson, ContactTitle, Funder, Organisation, Theme
from plans.models import Area
from tests.translations.roles.test_pages import refused
from translations.roles.policies import LanguagePolicyMixin
from videos.models import VideoText

pytestmark = pytest.mark.django_db


def at(model, name, *args):
    meta = model._meta
    return reverse(f"wagtailsnippets_{meta.app_label}_{meta.model_name}:{name}", args=args)


def everything(model):
    return list(model.objects.order_by("pk").values())


@pytest.fixture
def themes(town):
    """Return one theme in three languages."""
    town.theme.copy_for_translation(town.locales["en"]).save()
    rows = Theme.objects.filter(translation_key=town.theme.translation_key)
    return {row.locale.language_code: row for row in rows.select_related("locale")}


def test_a_row_is_changed_in_her_language_only(client_as, swede, themes):
    client = client_as(swede)
    for code, row in themes.items():
        url = at(Theme, "edit", row.pk)
        before = everything(Theme)
        sent = {"name": "Skrivet", "slug": "skrivet"}
        assert refused(client.get(url)) is (code != "sv")
        answer = client.post(url, sent, follow=True)
        assert (everything(Theme) == before) is (code != "sv")
        if code != "sv":
            told = [str(message) for message in answer.context["messages"]]
            assert ("suomi" if code == "fi" else "English") in told[-1]


def test_the_refusal_says_which_language_it_was(client_as, swede, themes):
    answer = client_as(swede).get(at(Theme, "edit", themes["en"].pk), follow=True)
    assert any("English" in str(message) for message in answer.context["messages"])
    answer = client_as(swede).get(
        at(Theme, "edit", themes["en"].pk), headers={"x-requested-with": "XMLHttpRequest"}
    )
    assert answer.status_code == 403


def test_a_row_is_deleted_in_her_language_only(client_as, swede, themes):
    client = client_as(swede)
    for code, row in themes.items():
        assert refused(client.get(at(Theme, "delete", row.pk))) is (code != "sv")
        client.post(at(Theme, "delete", row.pk))
        assert Theme.objects.filter(pk=row.pk).exists() is (code != "sv")


def test_rows_in_a_list_are_deleted_in_her_language_only(client_as, swede, themes):
    rows = [("id", row.pk) for row in themes.values()]
    url = reverse("wagtail_bulk_action", args=["people", "theme", "delete"])
    client_as(swede).post(f"{url}?{urlencode(rows)}&next=/admin/")
    left = set(Theme.objects.values_list("locale__language_code", flat=True))
    assert left == {"fi", "en"}


def test_a_row_is_added_in_her_language_only(town, client_as, swede):
    client, url = client_as(swede), at(Theme, "add")
    opened = client.get(url)
    assert (opened.status_code, opened["Location"]) == (302, f"{url}?locale=sv")
    before = everything(Theme)
    sent = {"name": "Nytt", "slug": "nytt"}
    for other in (url, f"{url}?locale=en", f"{url}?locale=fi"):
        assert refused(client.post(other, sent))
        assert everything(Theme) == before
    assert refused(client.get(f"{url}?locale=en"))
    assert client.get(f"{url}?locale=sv").status_code == 200
    client.post(f"{url}?locale=sv", sent)
    assert Theme.objects.get(slug="nytt").locale == town.locales["sv"]


def test_a_row_is_copied_in_its_language_only(client_as, swede, themes):
    before = everything(Theme)
    for query in ("", "?locale=sv"):
        url = at(Theme, "copy", themes["en"].pk) + query
        assert refused(client_as(swede).get(url))
        assert refused(client_as(swede).post(url, {"name": "Kopia", "slug": "kopia"}))
    assert everything(Theme) == before


@pytest.mark.parametrize("model", [ContactTitle, VideoText])
def test_a_text_with_a_choice_of_language_stays_in_hers(town, client_as, swede, model):
    if model is ContactTitle:
        rows = ContactTitle.objects.filter(person=town.person)
    else:
        text = town.video.texts.model.objects.filter(video=town.video).first()
        text.copy_for_translation(town.locales["sv"]).save()
        rows = VideoText.objects.filter(video=town.video)
    for order, row in enumerate(rows.order_by("pk")):
        rows.filter(pk=row.pk).update(sort_order=order)
    client = client_as(swede)
    for row in rows.select_related("locale"):
        is_hers = row.locale == town.locales["sv"]
        url = at(model, "edit", row.pk)
        assert refused(client.get(url)) is not is_hers
        for code in ("en", "sv"):
            before = everything(model)
            client.post(url, {"locale": town.locales[code].pk, "title": "Skrivet"})
            assert (everything(model) != before) is (is_hers and code == "sv")
        before = everything(model)
        client.post(f"{at(model, 'reorder', row.pk)}?position=0")
        assert is_hers or everything(model) == before
    assert set(rows.filter(title="Skrivet").values_list("locale__language_code")) == {("sv",)}


def person_form(person, rows, **given):
    values = {
        "name": person.name,
        "phone": person.phone,
        "email": person.email,
        "organisation": str(person.organisation_id or ""),
        "photo": str(person.photo_id or ""),
        "languages_spoken": person.languages_spoken,
        "valid_until": person.valid_until.isoformat() if person.valid_until else "",
        **given,
    }
    values["titles"] = inline_formset(rows, initial=sum(bool(row.get("id")) for row in rows))
    return nested_form_data(values)


def test_of_a_person_she_changes_the_titles_in_her_language(town, client_as, swede):
    person = town.person
    kept = [
        {"id": row.pk, "locale": row.locale_id, "title": row.title}
        for row in ContactTitle.objects.filter(person=person).order_by("sort_order", "pk")
    ]
    swedish = next(i for i, row in enumerate(kept) if row["locale"] == town.locales["sv"].pk)
    finnish = next(i for i, row in enumerate(kept) if row["locale"] == town.locales["fi"].pk)
    english = {"id": "", "locale": town.locales["en"].pk, "title": "planner"}

    def with_row(position, **given):
        return [{**row, **given} if i == position else row for i, row in enumerate(kept)]

    refused_ones = {
        "another's text": person_form(person, with_row(finnish, title="Kaapattu")),
        "another's deletion": person_form(person, with_row(finnish, DELETE="on")),
        "a new one": person_form(person, [*kept, english]),
        "hers into another": person_form(person, with_row(swedish, locale=english["locale"])),
        "what all share": person_form(person, kept, name="Kaapattu"),
        "a number": person_form(person, kept, phone="040 999 9999"),
    }
    client, url = client_as(swede), at(ContactPerson, "edit", person.pk)
    assert client.get(url).status_code == 200
    before = everything(ContactPerson), everything(ContactTitle)
    for what, sent in refused_ones.items():
        answer = client.post(url, sent)
        assert answer.status_code == 200, what
        assert answer.context["form"].non_field_errors(), what
        assert (everything(ContactPerson), everything(ContactTitle)) == before, what
    new = client.post(at(ContactPerson, "add"), person_form(person, [{**english, "id": ""}]))
    assert new.context["form"].non_field_errors()
    assert (everything(ContactPerson), everything(ContactTitle)) == before
    answer = client.post(url, person_form(person, with_row(swedish, title="planerare")))
    assert answer.status_code == 302
    assert ContactTitle.objects.get(pk=kept[swedish]["id"]).title == "planerare"
    # Whoever is bound to nothing changes all of it.
    answer = client_as("editor").post(url, refused_ones["a number"])
    assert answer.status_code == 302


@pytest.mark.parametrize("door", ["form", "list"])
def test_a_person_goes_with_titles_in_her_language_only(town, client_as, swede, door):
    person = town.person
    if door == "form":
        url = at(ContactPerson, "delete", person.pk)
    else:
        action = reverse("wagtail_bulk_action", args=["people", "contactperson", "delete"])
        url = f"{action}?id={person.pk}&next=/admin/reports/"
    assert refused(client_as(swede).post(url))
    assert ContactPerson.objects.filter(pk=person.pk).exists()
    ContactTitle.objects.filter(person=person).exclude(locale=town.locales["sv"]).delete()
    assert not refused(client_as(swede).post(url))
    assert not ContactPerson.objects.filter(pk=person.pk).exists()


def test_of_the_site_she_changes_the_words_in_her_language(town, client_as, swede):
    SiteTexts.objects.update(footer_text="<p>Lisää <b>meistä</b>.</p>")
    url = reverse("wagtailsettings:edit", args=["core", "sitesettings", town.site.pk])
    client = client_as(swede)
    form = client.get(url).context["form"]
    sent = {}
    for bound in form:
        value = bound.value()
        if not isinstance(value, bool):
            sent[bound.name] = "" if value is None else str(getattr(value, "pk", value))
    for formset in form.formsets.values():
        for field in formset.management_form:
            sent[field.html_name] = field.value()
        for inner in formset.forms:
            for bound in inner:
                value = bound.value()
                sent[bound.html_name] = "" if value is None else value
                if bound.name == "footer_text":
                    sent[bound.html_name] = rich_text(inner.instance.footer_text)
            sent.pop(f"{inner.prefix}-DELETE", None)
    texts = form.formsets["texts"].forms
    for code in ("fi", "sv"):
        row = next(r for r in texts if r.instance.locale == town.locales[code])
        before = everything(SiteTexts)
        client.post(url, {**sent, f"{row.prefix}-site_name": "Skrivet"})
        assert (everything(SiteTexts) != before) is (code == "sv")
    before = everything(SiteSettings)
    client.post(url, {**sent, "brand_colour": "#000000"})
    assert everything(SiteSettings) == before


def test_translators_as_they_are_set_up_change_words_of_their_language(town, client_as, themes):
    translator = client_as("translator.sv")
    for code, row in themes.items():
        assert refused(translator.get(at(Theme, "edit", row.pk))) is (code != "sv")
        assert refused(translator.get(at(Theme, "delete", row.pk)))


def test_editors_change_all_languages(client_as, themes):
    for row in themes.values():
        assert client_as("editor").get(at(Theme, "edit", row.pk)).status_code == 200


def test_lists_and_single_answers_agree(town, swede, themes):
    policy = policy_registry.get_by_type(Theme)
    for action in ("change", "delete"):
        listed = list(policy.instances_user_has_permission_for(swede, action))
        assert listed == [themes["sv"]]
        for code, row in themes.items():
            may = policy.user_has_permission_for_instance(swede, action, row)
            assert may is (code == "sv")
    editor = town.staff["editor"]
    assert policy.instances_user_has_permission_for(editor, "change").count() == 3
    assert not policy.instances_user_has_permission_for(editor, "delete").exists()


def test_every_text_with_one_row_a_language_keeps_the_rule():
    texts = {model for model in get_snippet_models() if issubclass(model, TranslatableMixin)}
    assert texts == {Theme, Organisation, Funder, Area, ContactTitle, VideoText}
    for model in texts:
        assert isinstance(policy_registry.get_by_type(model), LanguagePolicyMixin), model
        # These have further doors (locking, drafts, approval), which ask about types only.
        assert not issubclass(model, (DraftStateMixin, LockableMixin, WorkflowMixin))
