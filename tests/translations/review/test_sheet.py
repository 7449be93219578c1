"""The texts beside their source: what is submitted, what changed, what is of an older source."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.translations.review.conftest import Work, work_on
from translations.review.sheet import Sheet, sheet_of
from translations.saving import save_version
from translations.synchronising import bring_up

BODY = [{"type": "paragraph", "value": "<p>Yksi asia.</p><p>Toinen asia.</p><p>Kolmas asia.</p>"}]


def sheet(work: Work) -> Sheet:
    """Return the sheet as a reviewer gets it now."""
    bring_up(work.translation.source)
    page = work.sv
    return sheet_of(work.translation, page, page.get_latest_revision())


def line(found: Sheet, source: str) -> Any:
    """Return the line of a source text."""
    return next(one for one in found.lines if one.row.source == source)


def test_all_of_a_first_translation_is_new(work):
    work.submit()
    found = sheet(work)
    assert found.is_first
    assert not found.changed
    assert [one.text for one in found.others][:2] == [
        f"sv: {one.row.source}" for one in found.others
    ][:2]
    assert (found.outdated, found.untranslated, found.machine) == (0, 0, 0)


def test_what_differs_from_the_public_version_comes_first_word_by_word(public):
    public.edit("Ryhmä tapaa")
    public.write("sv: Gruppen träffas")
    public.submit()
    found = sheet(public)
    assert [one.row.source for one in found.changed] == ["Ryhmä tapaa"]
    changed = found.changed[0]
    runs = [(run.kind, run.text) for run in changed.source_runs]
    assert runs == [("same", "Ryhmä "), ("old", "kokoontuu"), ("new", "tapaa")]
    assert ("new", "Gruppen träffas") in [(run.kind, run.text) for run in changed.text_runs]
    assert all(not one.source_runs and not one.text_runs for one in found.others)


def test_a_mended_word_under_an_unchanged_source_is_a_change_too(public):
    public.write("sv: Gruppen kokoontuu")
    save_version(public.translation)
    changed = sheet(public).changed
    assert [one.old for one in changed] == ["sv: Ryhmä kokoontuu"]
    assert not changed[0].source_runs


def test_what_was_typed_after_the_submission_is_not_shown(work):
    work.submit()
    work.write("Någonting annat")
    assert line(sheet(work), "Ryhmä kokoontuu").text == "sv: Ryhmä kokoontuu"


def test_a_source_that_changed_after_the_submission_is_told(work):
    work.submit()
    work.edit("Ryhmä tapaa")
    found = sheet(work)
    assert found.outdated == 1
    changed = line(found, "Ryhmä tapaa")
    assert changed.is_later
    assert changed.text == "sv: Ryhmä kokoontuu"
    assert not line(found, "Tervetuloa mukaan.").is_later


def test_untranslated_texts_are_told(town):
    work = work_on(town, body=BODY)
    key = work.text("lead")
    from wagtail_localize.models import StringTranslation

    StringTranslation.objects.filter(context=key.context).delete()
    work.submit()
    found = sheet(work)
    assert found.untranslated == 1
    assert line(found, "Tervetuloa mukaan.").is_untranslated


def test_each_sentence_of_a_paragraph_has_its_own_translation(town):
    work = work_on(town, body=BODY, is_published=True)
    page = work.fi
    page.body = [
        {
            "type": "paragraph",
            "id": page.body[0].id,
            "value": "<p>Yksi asia.</p><p>Uusi kappale.</p><p>Toinen asia.</p><p>Kolmas asia.</p>",
        }
    ]
    page.save_revision().publish()
    found = sheet(work)
    for text in ("Yksi asia.", "Toinen asia.", "Kolmas asia."):
        assert line(found, text).text == f"sv: {text}"
    assert line(found, "Uusi kappale.").text == ""


def test_the_queries_do_not_grow_with_the_texts(town):
    counts = []
    for size in (2, 30):
        value = "".join(f"<p>Asia numero {n}.</p>" for n in range(size))
        work = work_on(town, title=f"Ryhmä {size}", body=[{"type": "paragraph", "value": value}])
        work.submit()
        translation, page = work.translation, work.sv
        revision = page.get_latest_revision()
        bring_up(translation.source)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            found = sheet_of(translation, page, revision)
        assert len(found.lines) > size
        counts.append(len(queries))
    assert counts[0] == counts[1]
