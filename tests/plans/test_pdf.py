"""The PDF of a plan: tagged, in its language, whole; made once, kept until the plan changes."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from pypdf import PdfReader
from wagtail.models import PageViewRestriction

from plans import tasks
from plans.models import FollowUpReport, PlanDocument, PlanPage, PlanPdf, ProgressReport
from plans.pdf import keeping
from plans.pdf.press import PdfError
from tests.plans.scene import goals_of_size, tell
from tests.scene import every_block

pytestmark = pytest.mark.django_db


def read(content: bytes) -> tuple[PdfReader, str]:
    """Return a PDF as another library reads it, and its words without breaks of lines."""
    reader = PdfReader(io.BytesIO(content))
    return reader, " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def address(page: PlanPage) -> str:
    """Return where the PDF of ``page`` is."""
    return f"{page.get_url()}plan.pdf"


def fill(office) -> PlanPage:
    """Give the Finnish programme all that a plan can have, and return it."""
    plan, town = office.programmes["fi"], office.town
    town.funder.emblem, town.funder.emblem_alt = town.photograph, "EU-lippu"
    town.funder.save()
    plan.body, plan.funder = every_block(town), town.funder
    plan.lead = '#import "x": * $x^2$ `raw` \\ <label> @ref *b* _i_ 😀 \x07'
    plan.save()
    PlanDocument.objects.create(page=plan, document=town.attachment)
    FollowUpReport.objects.create(
        page=plan, locale=plan.locale, reported_on=date(2025, 3, 1), summary="Hyvin on alkanut."
    )
    tell(plan, office.action_ids[0], "done", date(2025, 6, 1), "Kartoitus on tehty.")
    return plan


def test_it_is_tagged_names_its_language_and_holds_all_that_the_plan_says(client, office):
    plan = fill(office)
    response = client.get(address(plan))
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="{plan.slug}-fi.pdf"'
    assert "public" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"
    reader, words = read(response.content)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "fi"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == plan.title
    assert reader.metadata.author
    assert "<pdfuaid:part>1<" in root["/Metadata"].get_object().get_data().decode()
    for goal in plan.goals:
        assert goal.value["title"] in words
        for action in goal.value["actions"]:
            assert action["title"] in words
    for said in (
        '#import "x": * $x^2$ `raw` \\ <label> @ref *b* _i_ \ufffd',  # text, and never markup
        "Meiltä kysyttiin ajoissa.",
        "Kartoitus on tehty.",
        "Hyvin on alkanut.",
        "Kunnanhallitus",
        "Aino Esimerkki",
        "Euroopan unionin osarahoittama",
        plan.full_url,
    ):
        assert said in words, said
    assert words.count(f"1 / {len(reader.pages)}") == 1
    alone = {name.get_object().get("/Alt") for name in _figures(root["/StructTreeRoot"])}
    assert {"EU-lippu", "Kaksi ihmistä torilla."} <= alone


def _figures(node):
    """Yield the figures of a tree of tags."""
    node = node.get_object()
    if hasattr(node, "get"):
        if node.get("/S") == "/Figure":
            yield node
        children = node.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            if not isinstance(child, int):
                yield from _figures(child)


def test_each_version_is_in_its_language_and_a_regional_plan_has_its_goals(client, office):
    tell(office.programmes["fi"], office.action_ids[0], "done", note="Kartoitus on tehty.")
    reader, words = read(client.get(address(office.programmes["sv"])).content)
    assert reader.trailer["/Root"]["/Lang"] == "sv"
    assert reader.metadata.title == "Program för goda relationer"
    assert "Exempelkommunen" in words
    langs = {node.get("/Lang") for node in _all(reader.trailer["/Root"]["/StructTreeRoot"])}
    marked = b"/Lang(fi)" in b"".join(page.get_contents().get_data() for page in reader.pages)
    assert marked or "fi" in langs  # the note, which nobody has written in Swedish
    _reader, words = read(client.get(address(office.regionals["fi"])).content)
    chosen, others = words.count("Moninainen työelämä"), words.count("Turvallinen arki")
    assert chosen
    assert not others
    assert "Torikahvit" in words
    assert "Tuleva työpaja" in words
    assert "Mennyt työpaja" not in words


def _all(node):
    """Yield every tag of a tree."""
    node = node.get_object()
    if hasattr(node, "get"):
        yield node
        children = node.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            if not isinstance(child, int):
                yield from _all(child)


def test_it_is_made_once_and_again_when_the_plan_or_what_is_told_of_it_changes(
    client, office, monkeypatch, django_capture_on_commit_callbacks
):
    made = []
    pressed = keeping.pressed
    monkeypatch.setattr(keeping, "pressed", lambda *args: made.append(1) or pressed(*args))
    plan = office.programmes["fi"]
    first = client.get(address(plan))
    again = client.get(address(plan), headers={"if-none-match": first["ETag"]})
    head = client.head(address(plan))
    assert (again.status_code, again.content, head.status_code, len(made)) == (304, b"", 200, 1)
    assert head["Content-Length"] == str(len(first.content))
    old = PlanPdf.objects.get(page=plan)
    with django_capture_on_commit_callbacks(execute=True):
        tell(plan, office.action_ids[0], "done")
    with django_capture_on_commit_callbacks(execute=True):
        second = client.get(address(plan))
    assert (len(made), second["ETag"] == first["ETag"]) == (2, False)
    assert not default_storage.exists(old.file.name)
    row = PlanPdf.objects.get(page=plan)
    default_storage.delete(row.file.name)  # somebody has tidied up the disk
    assert client.get(address(plan)).content[:5] == b"%PDF-"
    assert len(made) == 3
    # Ten ask at once: whoever holds the claim makes it, the others wait, here in vain.
    monkeypatch.setattr(keeping, "PATIENCE", 0)
    PlanPdf.objects.filter(page=plan).update(fingerprint="", asked_at=timezone.now())
    assert client.get(address(plan)).status_code == 503
    PlanPdf.objects.filter(page=plan).update(asked_at=timezone.now() - timedelta(hours=1))
    assert client.get(address(plan)).status_code == 200  # the claim of a dead process lapses
    row = PlanPdf.objects.get(page=plan)
    assert keeping.claim(row) is not None
    assert keeping.claim(PlanPdf.objects.get(page=plan)) is None
    assert keeping.claim(row) is None  # as it was read, it is no longer
    with django_capture_on_commit_callbacks(execute=True):
        plan.unpublish()
    assert not PlanPdf.objects.exists()
    assert not default_storage.exists(row.file.name)
    assert client.get(address(plan)).status_code == 404


def test_one_that_cannot_be_made_is_told_of_in_the_language_and_kept_for_staff(
    client, office, monkeypatch
):
    calls = []

    def fails(*_args):
        calls.append(1)
        raise PdfError("the text could not be displayed")

    pressed = keeping.pressed
    monkeypatch.setattr(keeping, "pressed", fails)
    plan = office.programmes["sv"]
    response = client.get(address(plan))
    assert (response.status_code, response["Retry-After"]) == (503, "120")
    html = response.content.decode()
    assert '<html lang="sv"' in html
    assert f'href="{plan.get_url()}"' in html
    row = PlanPdf.objects.get(page=plan)
    assert (row.state, "could not be displayed" in row.error) == ("failed", True)
    assert client.get(address(plan)).status_code == 503
    assert len(calls) == 1  # left alone for a while
    PlanPdf.objects.update(made_at=timezone.now() - timedelta(hours=1))
    monkeypatch.setattr(keeping, "pressed", pressed)
    assert client.get(address(plan)).status_code == 200
    assert PlanPdf.objects.get(page=plan).error == ""


def test_it_is_for_those_who_may_read_the_page(client, office):
    plan = office.programmes["fi"]
    PlanPage.objects.filter(pk=office.programmes["sv"].pk).update(live=False)
    assert client.get(address(office.programmes["sv"])).status_code == 404
    restriction = PageViewRestriction.objects.create(
        page=plan, restriction_type=PageViewRestriction.LOGIN
    )
    for page in (plan, office.regionals["fi"]):
        assert client.get(address(page)).status_code == 302
    client.force_login(office.town.staff["editor"])
    response = client.get(address(plan))
    assert response.status_code == 200
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    restriction.delete()
    assert client.post(address(plan)).status_code == 405


def test_the_worker_makes_it_in_every_language_ahead(office, django_capture_on_commit_callbacks):
    plan = office.programmes["fi"]
    with django_capture_on_commit_callbacks(execute=True):
        plan.save_revision().publish()
        ProgressReport.objects.create(
            plan_key=plan.translation_key, action_id=office.action_ids[0], state="done"
        )
    assert not tasks.wake(plan.translation_key)  # one waits in the queue already
    assert tasks.make_pdfs.call(str(plan.translation_key)) == 2
    rows = PlanPdf.objects.all()
    assert {row.page_id for row in rows} == {page.pk for page in office.programmes.values()}
    assert all(default_storage.exists(row.file.name) for row in rows)


def test_a_small_plan_and_a_large_one_are_read_with_as_many_queries(
    office, django_assert_max_num_queries
):
    plan = office.programmes["fi"]
    values = {
        "responsible": office.town.organisation.pk,
        "text": f'<a linktype="page" id="{plan.pk}">x</a>',
    }
    for goals, actions in ((2, 6), (10, 60)):
        plan.goals = goals_of_size(goals, actions, **values)
        plan.save()
        page = PlanPage.objects.select_related("locale").get(pk=plan.pk)
        with django_assert_max_num_queries(27):
            keeping.document_of(page)
