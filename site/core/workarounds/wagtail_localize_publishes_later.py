"""wagtail-localize publishes when the transaction has ended, and cannot be told no before.

Gap: ``TranslationSource.create_or_update_translation`` hands ``revision.publish`` to
``transaction.on_commit``. A refusal then comes when everything is written, and keeps the translations
behind it from being published without a word. Here the translation is saved as a draft, the refusal
is raised at once, and only what may go out is published when the transaction ends.
Delete when ``tests/core/workarounds/test_wagtail_localize_publishes_later.py`` says that it asks first.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

original = TranslationSource.create_or_update_translation


def create_or_update_translation(
    self: TranslationSource, locale: Any, user: Any = None, publish: bool = True, **options: Any
) -> tuple[Any, bool]:
    """Save the translation; publish it only if it may go out, else raise PublicationRefused."""
    from core.doors import check_publication

    is_page = issubclass(self.specific_content_type.model_class(), Page)
    translation, created = original(
        self, locale, user=user, publish=publish and not is_page, **options
    )
    if publish and is_page:
        revision = translation.get_latest_revision()
        check_publication(revision.as_object())
        transaction.on_commit(revision.publish)
    return translation, created


def apply() -> None:
    """Put the asking method in wagtail-localize's place."""
    TranslationSource.create_or_update_translation = create_or_update_translation
