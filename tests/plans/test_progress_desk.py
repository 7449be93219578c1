"""The progress desk: what is new is added to what was told, by those who may, and nothing else changes."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail_localize.models import Translation, TranslationSource

from core.freshness import today
from plans.models import PlanPage, ProgressNote, ProgressReport
from plans.outline import outline_of
from plans.telling import TOLD, News, State, is_news, progress_changed
from tests.home.test_query_budgets import queries
from tests.plans.scene import goals_of_size, tell

pytestmark = pytest.mark.django_db


def desk(page: PlanPage) -> str:
    return reverse("plan_progress", args=[page.pk])


def row(action_id: str, state: str, *, seen: int | None = None, **values: str) -> dict[str, str]:
    """Return what a browser sends for one row of the table."""
    told = {"state": state, "reported_on": today().isoformat(), "value": "", "note": "", **values}
    told["seen"] = str(seen or "")
    return {f"a{UUID(action_id).hex}-{name}": value for name, value in told.items()}


def follow(office) -> None:
    """Make the Swedish programme a translation of the Finnish one, as wagtail-localize would."""
    page = PlanPage.objects.get(pk=office.programmes["fi"].pk)
    source, _made = TranslationSource.update_or_create_from_instance(page)
    Translation.objects.create(source=source, target_locale=office.town.locales["sv"])


def reports() -> list[tuple[str, str]]:
    rows = ProgressReport.objects.order_by("pk")
    return [(str(one.action_id), one.state) for one in rows]


def test_only_changed_rows_are_recorded_and_no_page_is_touched(
    office, client, django_capture_on_commit_callbacks
):
    follow(office)
    page, (first, second, third) = office.programmes["fi"], office.action_ids
    before = [
        PlanPage.objects.filter(pk=one.pk).values().get() for one in office.programmes.values()
    ]
    source = TranslationSource.objects.filter(object_id=page.translation_key).values().get()
    client.force_login(office.town.staff["editor"])
    html = client.get(desk(page)).content.decode()
    for part in ("Kartoitus", "1.1", "1. Rakenteet näkyviksi", "<caption", 'scope="row"'):
        assert part in html, part
    heard = []
    progress_changed.connect(lambda plan_key, **_k: heard.append(plan_key), weak=False)
    sent = {
        **row(first, "under_way", value="12,5", note=" Puolet kartoitettu. "),
        **row(second, "not_started"),
        **row(third, "not_started", reported_on=(today() - timedelta(days=3)).isoformat()),
    }
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(desk(page), sent).status_code == 302
    assert reports() == [(first, "under_way")]
    report = ProgressReport.objects.get()
    assert (report.value, report.made_by) == (12.5, office.town.staff["editor"])
    assert heard == [page.translation_key]
    assert ProgressNote.objects.get().text == "Puolet kartoitettu."
    assert PageLogEntry.objects.get(action=TOLD).page_id == page.pk
    # Sent again, by a second click, it is recorded once.
    client.post(desk(page), sent)
    assert len(reports()) == 1

    # Every language shows it; no page and no translation is touched.
    assert outline_of(office.programmes["sv"]).tally.counts[State.UNDER_WAY] == 1
    after = [
        PlanPage.objects.filter(pk=one.pk).values().get() for one in office.programmes.values()
    ]
    assert after == before
    assert TranslationSource.objects.filter(object_id=page.translation_key).values().get() == source


def test_who_saves_second_loses_nothing_and_is_told(office, client):
    page, (first, second, third) = office.programmes["fi"], office.action_ids
    client.force_login(office.town.staff["editor"])
    seen = tell(page, first, "under_way")
    other = tell(page, first, "done")  # by somebody else, while the form was open
    sent = {
        **row(first, "delayed", seen=seen.pk),
        **row(second, "done"),
        # What she saw and left alone is no news, although something newer was told of it.
        **row(third, "not_started"),
    }
    tell(page, third, "done")
    response = client.post(desk(page), sent, follow=True)
    assert [state for _key, state in reports()] == ["under_way", "done", "done", "delayed", "done"]
    assert ProgressReport.objects.filter(pk=other.pk).exists()
    (warning,) = [one for one in response.context["messages"] if one.level_tag == "warning"]
    assert "1.1" in str(warning)
    assert "1.2" not in str(warning)


def test_what_cannot_be_is_refused_whole_and_what_was_sent_is_kept(office, client):
    page, (first, second, _third) = office.programmes["fi"], office.action_ids
    client.force_login(office.town.staff["editor"])
    tomorrow = (today() + timedelta(days=1)).isoformat()
    for wrong in (
        {"state": "finished"},
        {"reported_on": tomorrow},
        {"reported_on": "soon"},
        {"value": "NaN"},
        {"value": "1" * 20},
        {"note": "x" * 501},
    ):
        bad = row(first, **{"state": "done", **wrong})
        response = client.post(desk(page), {**bad, **row(second, "done", note="Säilyy.")})
        assert response.status_code == 200, wrong
        assert "error-message" in response.content.decode()
        assert "Säilyy." in response.content.decode()
    assert not reports()
    # A row of an action that the plan does not have is nobody's.
    client.post(desk(page), row(str(UUID(int=5)), "done"))
    assert not reports()


def test_a_translator_writes_notes_in_her_language_and_no_facts(office, client):
    follow(office)
    swedish, finnish, (first, *_rest) = (
        office.programmes["sv"],
        office.programmes["fi"],
        office.action_ids,
    )
    report = tell(finnish, first, "under_way", note="Kesken.")
    client.force_login(office.town.staff["translator.sv"])
    assert client.get(desk(finnish)).status_code == 302, (
        "not in another language: to the front page"
    )
    html = client.get(desk(swedish)).content.decode()
    assert f'name="r{report.pk}-note"' in html
    assert "-state" not in html
    assert "Kesken." in html
    note = {f"r{report.pk}-note": "Pågår.", f"r{report.pk}-report": str(report.pk)}
    client.post(desk(swedish), {**note, **row(first, "done", seen=report.pk)})
    assert reports() == [(first, "under_way")]
    told = outline_of(PlanPage.objects.get(pk=swedish.pk)).goals[0].actions[0].latest
    assert (told.note, told.note_lang) == ("Pågår.", "")
    correcting = reverse("plan_report", args=[swedish.pk, report.pk])
    assert client.post(correcting, {"delete": "1"}).status_code == 302
    assert reports(), "she may not take it back"
    # Nobody comes in without a right on the plan.
    client.force_login(office.town.staff["translator.en"])
    client.post(desk(swedish), {**note, f"r{report.pk}-note": "No."})
    assert ProgressNote.objects.get(locale=swedish.locale).text == "Pågår."


def test_the_last_report_can_be_corrected_and_taken_back_and_no_other(office, client):
    page, first = office.programmes["fi"], office.action_ids[0]
    client.force_login(office.town.staff["editor"])
    older, last = tell(page, first, "under_way"), tell(page, first, "done", note="Valmis.")
    url = reverse("plan_report", args=[page.pk, last.pk])
    assert url in client.get(desk(page)).content.decode()
    fi, sv = page.locale_id, office.town.locales["sv"].pk
    sent = {"state": "delayed", "reported_on": today().isoformat(), "value": ""}
    sent |= {f"note-{fi}": "Myöhässä.", f"note-{sv}": "Försenad."}
    assert client.get(url).status_code == 200
    client.post(url, sent)
    last.refresh_from_db()
    assert last.state == "delayed"
    assert {n.locale_id: n.text for n in last.notes.all()} == {fi: "Myöhässä.", sv: "Försenad."}
    # The one before it stays as it is, as long as there is a later one.
    earlier = reverse("plan_report", args=[page.pk, older.pk])
    assert client.post(earlier, {"delete": "1"}).status_code == 302
    assert len(reports()) == 2
    client.post(url, {"delete": "1"})
    assert reports() == [(first, "under_way")]
    # A report of another plan is not found here.
    other = tell(office.regionals["fi"], first, "done")
    assert client.get(reverse("plan_report", args=[page.pk, other.pk])).status_code == 404


def test_many_actions_cost_no_more_queries_than_few(office, client):
    page = PlanPage.objects.get(pk=office.programmes["fi"].pk)
    client.force_login(office.town.staff["editor"])
    few = len(queries(client, desk(page)))
    page.goals = goals_of_size(5, 30, responsible=office.town.organisation.pk)
    page.save()
    for action in outline_of(page):
        tell(page, action.id, "done", note="Tehty.")
    # Responsible bodies and contacts of a stream are read together, once a goal at most.
    assert len(queries(client, desk(page))) <= few + 4


def test_another_day_alone_is_no_news():
    seen = ProgressReport(state="done", value=None)
    day = today()
    assert not is_news(News(UUID(int=1), State.DONE, day), seen)
    assert not is_news(News(UUID(int=1), State.NOT_STARTED, day, note=" "), None)
    assert is_news(News(UUID(int=1), State.DONE, day, note="Vielä."), seen)
    assert is_news(News(UUID(int=1), State.DONE, day, value=5), seen)
