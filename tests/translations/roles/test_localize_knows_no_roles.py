"""wagtail-localize's doors: segments, overrides, PO files, targets; we notice when it asks itself."""

from __future__ import annotations

import inspect
from urllib.parse import urlencode

import polib
import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.views import convert, edit_translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from tests.factories import StandardPageFactory, ThemeFactory
from tests.translating import translate
from tests.translations.roles.test_pages import refused
from translations.roles import localize_knows_no_roles

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["page", "theme"])
def versions(request, town):
    """Return a Finnish page or theme, and its translations into Swedish and English."""
    if request.param == "page":
        original = town.add_news(
            1,
            title="Kokous",
            lead="Tervetuloa",
            body=[("paragraph", "<p>Tule <a href='https://example.org'>tänne</a>.</p>")],
        )[0]
    else:
        original = ThemeFactory(name="Kieli")
    for code in ("sv", "en"):
        translate(original, code)
    source = TranslationSource.objects.get_for_instance(original)
    return original, {t.target_locale.language_code: t for t in source.translations.all()}


def at(name, *args):
    return reverse(f"wagtail_localize:{name}", args=args)


def test_a_machine_translates_into_her_language_only(settings, client_as, swede, versions):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }
    _original, found = versions
    StringTranslation.objects.all().delete()
    for code in ("en", "sv"):
        url = at("machine_translate", found[code].pk)
        assert refused(client_as(swede).post(url, AFTER)) is (code == "en")
        texts = StringTranslation.objects.filter(locale=found[code].target_locale)
        assert texts.exists() is (code == "sv")


def segment_of(translation) -> StringSegment:
    return translation.source.stringsegment_set.order_by("order").first()


def po_of(translation) -> SimpleUploadedFile:
    po = polib.pofile(str(translation.export_po()))
    for entry in po:
        entry.msgstr = "Kaapattu"
    return SimpleUploadedFile("x.po", str(po).encode())


#: Where one who is let in goes afterwards.
AFTER = {"next": "/admin/reports/"}

#: What is done to a translation through wagtail-localize's addresses, and whether it changes texts.
DOORS = {
    "segment": lambda client, t: client.put(
        at("edit_string_translation", t.pk, segment_of(t).pk),
        urlencode({"value": "Kaapattu"}),
        content_type="application/x-www-form-urlencoded",
    ),
    "clearing": lambda client, t: client.delete(
        at("edit_string_translation", t.pk, segment_of(t).pk)
    ),
    "file": lambda client, t: client.post(at("upload_pofile", t.pk), {"file": po_of(t), **AFTER}),
    "stop": lambda client, t: client.post(at("stop_translation", t.pk), AFTER),
}


def kept(translation) -> tuple:
    texts = StringTranslation.objects.filter(locale=translation.target_locale).order_by("pk")
    return (
        list(texts.values_list("pk", "data", "last_translated_by")),
        list(Translation.objects.filter(pk=translation.pk).values_list("enabled", flat=True)),
    )


@pytest.mark.parametrize("door", DOORS)
def test_what_changes_a_translation_is_for_those_of_its_language(client_as, swede, versions, door):
    client, (_original, found) = client_as(swede), versions
    for code in ("en", "sv"):
        before = kept(found[code])
        assert refused(DOORS[door](client, found[code])) is (code == "en")
        assert (kept(found[code]) == before) is (code == "en")


def test_a_choice_is_overridden_in_her_language_only(town, client_as, swede):
    original = town.add_news(1, image=town.photograph, image_alt="Kaksi ihmistä torilla.")[0]
    for code in ("sv", "en"):
        translate(original, code)
    source = TranslationSource.objects.get_for_instance(original)
    segment = OverridableSegment.objects.filter(source=source).first()
    for code in ("en", "sv"):
        translation = source.translations.get(target_locale__language_code=code)
        answer = client_as(swede).put(
            at("edit_override", translation.pk, segment.pk),
            urlencode({"value": town.photograph.pk}),
            content_type="application/x-www-form-urlencoded",
        )
        assert (answer.status_code == 403) is (code == "en")
    kept = SegmentOverride.objects.get()
    assert kept.locale == town.locales["sv"]


