"""Whether wagtail-localize asks by itself by now who may publish what is synchronised."""

from __future__ import annotations

from django.urls import reverse
from wagtail_localize.models import Translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from translations.review import update_publishes_unasked


def test_upstream_still_publishes_for_whoever_may_order(work, client_as, monkeypatch):
    monkeypatch.setattr(Translation, "save_target", update_publishes_unasked.save_target)
    monkeypatch.setattr(UpdateTranslationsView, "get_form", update_publishes_unasked.get_form)
    url = reverse("wagtail_localize:update_translations", args=[work.translation.source_id])
    client_as("translator.sv").post(url, {"publish_translations": "on"})
    assert work.sv.live, "delete the module: upstream asks"


def test_the_box_is_offered_to_those_who_may(work, client_as):
    url = reverse("wagtail_localize:update_translations", args=[work.translation.source_id])
    for name, is_offered in (("translator.sv", False), ("publisher", True)):
        box = client_as(name).get(url).context["form"].fields["publish_translations"]
        assert box.disabled is not is_offered
        assert box.widget.is_hidden is not is_offered


def test_code_that_names_no_user_publishes(work):
    work.translation.save_target(publish=True)
    assert work.sv.live
