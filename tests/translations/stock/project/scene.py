"""A site in Finnish, Swedish, Arabic and Northern Sami, and the hands that work on it."""

from __future__ import annotations

import html
import json
import re
from importlib import import_module
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from pages.models import Contact, NotePage
from wagtail.models import Collection, GroupPagePermission, Locale, Page, Site
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

CODES = ("fi", "sv", "ar", "se")
#: Where wagtail-localize makes the right to submit for translation, which no model declares.
PERMISSION = "wagtail_localize.migrations.0006_create_submit_translation_permission"


def lay_out() -> None:
    """Make what migrations would make, a front page in each language, and an administrator."""
    for code in CODES:
        Locale.objects.create(language_code=code)
    Collection.add_root(name="Root")
    root = Page.add_root(
        title="Root",
        slug="root",
        locale=locale("fi"),
        content_type=ContentType.objects.get_for_model(Page),
    )
    front = root.add_child(instance=NotePage(title="Etusivu", slug="fi", locale=locale("fi")))
    Site.objects.create(hostname="testserver", port=80, root_page=front, is_default_site=True)
    for code in CODES[1:]:
        front.copy_for_translation(locale(code)).save_revision().publish()
    import_module(PERMISSION).create_submit_translation_permission(apps, None)
    UserProfile.objects.create(
        user=User.objects.create_superuser("admin", "admin@example.org", "x"),
        preferred_language="en",
    )


def locale(code: str) -> Locale:
    """Return the locale of a language."""
    return Locale.objects.get(language_code=code)


def front(code: str) -> Page:
    """Return the front page in a language."""
    return NotePage.objects.get(depth=2, locale=locale(code))


# The source ---------------------------------------------------------------------------------------


def write(title: str, *, under: Page | None = None, **fields: Any) -> NotePage:
    """Return a new live page in Finnish."""
    page = NotePage(title=title, locale=locale("fi"), **fields)
    (under or front("fi")).add_child(instance=page)
    page.save_revision().publish()
    return now(page)


def rewrite(page: NotePage, **fields: Any) -> NotePage:
    """Return a page published with other words, as an editor publishes it."""
    page = now(page)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return now(page)


def now(row: Any) -> Any:
    """Return a row as it is in the database now."""
    return type(row).objects.get(pk=row.pk)


# Its translation ----------------------------------------------------------------------------------


def translate(row: Any, code: str = "sv", *, texts: bool = True) -> Translation:
    """Submit a page or a snippet for translation, translate all its texts and publish it."""
    translate_object(row, [locale(code)])
    translation = Translation.objects.get(
        source__object_id=row.translation_key, target_locale=locale(code)
    )
    if texts:
        for segment in translation.source.stringsegment_set.all():
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=locale(code),
                defaults={"data": f"{code} {segment.string.data}"},
            )
        translation.save_target()
    return translation


def target(translation: Translation) -> Any:
    """Return the translated page or snippet as it is in the database now."""
    return translation.get_target_instance()


def status(translation: Translation) -> list[Any]:
    """Return what the report says: its words, how many texts there are, and how many done."""
    translation = now(translation)
    with override("en"):
        return [str(translation.get_status_display()), *translation.get_progress()]


def written(translation: Translation, path: str) -> list[str]:
    """Return the translations kept for one field, whether a segment is left for them or not."""
    return list(
        StringTranslation.objects.filter(
            context__object_id=translation.source.object_id,
            context__path=path,
            locale=translation.target_locale,
        )
        .order_by("pk")
        .values_list("data", flat=True)
    )


# Hands --------------------------------------------------------------------------------------------


def signed_in(name: str = "admin") -> Client:
    """Return the browser of somebody who has signed in to the admin."""
    client = Client()
    client.force_login(User.objects.get(username=name))
    return client


def member(name: str, code: str, *page_rights: str) -> User:
    """Return a member of a group with rights to the pages of one language, and to all contacts."""
    group = Group.objects.create(name=name)
    for codename in page_rights:
        GroupPagePermission.objects.create(
            group=group,
            page=front(code),
            permission=Permission.objects.get(
                content_type__app_label="wagtailcore", codename=f"{codename}_page"
            ),
        )
    group.permissions.set(
        Permission.objects.filter(
            codename__in=["access_admin", "submit_translation", "change_contact", "add_contact"]
        )
    )
    user = User.objects.create_user(name, f"{name}@example.org", "x")
    user.groups.add(group)
    return user


def submit(name: str, page: Page, code: str, **choices: str) -> int:
    """Press *Translate this page* and return the status of the answer."""
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    data = {"locales": [locale(code).pk], **choices}
    return signed_in(name).post(address, data).status_code


def sync(translation: Translation, name: str = "admin", *, publish: bool = False) -> int:
    """Press *Sync translated pages* and return the status of the answer."""
    address = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    data = {"publish_translations": "on"} if publish else {}
    return signed_in(name).post(address, data).status_code


def edit_address(row: Any) -> str:
    """Return where a page or a contact is edited."""
    if isinstance(row, Contact):
        return reverse("wagtailsnippets_pages_contact:edit", args=[row.pk])
    return reverse("wagtailadmin_pages:edit", args=[row.pk])


def editor(row: Any, name: str = "admin") -> str:
    """Return the HTML of the editor of a page or a contact."""
    answer = signed_in(name).get(edit_address(row))
    return answer.content.decode() if answer.status_code == 200 else ""


def props(row: Any) -> dict[str, Any]:
    """Return what the translation editor of a page or a contact is given to show."""
    found = re.search(r'data-props="([^"]*)"', editor(row))
    assert found, "this is not the translation editor"
    return json.loads(html.unescape(found[1]))


def put(name: str, translation: Translation, text: str) -> int:
    """Write the first text through the segment API, and return the status of the answer."""
    segment = translation.source.stringsegment_set.order_by("order").first()
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    return (
        signed_in(name)
        .put(address, f"value={text}", content_type="application/x-www-form-urlencoded")
        .status_code
    )


def bring(translation: Translation, content: bytes, name: str = "admin") -> int:
    """Upload a file of translations, and return the status of the answer."""
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    return signed_in(name).post(address, {"file": SimpleUploadedFile("file", content)}).status_code


def seen(row: Page) -> str:
    """Return the HTML that a resident gets at the address of a page, or its status."""
    answer = Client().get(now(row).url)
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)
