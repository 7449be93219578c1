"""The list of captions to translate says what waits, and pages tell of it."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail_localize.models import Translation, TranslationSource

from tests import factories, films
from tests.videos.captions import (
    SWEDISH,
    THREE,
    changed_source,
    film,
    finished,
    machine_made,
    queries,
    write,
)
from videos.caption_translation.overview import Standing, jobs_of, measure

pytestmark = pytest.mark.django_db


def url(source, code="sv", name="track_translate"):
    return reverse(f"videos:{name}", args=[source.pk, code])


def standings(town, name="translator.sv", code="sv"):
    """Return what is said of each film, in the order of the list, but for the town's own."""
    return {
        job.source.video.title: str(job.standing)
        for job in jobs_of(town.staff[name], code)
        if job.source.video != town.video
    }


def test_the_list_says_what_is_missing_begun_outdated_and_ready(town, client_as):
    user = town.staff["translator.sv"]
    missing, begun, outdated, ready, machine, edited = (
        film(title=title) for title in ("Uusi", "Alku", "Vanha", "Valmis", "Kone", "Jatko")
    )
    write(begun, user, SWEDISH[:1])
    for source in (outdated, ready, edited):
        finished(source, user)
    changed_source(outdated, THREE.replace("Hei!", "Terve!"))
    machine_made(machine)
    write(edited, user, ("Tjena!",))
    film(title="Poissa", rights_until="2020-01-01")
    factories.VideoFactory(title="Ilman", captions=False)
    found = standings(town)
    assert found == {
        "Vanha": "outdated",
        "Jatko": "begun",
        "Alku": "begun",
        "Kone": "unchecked",
        "Uusi": "missing",
        "Valmis": "ready",
    }
    assert list(found)[-2:] == ["Uusi", "Valmis"], "what waits comes first"
    page = client_as("translator.sv").get(reverse("videos:captions_to_translate"))
    html = page.content.decode()
    assert page.context["waiting"] == 5 + 1, "the town's own film has no Swedish captions either"
    for source in (missing, begun, outdated):
        assert url(source) in html
        assert url(source, name="track_po") in html
    assert '<progress class="ct-table__progress" max="3" value="1"' in html
    assert [html.count(f"ct-state--{standing}") for standing in Standing] == [1, 2, 1, 2, 1]


def test_the_list_opens_in_a_translators_own_language(town, client_as):
    film()
    for name, code in (("translator.sv", "sv"), ("translator.en", "en"), ("editor", "sv")):
        page = client_as(name).get(reverse("videos:captions_to_translate"))
        assert page.context["code"] == code


def test_a_page_with_films_tells_its_translator_of_the_captions(town, client_as):
    source = film(title="Koulussa")
    films.with_rendition(source.video)
    page = town.items["sv"]
    page.body = [("video", {"video": source.video})]
    page.save()
    client = client_as("translator.sv")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert url(source) in client.get(address).content.decode()
    finished(source, town.staff["translator.sv"])
    assert url(source) not in client.get(address).content.decode()


def test_the_editor_of_a_pages_translation_tells_of_the_captions_too(town, client_as):
    source = film(title="Koulussa")
    page = factories.NewsPageFactory(
        parent=town.indexes["fi"], live=False, body=[("video", {"video": source.video})]
    )
    translation = Translation.objects.create(
        source=TranslationSource.update_or_create_from_instance(page)[0],
        target_locale=factories.locale("sv"),
    )
    translation.save_target(publish=False)
    swedish = page.get_translation(factories.locale("sv"))
    html = (
        client_as("translator.sv")
        .get(reverse("wagtailadmin_pages:edit", args=[swedish.pk]))
        .content.decode()
    )
    assert "translation-editor" in html, "this is the page of its texts"
    assert url(source) in html


def test_the_list_asks_as_much_for_3_films_as_for_20(town, client_as):
    client = client_as("translator.sv")
    address = reverse("videos:captions_to_translate")
    counts = set()
    for more in (3, 17):
        for _film in range(more):
            write(film(), town.staff["translator.sv"], SWEDISH[:1])
        counts.add(queries(client, address))
    assert len(counts) == 1
    begun = [job for job in jobs_of(town.staff["translator.sv"], "sv") if job.target is not None]
    measure(begun)
    assert len(begun) == 20
    assert {(job.standing, job.alignment.done) for job in begun} == {(Standing.BEGUN, 1)}
