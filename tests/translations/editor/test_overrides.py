"""Images, files, films and addresses of a version's own."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import GroupCollectionPermission
from wagtail_localize.models import SegmentOverride, Translation

from news.models import NewsPage
from tests import factories, films
from tests.scene import every_block
from tests.translating import translate
from translations.editor.overrides import Kind, overrides_of, put
from translations.segments import Conflict

LINK = "https://www.example.org/suunnitelma"


@pytest.fixture
def swedish(town):
    """Return the Swedish version of an item that holds every block, an image and a link in a text."""
    body = [{"type": "paragraph", "value": f'<p><a href="{LINK}">Lue</a></p>'}, *every_block(town)]
    item = town.add_news(
        1, body=body, image=town.photograph, image_alt="Kaksi ihmistä juttelee torilla."
    )[0]
    return translate(item, "sv")


def found(path):
    """Return the value whose path ends so, as it is now."""
    translation = Translation.objects.get()
    rows = overrides_of(translation, translation.source.get_source_instance())
    return translation, next(one for one in rows if one.path.strip("'").endswith(path))


@pytest.mark.django_db
def test_each_kind_of_value_gets_its_chooser(swedish, client_as):
    translation = Translation.objects.get()
    rows = overrides_of(translation, translation.source.get_source_instance())
    kinds = {one.kind.model.__name__ if one.kind.model else "address" for one in rows}
    assert {"Photograph", "Attachment", "Video", "ContactPerson", "address"} <= kinds
    text = client_as("publisher").get(reverse("wagtailadmin_pages:edit", args=[swedish.pk]))
    content = text.content.decode()
    assert "wagtailmedia/js/media-chooser.js" in content
    assert "wagtailimages/js/image-chooser.js" in content
    assert LINK in content


@pytest.mark.django_db
def test_a_version_gets_its_own_and_loses_it_again(swedish, town, client_as):
    own = factories.PhotographFactory(title="Torget")
    translation, image = found("image")
    user = town.staff["publisher"]
    put(user, translation, image, str(own.pk), "")
    translation, image = found("image")
    assert (image.own, image.chosen, image.by) == (own.pk, own, "publisher")
    assert "Torget" in image.widget_html
    translation.save_target(publish=True)
    assert NewsPage.objects.get(pk=swedish.pk).image == own
    with pytest.raises(Conflict):
        put(user, translation, image, str(town.photograph.pk), "")
    put(user, translation, image, "", image.mark)
    assert not SegmentOverride.objects.exists()


@pytest.mark.django_db
def test_a_film_in_another_language_is_chosen(swedish, town):
    film = factories.VideoFactory(title="Mötet", poster=town.photograph)
    films.with_rendition(film)
    translation, video = found(".video")
    put(town.staff["publisher"], translation, video, film.pk, video.mark)
    translation.save_target(publish=True)
    block = next(b for b in NewsPage.objects.get(pk=swedish.pk).body if b.block_type == "video")
    assert block.value["video"] == film


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//evil.example", "JaVaScript:x", "x y", "mailto:"],
)
def test_a_link_leads_nowhere_dangerous(address):
    with pytest.raises(ValidationError):
        Kind(is_link=True).cleaned(None, address)


@pytest.mark.parametrize("address", ["/sv/plan/", "#plan", "tel:+358401", "mailto:a@example.org"])
def test_a_link_may_lead_inside_and_to_people(address):
    assert Kind(is_link=True).cleaned(None, f" {address} ") == address
    with pytest.raises(ValidationError):
        Kind().cleaned(None, address)


@pytest.mark.django_db
def test_a_link_of_its_own_is_put_into_the_text(swedish, town):
    translation, link = found(LINK)
    put(town.staff["publisher"], translation, link, "https://example.org/sv", "")
    translation.save_target(publish=True)
    text = NewsPage.objects.get(pk=swedish.pk).body[0].value.source
    assert 'href="https://example.org/sv"' in str(text)


@pytest.mark.django_db
def test_what_is_not_there_or_not_hers_is_not_chosen(swedish, town):
    translation, image = found("image")
    user = town.staff["translator.sv"]
    for value in ("999999", "x", "-1", [1]):
        with pytest.raises(ValidationError):
            put(user, translation, image, value, "")
    own = factories.PhotographFactory()
    put(user, translation, image, own.pk, "")
    SegmentOverride.objects.all().delete()
    GroupCollectionPermission.objects.all().delete()
    with pytest.raises(ValidationError):
        put(town.staff["translator.en"], translation, image, own.pk, "")


@pytest.mark.django_db
def test_the_script_and_the_form_save_them_too(swedish, town, client_as):
    translation, link = found(LINK)
    client = client_as("translator.sv")
    url = reverse("translation_editor:own", args=[translation.pk, link.context])
    answer = client.put(url, {"value": "nowhere"}, content_type="application/json")
    assert (answer.status_code, bool(answer.json()["message"])) == (422, True)
    answer = client.put(url, {"value": "/sv/a/"}, content_type="application/json")
    assert answer.json()["hasOwn"] is True
    answer = client.put(url, {"value": "/sv/b/"}, content_type="application/json")
    assert answer.status_code == 409
    edit = reverse("wagtailadmin_pages:edit", args=[swedish.pk])
    _translation, link = found(LINK)
    sent = {link.name: "/sv/c/", f"seen-{link.name}": link.mark}
    assert client.post(edit, sent).status_code == 302
    assert json.loads(SegmentOverride.objects.get().data_json) == "/sv/c/"
    answer = client.post(edit, {link.name: "javascript:x", f"seen-{link.name}": ""})
    assert answer.status_code == 422
    assert "javascript:x" in answer.content.decode()
