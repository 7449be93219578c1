"""Fixtures of the tests of films."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client

from tests.serving import small_film
from videos.models import Video


@pytest.fixture
def small(db: None) -> Video:
    """A film on a public page, with captions, a text, and one file of 1,024 known bytes."""
    return small_film()


@pytest.fixture
def staff_client(db: None) -> Callable[[str], Client]:
    """Return a function that gives a client signed in as ``admin``, or as somebody who may only enter."""

    def signed_in(name: str) -> Client:
        user = get_user_model().objects.create_user(
            name, password="x", is_superuser=name == "admin"
        )
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client = Client()
        client.force_login(user)
        return client

    return signed_in
