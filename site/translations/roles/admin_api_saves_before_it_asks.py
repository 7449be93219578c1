"""The admin API saves a draft of a page that has none, and asks only then whether one may publish it.

``PublishPageAPIAction`` leaves a draft in the name of somebody who was refused. Here all of it is undone.
Delete when ``tests/translations/roles/test_admin_api_saves_before_it_asks.py`` says that it asks first.
"""

from __future__ import annotations

from django.db import transaction
from wagtail.admin.api.actions.publish import PublishPageAPIAction

original = PublishPageAPIAction.execute


def apply() -> None:
    """Publish as a whole or not at all."""
    PublishPageAPIAction.execute = transaction.atomic(original)
