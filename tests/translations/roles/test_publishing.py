"""Translators' groups that publish are named to those who can take the right away."""

from __future__ import annotations

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.checks import run_checks
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import GroupPagePermission

from home.set_up import translators_of
from translations.roles.publishing import PublishingGroupsPanel, publishing_groups

pytestmark = pytest.mark.django_db

FRONT = reverse("wagtailadmin_home")


@pytest.fixture
def publishes(town):
    """Give the Swedish translators the right to publish that older sites gave them."""
    group = Group.objects.get(name=translators_of("svenska"))
    GroupPagePermission.objects.create(
        group=group,
        page_id=town.homes["sv"].pk,
        permission=Permission.objects.get(
            codename="publish_page", content_type__app_label="wagtailcore"
        ),
    )
    return group


def told(**options) -> tuple[str, list[str]]:
    """Return what the command says, and the warnings of the check."""
    out = StringIO()
    call_command("refresh_translations", stdout=out, **options)
    found = run_checks(tags=["database"], databases=["default"])
    return out.getvalue(), [str(one) for one in found if one.id == "translations.W001"]


def test_nothing_is_said_where_translators_submit(town, client_as):
    # Publishers publish, but have no languages.
    assert publishing_groups() == []
    assert "publishing-groups" not in client_as("admin").get(FRONT).content.decode()
    said, warnings = told(check=False)
    assert "without a review" not in said
    assert warnings == []


def test_operators_are_told_which_group_and_what_to_do(publishes):
    said, warnings = told(check=False)
    assert f"“{publishes.name}” (sv)" in said
    assert len(warnings) == 1
    assert publishes.name in warnings[0]
    assert "Settings > Groups" in warnings[0]
    assert run_checks(tags=["database"], databases=[]) == []


def test_an_administrator_is_told_until_she_has_decided(town, client_as, publishes):
    address = reverse("wagtailusers_groups:edit", args=[publishes.pk])
    for name in ("editor", "translator.sv", "publisher"):
        assert "publishing-groups" not in client_as(name).get(FRONT).content.decode()
    client = client_as("admin")
    page = client.get(FRONT).content.decode()
    assert f'<a href="{address}">{publishes.name}</a> (svenska)' in page
    panel = next(
        one for one in client.get(address).context["permission_panels"] if one.prefix == "languages"
    )
    assert panel.is_publishing
    assert "help-block" in panel.as_admin_panel()
    # She puts it away; it comes back with the next group.
    panel_id = PublishingGroupsPanel(publishing_groups()).dismissible_id
    assert panel_id in page
    put = client.patch(
        reverse("wagtailadmin_dismissibles"), {panel_id: True}, content_type="application/json"
    )
    assert put.status_code == 200
    assert "publishing-groups" not in client.get(FRONT).content.decode()
    english = Group.objects.get(name=translators_of("English"))
    right = Permission.objects.get(codename="publish_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=english, page_id=town.homes["en"].pk, permission=right)
    assert "publishing-groups" in client.get(FRONT).content.decode()


def test_the_right_is_taken_away_on_the_form(publishes):
    GroupPagePermission.objects.filter(
        permission__codename="publish_page", group=publishes
    ).delete()
    assert publishing_groups() == []
