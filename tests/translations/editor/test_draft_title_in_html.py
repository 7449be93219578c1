"""A title is listed in words, as many as fit."""

from __future__ import annotations

import pytest
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, post_save_string_translation

pytestmark = pytest.mark.django_db


def test_stock_lists_html_and_ours_lists_words(translation, swedish):
    title = StringTranslation.objects.get(context__path="title")
    title.data = "Bröd &amp; salt"
    post_save_string_translation(instance=title)
    assert Page.objects.get(pk=swedish.pk).draft_title == "Bröd &amp; salt"
    title.save()
    assert Page.objects.get(pk=swedish.pk).draft_title == "Bröd & salt"
    title.data = "x" * 300
    title.save()
    assert Page.objects.get(pk=swedish.pk).draft_title == "x" * 255
