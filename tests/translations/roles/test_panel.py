"""The languages of a group on its form."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from translations.models import GroupLanguage

pytestmark = pytest.mark.django_db


def codes(group) -> set[str]:
    rows = GroupLanguage.objects.filter(group=group)
    return set(rows.values_list("locale__language_code", flat=True))


def sent(name, *locales):
    prefixes = ("page_permissions", "collection_permissions", "image_permissions")
    prefixes += ("document_permissions", "media_permissions", "site_setting_permissions")
    data = {"name": name, "languages-locales": [locale.pk for locale in locales]}
    for prefix in prefixes:
        data |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
        data |= {f"{prefix}-MIN_NUM_FORMS": "0", f"{prefix}-MAX_NUM_FORMS": "1000"}
    return data


def url(group) -> str:
    return reverse("wagtailusers_groups:edit", args=[group.pk])


def test_the_languages_of_a_group_are_ticked_and_kept(town, client_as, swedish_desk):
    client = client_as("admin")
    page = client.get(url(swedish_desk))
    html = page.content.decode()
    assert 'id="group-languages-section"' in html
    panel = next(p for p in page.context["permission_panels"] if p.prefix == "languages")
    assert panel["locales"].value() == [town.locales["sv"].pk]
    drawn = panel.as_admin_panel()
    assert drawn.count("checked") == 1
    assert "svenska" in drawn
    described_by = re.search(r'<fieldset aria-describedby="([^"]+)"', drawn)
    assert f'id="{described_by[1]}"' in drawn
    locales = town.locales
    for chosen in (["sv", "en"], ["en"], []):
        answer = client.post(url(swedish_desk), sent("Desk", *(locales[code] for code in chosen)))
        assert answer.status_code == 302
        assert codes(swedish_desk) == set(chosen)


def test_a_new_group_gets_its_languages(town, client_as):
    answer = client_as("admin").post(
        reverse("wagtailusers_groups:add"), sent("Ny", town.locales["sv"])
    )
    assert answer.status_code == 302
    assert codes(Group.objects.get(name="Ny")) == {"sv"}


@pytest.mark.parametrize("value", ["0", "99999", "sv", "'"])
def test_a_language_that_is_none_changes_nothing(client_as, swedish_desk, value):
    data = {**sent("Desk"), "languages-locales": [value]}
    answer = client_as("admin").post(url(swedish_desk), data)
    assert answer.status_code == 200
    panel = next(p for p in answer.context["permission_panels"] if p.prefix == "languages")
    assert "locales" in panel.errors
    assert codes(swedish_desk) == {"sv"}


def test_nobody_else_changes_the_languages_of_groups(client_as, swede, swedish_desk):
    client_as(swede).post(url(swedish_desk), sent("Desk"))
    assert codes(swedish_desk) == {"sv"}
