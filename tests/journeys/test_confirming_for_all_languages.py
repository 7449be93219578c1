"""What one is asked about language versions, as somebody with a screen reader or a phone has it."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from wagtail_localize.models import Translation

from tests import factories
from tests.journeys.test_everybody_can_use_the_pages import axe_run
from tests.translating import translate
from translations.review import releases
from translations.review.submitting import submit

#: The frame around our pages is Wagtail's, its messages too.
WITHIN = {"include": ["main"], "exclude": [".messages"]}


# What Wagtail's bar finds in the preview of the page is about its content: it has no contact person.
@pytest.mark.allows_console(r"axe\.run results")
def test_axe_finds_nothing_where_one_confirms_for_all_languages(town: Any, open_page: Any) -> None:
    public, held, work = town.add_news(3)
    archive = factories.NewsIndexPageFactory(parent=town.homes["fi"], title="Arkisto")
    translate(archive, "sv")
    for code in ("sv", "en"):
        translate(public, code)
    translate(held, "sv", is_published=False)
    releases.hold(held, [held.get_translation(town.locales["sv"])], town.staff["publisher"])
    review = submitted(translate(work, "sv", is_published=False), town.staff["translator.sv"])
    pages = "wagtailadmin_pages"
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    urls = {
        "unpublish": reverse(f"{pages}:unpublish", args=[public.pk]),
        "move": reverse(f"{pages}:move_confirm", args=[public.pk, archive.pk]),
        "delete": reverse(f"{pages}:delete", args=[public.pk]),
        "many": f"{bulk}?id={public.pk}&next=/admin/",
        "decisions": reverse("translations_lifecycle:decisions", args=[public.pk]),
        "approve": review,
        "hold": reverse("translations_review:release", args=[public.pk]),
        "held": reverse("translations_review:release", args=[held.pk]),
    }
    page = open_page(user=town.staff["admin"], reduced_motion="reduce")
    found, wide = [], []
    for width, scheme in ((320, "dark"), (1280, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        for name, url in urls.items():
            assert page.goto(url).ok, name
            assert page.get_by_text("svenska").count(), name
            found += [
                f"{name}, {width}: {one['id']} {node['html'][:200]} {node['failureSummary'][:200]}"
                for one in axe_run(page, WITHIN)
                for node in one["nodes"]
            ]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(f"{name}: {width}")
    assert not found, "\n".join(found)
    assert not wide, wide


def submitted(version: Any, translator: Any) -> str:
    """Submit a version, and return the address where it is decided on."""
    translation = Translation.objects.get(
        source__object_id=version.translation_key, target_locale=version.locale
    )
    submit(translation, translator)
    return reverse("translations_review:review", args=[translation.pk])
