"""A translation that may not go out is refused at once; we notice when wagtail-localize asks first."""

from __future__ import annotations

import pytest
from django.test import TestCase
from wagtail_localize.models import Translation, TranslationSource

from core.publishing import PublicationRefused
from core.workarounds import wagtail_localize_publishes_later
from news.models import NewsPage
from tests.factories import NewsPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation(town) -> Translation:
    """The translation of a page whose image has lost its description."""
    page = NewsPageFactory(
        parent=town.indexes["fi"], image=town.photograph, image_alt="Kaksi ihmistä torilla."
    )
    NewsPage.objects.filter(pk=page.pk).update(image_alt="")
    page = NewsPage.objects.get(pk=page.pk)
    source, _created = TranslationSource.update_or_create_from_instance(page)
    return Translation.objects.create(source=source, target_locale=town.locales["sv"])


def test_a_translation_is_refused_at_once(translation):
    with TestCase.captureOnCommitCallbacks() as callbacks, pytest.raises(PublicationRefused):
        translation.save_target(publish=True)
    assert not [callback for callback in callbacks if "publish" in repr(callback)]
    assert not translation.get_target_instance().live


def test_wagtail_localize_still_publishes_when_all_is_written(translation):
    with TestCase.captureOnCommitCallbacks() as callbacks:
        wagtail_localize_publishes_later.original(
            translation.source, translation.target_locale, publish=True, fallback=True
        )
    assert [callback for callback in callbacks if "publish" in repr(callback)], (
        "wagtail-localize does not wait any more: the workaround can go"
    )
