"""Somebody who may do everything, in Swedish: whatever she is refused, she is refused for its language."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from translations.models import GroupLanguage

MODELS = ("theme", "organisation", "funder", "area", "contactperson", "contacttitle", "videotext")


@pytest.fixture
def swedish_desk(town: Any) -> Group:
    """Return a group that may do everything everywhere, and has Swedish as its only language."""
    group = Group.objects.create(name="Svenska redaktionen")
    GroupLanguage.objects.create(group=group, locale=town.locales["sv"])
    group.permissions.add(
        *Permission.objects.filter(content_type__model__in=MODELS),
        *Permission.objects.filter(codename__in=["access_admin", "submit_translation"]),
        *Permission.objects.filter(content_type__model="sitesettings"),
    )
    root, files = Page.get_first_root_node(), Collection.get_first_root_node()
    for right in Permission.objects.filter(content_type__model="page"):
        GroupPagePermission.objects.create(group=group, page=root, permission=right)
    for right in Permission.objects.filter(content_type__model="media"):
        GroupCollectionPermission.objects.create(group=group, collection=files, permission=right)
    return group


@pytest.fixture
def swede(town: Any, swedish_desk: Group) -> Any:
    """Return the member of that group."""
    user = get_user_model().objects.create_user("svea", "svea@example.org", "demo")
    user.groups.add(swedish_desk)
    return user
