"""The accessibility statement is filled from the report of films: a draft, once, by those who may."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from home.models import AccessibilityStatementPage
from home.statement_films import fill, statements_for
from tests.factories import (
    AccessibilityStatementPageFactory,
    NewsPageFactory,
    VideoFactory,
    VideoRenditionFactory,
    VideoTrackFactory,
    locale,
)
from videos.models import Video

pytestmark = pytest.mark.django_db


def lapsed(town: Any, title: str = "Koulussa", **fields: Any) -> Video:
    """Return a film on a public page that has lost its captions and its decision since."""
    video = VideoFactory(title=title, **fields)
    VideoRenditionFactory(video=video)
    body = [{"type": "video", "value": {"video": video.pk}}]
    NewsPageFactory(parent=town.indexes["fi"], body=body)
    video.tracks.all().delete()
    Video.objects.filter(pk=video.pk).update(description_decision="")
    return Video.objects.get(pk=video.pk)


def draft(page: AccessibilityStatementPage) -> AccessibilityStatementPage:
    return AccessibilityStatementPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def rows(page: AccessibilityStatementPage) -> set[tuple[str, bool]]:
    """Return criterion, and whether the film is named, of the draft's rows."""
    return {(row.criterion, "“Koulussa”" in row.what) for row in draft(page).defects.all()}


def press(client: Client, page: AccessibilityStatementPage) -> Any:
    return client.post(reverse("add_to_statement"), {"statement": page.pk}, follow=True)


def test_what_public_films_lack_is_added_to_a_draft_and_nothing_is_published(town, client_as):
    lapsed(town)
    page = town.statements["fi"]
    client = client_as("publisher")
    assert reverse("add_to_statement") in client.get(reverse("video_report")).content.decode()
    response = press(client, page)
    assert response.redirect_chain == [(reverse("video_report"), 302)]
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in response.content.decode()
    assert rows(page) == {("1.2.2", True), ("1.2.5", True)}
    for row in draft(page).defects.all():
        assert row.why.strip()
        row.full_clean(exclude=["page"])
    stored = AccessibilityStatementPage.objects.get(pk=page.pk)
    assert stored.live
    assert stored.has_unpublished_changes
    assert list(stored.defects.all()) == []
    assert draft(page).get_latest_revision().user == town.staff["publisher"]


def test_a_second_press_adds_nothing_twice(town, client_as):
    lapsed(town)
    page = town.statements["fi"]
    client = client_as("publisher")
    press(client, page)
    revisions = page.revisions.count()
    press(client, page)
    assert len(draft(page).defects.all()) == 2
    assert page.revisions.count() == revisions


def test_a_row_somebody_has_reworded_is_known_again(town):
    lapsed(town)
    page, user = town.statements["fi"], town.staff["admin"]
    fill(page, user)
    changed = draft(page)
    for row in changed.defects.all():
        row.what = f"Elokuvasta “Koulussa” puuttuu jotakin ({row.criterion})."
        row.why = "Tekstitys valmistuu 1.2.2027."
    changed.save_revision().publish()
    assert fill(page, user).added == 0


def test_films_nobody_is_shown_and_films_in_order_are_not_named(town):
    video = VideoFactory(captions=False)
    VideoRenditionFactory(video=video)
    assert fill(town.statements["fi"], town.staff["admin"]).added == 0


def test_rows_of_films_that_were_mended_are_named_and_left_to_the_editor(town):
    video = lapsed(town)
    page, user = town.statements["fi"], town.staff["admin"]
    fill(page, user)
    VideoTrackFactory(video=video)
    filled = fill(page, user)
    assert filled.added == 0
    assert len(filled.mended) == 1
    assert "“Koulussa”" in filled.mended[0]
    assert rows(page) == {("1.2.2", True), ("1.2.5", True)}


def test_rows_somebody_wrote_of_other_things_are_neither_touched_nor_proposed(town):
    lapsed(town)
    page, user = town.statements["fi"], town.staff["admin"]
    own = draft(page)
    own.defects.create(what="PDF-liitteet ennen 2020", why="Korjataan.", locale=page.locale)
    own.save_revision().publish()
    filled = fill(page, user)
    assert filled.added == 2
    assert filled.mended == []
    assert "PDF-liitteet ennen 2020" in [row.what for row in draft(page).defects.all()]


def test_the_text_alternative_is_named_where_there_is_one_in_the_language(town):
    lapsed(town).texts.update(transcript="Oivi tulee ovesta.")
    fill(town.statements["fi"], town.staff["admin"])
    fill(town.statements["sv"], town.staff["admin"])
    assert all(row.alternative for row in draft(town.statements["fi"]).defects.all())
    assert not any(row.alternative for row in draft(town.statements["sv"]).defects.all())


def test_a_very_long_title_still_fits(town):
    lapsed(town, title="K" * 250)
    fill(town.statements["fi"], town.staff["admin"])
    for row in draft(town.statements["fi"]).defects.all():
        row.full_clean(exclude=["page"])


# Who may ------------------------------------------------------------------------------------------


def test_whoever_may_not_edit_a_statement_fills_none(town, client_as):
    lapsed(town)
    page = town.statements["fi"]
    for name in ("translator.sv", "translator.en"):
        assert page not in statements_for(town.staff[name])
        press(client_as(name), page)
        assert rows(page) == set()


@pytest.mark.parametrize("chosen", ["", "0", "x", "99999999999999999999"])
def test_a_statement_that_does_not_exist_is_refused(town, client_as, chosen):
    response = client_as("admin").post(reverse("add_to_statement"), {"statement": chosen})
    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")


def test_the_button_posts_and_brings_its_token(town, client_as):
    page = town.statements["fi"]
    lapsed(town)
    assert client_as("admin").get(reverse("add_to_statement")).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(town.staff["admin"])
    assert strict.post(reverse("add_to_statement"), {"statement": page.pk}).status_code == 403
    assert rows(page) == set()
    text = strict.get(reverse("video_report")).content.decode()
    form = text[text.index(f'action="{reverse("add_to_statement")}"') :]
    token = form.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    data = {"statement": page.pk, "csrfmiddlewaretoken": token}
    assert strict.post(reverse("add_to_statement"), data).status_code == 302
    assert rows(page)


def test_a_locked_statement_is_left_alone(town, client_as):
    lapsed(town)
    page = town.statements["fi"]
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=town.staff["admin"])
    assert page not in statements_for(town.staff["publisher"])
    press(client_as("publisher"), page)
    assert rows(page) == set()


def test_a_translation_that_follows_its_original_gets_its_rows_from_there(town):
    source, _created = TranslationSource.get_or_create_from_instance(town.statements["fi"])
    translation = Translation.objects.create(source=source, target_locale=town.locales["sv"])
    assert town.statements["sv"] not in statements_for(town.staff["admin"])
    translation.enabled = False
    translation.save()
    assert town.statements["sv"] in statements_for(town.staff["admin"])


def test_a_statement_in_a_language_without_texts_is_not_filled_in_finnish(town):
    home = town.homes["fi"].copy_for_translation(locale("uk"))
    home.save_revision().publish()
    page = AccessibilityStatementPageFactory(
        parent=home, title="Заява про доступність", slug="zaiava"
    )
    assert page not in statements_for(town.staff["admin"])
    assert len(statements_for(town.staff["admin"])) == 3
