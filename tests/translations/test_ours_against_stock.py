"""The same deeds as in ``stock/``, on our site, with what TRANSLATION.md promises instead.

What each rule does in full is proved where the rule is (``test_freshness.py``, ``lifecycle/``,
``roles/``); here the numbered facts stand beside each other. Facts 4 and 6 to 11 belong to no rule
of this app yet.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.set_up import ensure_language, translators_of
from news.models import NewsPage
from tests.factories import NewsIndexPageFactory, NewsPageFactory, ThemeFactory
from tests.translating import translate
from translations.models import LanguageVersion, State, Unconfirmed

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(town) -> NewsPage:
    """Return a Finnish item."""
    return town.add_news(1, title="Haku alkaa", lead="Tervetuloa.")[0]


def now(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def rewrite(page: Any, **fields: Any) -> Any:
    page = now(page)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return now(page)


def version_of(page: Any) -> LanguageVersion:
    return LanguageVersion.objects.get(translation_key=page.translation_key, locale=page.locale)


def post(client: Client, address: str, data: dict[str, Any]) -> Any:
    """Send a form, and let happen what waits for the end of the transaction."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(address, data)


def sync(client: Client, page: Any, **choices: str) -> Any:
    source = TranslationSource.objects.get_for_instance(page)
    return post(client, reverse("wagtail_localize:update_translations", args=[source.pk]), choices)


def begin_to_change(page: Any) -> None:
    """Change the translation of a title, as a translator who has not finished."""
    text = StringTranslation.objects.get(
        context__object_id=page.translation_key, context__path="title", locale=page.locale
    )
    text.data = "Utkast"
    text.save()


def test_fact_01_a_stale_translation_is_outdated_without_a_sync(item):
    swedish = translate(item, "sv")
    assert version_of(swedish).state == State.UP_TO_DATE
    rewrite(item, title="Haku alkoi")
    found = version_of(swedish)
    assert (found.state, found.outdated) == (State.OUTDATED, 1)
    # What wagtail-localize would say: nobody asks it.
    total, done = Translation.objects.get().get_progress()
    assert total == done


def test_fact_02_publishing_after_a_sync_keeps_the_old_translation(client_as, town, item):
    swedish = translate(item, "sv")
    rewrite(item, title="Haku alkoi")
    client = client_as(town.staff["admin"])
    sync(client, item, publish_translations="on")
    html = Client().get(swedish.url).content.decode()
    assert "sv: Haku alkaa" in html
    # The notice of a newer version names it, in its own language.
    assert html.count("Haku alkoi") == html.count('lang="fi" dir="ltr">Haku alkoi') == 1
    assert version_of(swedish).outdated == 1
    kept = Unconfirmed.objects.get()
    assert (kept.old_text, kept.string_translation.data) == ("Haku alkaa", "sv: Haku alkaa")
    assert kept.string_translation.translation_of.data == "Haku alkoi"


def test_fact_03_an_expiry_reaches_the_translation(item):
    swedish = translate(item, "sv")
    moment = timezone.now() + timedelta(days=1)
    rewrite(item, expire_at=moment)
    assert now(swedish).expire_at == moment
    NewsPage.objects.filter(translation_key=item.translation_key).update(
        expire_at=timezone.now() - timedelta(minutes=1)
    )
    call_command("publish_scheduled")
    assert Client().get(item.url).status_code == Client().get(swedish.url).status_code == 404


def test_fact_03_unpublishing_the_source_withdraws_the_translation(item):
    swedish = translate(item, "sv")
    now(item).unpublish()
    assert Client().get(swedish.url).status_code == 404


def test_fact_03_moving_the_source_moves_the_translation(town, item):
    swedish = translate(item, "sv")
    archive = NewsIndexPageFactory(parent=town.homes["fi"], title="Arkisto")
    arkiv = translate(archive, "sv")
    now(item).move(archive, pos="last-child")
    assert now(swedish).get_parent().pk == arkiv.pk
    assert Client().get(swedish.url, follow=True).redirect_chain[-1][0] == now(swedish).url


def test_fact_05_languages_limit_who_changes_a_snippet(client_as, town):
    """The translators into Swedish, who are allowed to change themes."""
    rights = Permission.objects.filter(codename__in=["add_theme", "change_theme"])
    Group.objects.get(name=translators_of("svenska")).permissions.add(*rights)
    theme = ThemeFactory(name="Kieli")
    swedish, english = translate(theme, "sv"), translate(theme, "en")
    client = client_as(town.staff["translator.sv"])
    answers = {}
    for row in (theme, swedish, english):
        address = reverse("wagtailsnippets_people_theme:edit", args=[row.pk])
        answers[row.locale.language_code] = client.get(address).status_code
    assert answers == {"fi": 302, "sv": 200, "en": 302}
    put, po = {}, {}
    for translation in Translation.objects.filter(source__object_id=theme.translation_key):
        code = translation.target_locale.language_code
        segment = translation.source.stringsegment_set.first()
        kept = StringTranslation.objects.filter(locale=translation.target_locale)
        client.put(
            reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]),
            "value=Annat",
            content_type="application/x-www-form-urlencoded",
        )
        put[code] = kept.get(translation_of=segment.string).data
        content = str(translation.export_po()).replace(put[code], "Ur en fil").encode()
        client.post(
            reverse("wagtail_localize:upload_pofile", args=[translation.pk]),
            {"file": SimpleUploadedFile("file.po", content)},
        )
        po[code] = kept.get(translation_of=segment.string).data
    assert put == {"sv": "Annat", "en": "en: Kieli"}
    assert po == {"sv": "Ur en fil", "en": "en: Kieli"}


def test_fact_05_languages_limit_what_may_be_translated_into(client_as, town, item):
    english = translate(item, "en")
    client = client_as(town.staff["translator.sv"])
    submit = reverse("wagtail_localize:submit_page_translation", args=[item.pk])
    offered = client.get(submit).context["form"].fields["locales"].queryset
    assert [locale.language_code for locale in offered] == ["sv"]
    # Another language of the site, that the item is not in yet.
    northern = ensure_language("se")
    answer = post(client, submit, {"locales": [northern.pk]})
    assert "locales" in answer.context["form"].errors
    assert not NewsPage.objects.filter(locale=northern).exists()
    rewrite(item, title="Haku alkoi")
    sync(client, item, publish_translations="on")
    assert now(english).title == "en: Haku alkaa"
    assert now(english).latest_revision == english.latest_revision


def test_fact_12_a_draft_of_the_translation_of_a_live_page_is_not_public(item):
    swedish = translate(item, "sv")
    begin_to_change(swedish)
    Translation.objects.get().save_target(publish=False)
    assert now(swedish).title == "sv: Haku alkaa"
    assert now(swedish).get_latest_revision_as_object().title == "Utkast"
    assert "Utkast" not in Client().get(swedish.url).content.decode()


def test_fact_13_translating_a_subtree_publishes_no_half_written_translation(client_as, town):
    section = NewsIndexPageFactory(parent=town.homes["fi"], title="Osasto")
    page = NewsPageFactory(parent=section, title="Haku alkaa")
    swedish = translate(page, "sv")
    begin_to_change(swedish)
    answer = post(
        client_as(town.staff["admin"]),
        reverse("wagtail_localize:submit_page_translation", args=[section.pk]),
        {"locales": [town.locales["sv"].pk], "include_subtree": "on"},
    )
    assert answer.status_code == 302
    assert now(swedish).title == "sv: Haku alkaa"
    assert now(swedish).get_latest_revision_as_object().title == "Utkast"
    assert "Utkast" not in Client().get(swedish.url).content.decode()