def test_texts_are_looked_at_in_her_language_only(client_as, swede, versions):
    client, (original, found) = client_as(swede), versions
    for code in ("en", "sv"):
        assert refused(client.get(at("download_pofile", found[code].pk))) is (code == "en")
        if isinstance(original, Page):
            preview = client.get(at("preview_translation", found[code].pk))
            assert refused(preview) is (code == "en")


def edit_url(instance) -> str:
    if isinstance(instance, Page):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    return reverse("wagtailsnippets_people_theme:edit", args=[instance.pk])


@pytest.mark.parametrize("sent", [{"action": "publish"}, {"localize-restart-translation": "1"}])
def test_the_editor_of_a_translation_opens_in_her_language_only(client_as, swede, versions, sent):
    client, (_original, found) = client_as(swede), versions
    is_restart = "action" not in sent
    for code in ("en", "sv"):
        Translation.objects.filter(pk=found[code].pk).update(enabled=not is_restart)
        target = found[code].get_target_instance()
        before = kept(found[code])
        assert refused(client.get(edit_url(target))) is (code == "en")
        assert refused(client.post(edit_url(target), sent)) is (code == "en")
        if is_restart:
            assert (kept(found[code]) == before) is (code == "en")


def test_a_page_becomes_an_alias_in_her_language_only(town, client_as, swede):
    original = town.add_news(1, title="Kokous")[0]
    pages = {code: translate(original, code) for code in ("sv", "en")}
    for code, page in pages.items():
        url = at("convert_to_alias", page.pk)
        assert refused(client_as(swede).get(url)) is (code == "en")
        assert refused(client_as(swede).post(url)) is (code == "en")
        page.refresh_from_db()
        assert (page.alias_of_id is None) is (code == "en")


def targets(response) -> set[str]:
    choices = response.context["form"].fields["locales"].queryset
    return set(choices.values_list("language_code", flat=True))


@pytest.mark.parametrize("kind", ["page", "theme"])
def test_a_translation_is_ordered_in_her_languages_only(town, client_as, swede, kind):
    if kind == "page":
        original = town.add_news(1, title="Kokous")[0]
        url = at("submit_page_translation", original.pk)
    else:
        original = ThemeFactory(name="Kieli")
        url = at("submit_snippet_translation", "people", "theme", original.pk)
    assert targets(client_as("editor").get(url)) > {"sv", "en"}
    client = client_as(swede)
    assert targets(client.get(url)) == {"sv"}
    both = [town.locales["sv"].pk, town.locales["en"].pk]
    for wanted in ([town.locales["en"].pk], both):
        answer = client.post(url, {"locales": wanted})
        assert answer.status_code == 200
        assert "locales" in answer.context["form"].errors
        assert not original.get_translations().exists()
    assert client.post(url, {"locales": both[:1]}).status_code == 302
    assert [version.locale for version in original.get_translations()] == [town.locales["sv"]]


