"""A translator without the right to publish never publishes, by any door."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation, Translation

from news.models import NewsPage
from tests.factories import ThemeFactory
from tests.forms import news_form
from tests.translations.review.conftest import work_on
from translations.review import releases
from translations.saving import save_version


def admin(name: str, *args: Any) -> str:
    return reverse(name, args=args)


def edit(client: Any, work: Any, **sent: Any) -> None:
    client.post(work.edit_url, sent)


def own_form(client: Any, work: Any, **sent: Any) -> None:
    """Send Wagtail's own form, which a stopped translation is written in."""
    Translation.objects.update(enabled=False)
    client.post(work.edit_url, {**news_form(title="Annan rubrik", slug=work.sv.slug), **sent})


def bulk(client: Any, work: Any) -> None:
    client.post(
        admin("wagtail_bulk_action", "wagtailcore", "page", "publish") + f"?id={work.sv.pk}"
    )


def sync(client: Any, work: Any) -> None:
    """Tick the box that wagtail-localize would publish for."""
    source = work.translation.source_id
    client.post(
        admin("wagtail_localize:update_translations", source), {"publish_translations": "on"}
    )


def api(client: Any, work: Any) -> None:
    client.post(admin("wagtailadmin_api:pages:action", work.sv.pk, "publish"))


def alias(client: Any, work: Any) -> None:
    client.post(admin("wagtail_localize:convert_to_alias", work.sv.pk))


def approve(client: Any, work: Any) -> None:
    """Approve what she submitted herself, on our page and in Wagtail's window."""
    work.submit()
    task_state = work.sv.current_workflow_task_state
    sent = {"task_state": task_state.pk, "revision": work.sv.latest_revision_id}
    client.post(work.url(), {**sent, "decision": "approve"})
    client.post(admin("wagtailadmin_pages:workflow_action", work.sv.pk, "approve", task_state.pk))


def schedule(client: Any, work: Any) -> None:
    """Submit a time that has come; no clock publishes what nobody approved."""
    page = work.sv
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision(user=work.user("translator.sv"))
    own_form(client, work, go_live_at="2026-01-01 00:00", **{"action-publish": "1"})
    call_command("publish_scheduled")


def ready(client: Any, work: Any) -> None:
    """Have her page wait for the others, say it is ready, and publish them all."""
    url = admin("translations_review:release", work.fi.pk)
    client.post(url, {"deed": "hold", "pages": [work.sv.pk]})
    release = releases.hold(work.fi, [work.sv], work.user("publisher"))
    for item in release.items.all():
        latest = item.page.latest_revision_id or ""
        client.post(url, {"deed": "ready", "item": item.pk, "revision": latest})
    client.post(url, {"deed": "release"})
    assert not any(item.is_ready for item in release.items.all())
    client.post(url, {"deed": "cancel"})
    release.refresh_from_db()
    assert release.state == "holding"


DOORS = {
    "our editor": lambda client, work: edit(client, work, action="publish"),
    "form": lambda client, work: own_form(client, work, **{"action-publish": "1"}),
    "restart": lambda client, work: edit(client, work, **{"localize-restart-translation": "1"}),
    "bulk": bulk,
    "sync": sync,
    "api": api,
    "alias": alias,
    "self-approval": approve,
    "schedule": schedule,
    "together": ready,
}


#: What is public already is another matter at these.
LIVE = ("our editor", "form", "sync", "alias", "self-approval")


@pytest.mark.parametrize(
    ("door", "is_published"), [*((door, False) for door in DOORS), *((door, True) for door in LIVE)]
)
def test_what_the_public_sees_stays_as_it_is(town, client_as, door, is_published):
    work = work_on(town, is_published=is_published)
    work.write("Annan rubrik")
    save_version(work.translation, user=work.user("translator.sv"))
    before = Page.objects.filter(pk=work.sv.pk).values("live", "title", "live_revision").get()
    DOORS[door](client_as("translator.sv"), work)
    row = Page.objects.filter(pk=work.sv.pk).values("live", "title", "live_revision").get()
    assert row == before
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


# The same doors open for whoever may, or the test above would prove nothing.
@pytest.mark.parametrize("door", ["our editor", "form", "bulk", "sync", "api"])
def test_the_doors_open_for_a_publisher(work, client_as, door):
    work.write("Annan rubrik")
    save_version(work.translation)
    DOORS[door](client_as("publisher"), work)
    assert (work.sv.live, work.sv.title) == (True, "Annan rubrik")


def test_the_stock_editor_asks_too(work, client_as, settings):
    settings.KOHTAAMO_STOCK_TRANSLATION_EDITOR = True
    edit(client_as("translator.sv"), work, action="publish")
    assert not work.sv.live
    edit(client_as("publisher"), work, action="publish")
    assert work.sv.live


@pytest.mark.parametrize("follows", [False, True])
def test_what_she_orders_is_a_draft(town, client_as, settings, follows):
    settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = follows
    item = town.add_news(1, title="Kokous")[0]
    client_as("translator.sv").post(
        admin("wagtail_localize:submit_page_translation", item.pk),
        {"locales": [town.locales["sv"].pk]},
    )
    ordered = NewsPage.objects.get(translation_key=item.translation_key, locale__language_code="sv")
    assert not ordered.live


def test_a_vocabulary_has_no_draft_so_she_who_may_change_it_may_publish_it(town, client_as):
    """Documented: a translator who is given themes writes the rows of her language, at once."""
    theme = ThemeFactory(name="Kieli")
    group = town.staff["translator.sv"].groups.get()
    change = Permission.objects.get(codename="change_theme")
    group.permissions.remove(change)
    translator = client_as("translator.sv")
    translator.post(
        admin("wagtail_localize:submit_snippet_translation", "people", "theme", theme.pk),
        {"locales": [town.locales["sv"].pk]},
    )
    translation = Translation.objects.get(source__object_id=theme.translation_key)
    segment = translation.source.stringsegment_set.get(context__path="name")
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=town.locales["sv"],
        data="Språk",
    )

    def saved() -> str:
        sync_url = admin("wagtail_localize:update_translations", translation.source_id)
        client_as("translator.sv").post(sync_url, {"publish_translations": "on"})
        return str(translation.get_target_instance().name)

    assert saved() == "Kieli"
    group.permissions.add(change)
    assert saved() == "Språk"
