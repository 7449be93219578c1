"""What a page shows from elsewhere is named, with the way to where it is translated."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail_localize.models import (
    RelatedObjectSegment,
    TranslatableObject,
    Translation,
    TranslationContext,
)

from people.models import Theme
from tests.factories import ThemeFactory, locale
from tests.translating import translate
from translations.editor.related import related_of
from translations.models import State

pytestmark = pytest.mark.django_db


def refer(translation, theme, path):
    """Let the source hang on ``theme`` as a translated choice would."""
    kind = ContentType.objects.get_for_model(Theme)
    found, _created = TranslatableObject.objects.get_or_create(
        translation_key=theme.translation_key, defaults={"content_type": kind}
    )
    RelatedObjectSegment.objects.create(
        source=translation.source,
        context=TranslationContext.objects.create(
            object_id=translation.source.object_id, path=path
        ),
        object=found,
        order=90,
    )


def test_works(translation, django_assert_max_num_queries):
    source = translation.source.get_source_instance()
    assert related_of(translation, source) == []
    themes = [ThemeFactory() for _number in range(4)]
    swedish = themes[1].copy_for_translation(locale("sv"))
    swedish.name = "Likabehandling"
    swedish.save()
    refer(translation, themes[0], "title.a")
    refer(translation, themes[1], "title.b")
    missing, there = related_of(translation, source)
    assert (missing.title, missing.label) == (str(themes[0]), State.MISSING.label)
    assert str(themes[0].pk) in missing.url
    assert (there.title, there.label) == ("Likabehandling", State.UP_TO_DATE.label)
    assert str(swedish.pk) in there.url
    refer(translation, themes[2], "title.c")
    refer(translation, themes[3], "title.d")
    with django_assert_max_num_queries(7):
        # Segments, kinds, rows, states; the page's own choices: references, content types, keys.
        assert len(related_of(translation, source)) == 4


def test_texts_shown_from_elsewhere_that_lack_a_language_are_named(town):
    body = [{"type": "contact", "value": {"person": town.person.pk}}]
    item = town.add_news(1, body=body)[0]
    translate(item, "en")
    found = related_of(Translation.objects.get(), item)
    assert [one.label for one in found] == [State.FALLBACK.label] * 2
    assert "Aino Esimerkki" in found[1].title
    assert all(one.url for one in found)