def test_what_she_cannot_open_is_not_translated_for_her(town, client_as):
    public, draft, behind = town.add_news(3)
    draft.unpublish()
    PageViewRestriction.objects.create(page=behind, restriction_type="password", password="x")
    wanted = {"locales": [town.locales["sv"].pk], "include_subtree": "on"}
    translator = client_as("translator.sv")
    for page in (draft, behind):
        url = at("submit_page_translation", page.pk)
        assert refused(translator.get(url))
        assert refused(translator.post(url, wanted))
        assert not page.get_translations().exists()
    assert translator.post(at("submit_page_translation", public.pk), wanted).status_code == 302
    assert public.get_translations().exists()
    # Nor with what is above it.
    section = StandardPageFactory(parent=town.homes["fi"], title="Osasto")
    for live in (True, False):
        StandardPageFactory(parent=section, live=live, title=f"Sivu {live}")
    url = at("submit_page_translation", section.pk)
    assert translator.get(url).context["form"].fields["include_subtree"].disabled
    assert translator.post(url, wanted).status_code == 302
    assert section.get_translations().exists()
    assert not any(page.get_translations().exists() for page in section.get_children())
    # Who finds them in the tree has them translated, and brought up.
    for page in (draft, behind):
        url = at("submit_page_translation", page.pk)
        english = {"locales": [town.locales["en"].pk]}
        assert client_as("editor").post(url, english).status_code == 302
        source = TranslationSource.objects.get_for_instance(page)
        assert refused(translator.get(at("update_translations", source.pk)))
    url = at("submit_page_translation", section.pk)
    assert not client_as("editor").get(url).context["form"].fields["include_subtree"].disabled


def test_rows_are_listed_to_those_who_have_a_right_on_them(town, client_as):
    visitor = get_user_model().objects.create_user("vierailija")
    visitor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    url = at("snippets_api_listing", "people", "contactperson")
    assert refused(client_as(visitor).get(url))
    assert client_as("editor").get(url).status_code == 200


@pytest.mark.parametrize("name", ["translations_report", "translations_report_results"])
def test_the_report_that_names_all_to_everybody_gives_way_to_the_matrix(town, client_as, name):
    for user in ("admin", "translator.sv"):
        answer = client_as(user).get(at(name), {"export": "csv"})
        assert answer.status_code == 302
        assert answer["Location"] == reverse("translations_matrix:pages")


def test_all_languages_are_brought_up_by_those_who_write_in_all(town, client_as, swede, versions):
    _original, found = versions
    url = at("update_translations", found["sv"].source_id)
    before = found["sv"].source.last_updated_at
    assert refused(client_as(swede).get(url))
    assert refused(client_as(swede).post(url, {"publish_translations": "on"}))
    found["sv"].source.refresh_from_db()
    assert found["sv"].source.last_updated_at == before
    found["en"].delete()
    assert client_as(swede).get(url).status_code == 200
    assert not refused(client_as(swede).post(url))


#: The addresses under localize/ by name: each is tried above, or why not.
TRIED = {
    "submit_page_translation",
    "submit_snippet_translation",
    "update_translations",
    "edit_string_translation",
    "edit_override",
    "download_pofile",
    "upload_pofile",
    "preview_translation",
    "stop_translation",
    "machine_translate",
    "convert_to_alias",
    "snippets_api_listing",
    "translations_report",
    "translations_report_results",
}
UNTRIED = {
    "javascript_catalog": "words of the interface",
    "snippets_api_detail": "a row of the list that is tried above",
}


def test_there_is_no_other_door():
    assert len(list(get_resolver().url_patterns)) > 3
    found = set()
    stack = list(get_resolver().url_patterns)
    while stack:
        pattern = stack.pop()
        if getattr(pattern, "namespace", None) == "wagtail_localize":
            found |= {inner.name for inner in pattern.url_patterns}
        else:
            stack += getattr(pattern, "url_patterns", [])
    assert found == TRIED | set(UNTRIED)


def test_wagtail_localize_does_not_ask_yet():
    asks = inspect.getsource(localize_knows_no_roles.original_can_edit)
    assert "policy" not in asks, "it asks the policy of a snippet: delete user_can_edit_instance"
    assert "instance.__class__" in asks
    form = inspect.getsource(localize_knows_no_roles.original_form)
    assert "request.user" not in form, "it asks who orders: look whether get_form is needed"
    update = inspect.getsource(UpdateTranslationsView.form_valid)
    assert "permissions_for_user" not in update
    # Segment, override, file out and in, preview, stop, machine: all ask the function that is replaced.
    assert inspect.getsource(edit_translation).count("if not user_can_edit_instance(") == 7
    assert "permissions_for_user" in inspect.getsource(convert.convert_to_alias)
