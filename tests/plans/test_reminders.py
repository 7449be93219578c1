"""Reminders: who hears of which silent action, once a period, whatever happens meanwhile."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.models import PlanPage, ReminderSent
from plans.reminders import addresses_of, remind
from plans.silence import SilentAction, silent_actions, silent_since
from tests import factories
from tests.plans.scene import goals_of_size, tell

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 5, tzinfo=UTC)
LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)


def age(office) -> PlanPage:
    """Make the Finnish programme old: nothing was told of it for long; return it."""
    ids = [one.pk for pages in (office.programmes, office.regionals) for one in pages.values()]
    PlanPage.objects.filter(pk__in=ids).update(
        starts_on=date(2024, 1, 1), first_published_at=LONG_AGO, reminder_days=100
    )
    plan: PlanPage = PlanPage.objects.get(pk=office.programmes["fi"].pk)
    return plan


def numbers(found: list[SilentAction]) -> list[str]:
    return [f"{one.plan.title} {one.number}" for one in found]


def test_silence_counts_from_the_last_news_or_from_when_all_had_begun():
    old, new = date(2024, 1, 1), date(2026, 1, 1)
    assert silent_since(old, new, new, new) == old
    assert silent_since(None, old, new, None) == new
    assert silent_since(None, new, old, None) == new
    assert silent_since(None, old, None, new) == new


def test_which_actions_are_silent(office):
    plan, (first, second, third) = age(office), office.action_ids
    day = NOW.date()
    title = plan.title
    everything = [f"{title} 1.1", f"{title} 1.2", f"{title} 2.1", "Kainuu 1"]
    assert sorted(numbers(silent_actions(day=day))) == everything
    tell(plan, first, "done", date(2024, 2, 1))  # over: nothing more to tell
    tell(plan, second, "under_way", day - timedelta(days=100))
    tell(plan, third, "under_way", day - timedelta(days=99))
    found = silent_actions(day=day)
    assert sorted(numbers(found)) == [f"{title} 1.2", "Kainuu 1"]
    assert found[1].days == 100
    assert found[1].contact == office.town.person
    # Not of a plan that ended, was replaced, is a draft or not public.
    for change in (
        {"ends_on": day - timedelta(days=1)},
        {"stage": "draft"},
        {"live": False},
        {"starts_on": day + timedelta(days=1)},
    ):
        PlanPage.objects.filter(translation_key=plan.translation_key).update(**change)
        assert numbers(silent_actions(day=day)) == ["Kainuu 1"], change
        PlanPage.objects.filter(translation_key=plan.translation_key).update(
            ends_on=None, stage="adopted", live=True, starts_on=date(2024, 1, 1)
        )


def test_everybody_gets_one_mail_a_period(office):
    plan = age(office)
    PlanPage.objects.filter(pk=plan.pk).update(
        reminder_email="kirjaamo@example.org", title="Ohjelma\nBcc: x@example.org"
    )
    done = remind(NOW)
    assert (done.mails, done.actions, done.without_anybody) == (2, 3, 1)
    by_address = {one.to[0]: one for one in mail.outbox}
    assert set(by_address) == {"kirjaamo@example.org", office.town.person.email}
    shared = by_address["kirjaamo@example.org"]
    address = f"http://127.0.0.1:8000{reverse('plan_progress', args=[plan.pk])}"
    assert shared.body.count(address) == 1
    for text in ("1.1 Kartoitus", "1.2 Koulutus", "2.1 Mentorointi", "1.1.2024"):
        assert text in shared.body, text
    assert "Kartoitus" not in by_address[office.town.person.email].body
    head = shared.message()
    assert head["Bcc"] is None
    assert head["Auto-Submitted"] == "auto-generated"

    # Not again in the period; then again, of what is silent still.
    assert remind(NOW + timedelta(hours=1)).mails == 0
    assert remind(NOW + timedelta(days=99)).mails == 0
    tell(plan, office.action_ids[1], "done", NOW.date())
    assert remind(NOW + timedelta(days=101)).actions == 2
    assert len(mail.outbox) == 3


def test_a_mail_that_cannot_be_sent_is_tried_again_and_names_nobody_in_the_log(office, caplog):
    age(office)
    with (
        patch.object(EmailMessage, "send", side_effect=OSError("no such user: aino@example.org")),
        caplog.at_level(logging.INFO),
        pytest.raises(CommandError, match="1 mail"),
    ):
        call_command("remind_of_actions", stdout=StringIO())
    assert "@" not in "".join(record.getMessage() for record in caplog.records)
    assert not ReminderSent.objects.exists()
    call_command("remind_of_actions", verbosity=0)
    assert len(mail.outbox) == 1


def test_a_run_that_dies_sends_nothing_twice_and_is_told_of(office):
    age(office)
    with (
        patch("plans.reminders._mark", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        remind(NOW)
    assert len(mail.outbox) == 1
    later = remind(NOW + timedelta(days=1))
    assert (later.mails, later.uncertain) == (0, 1)


def test_nothing_that_would_break_the_head_of_a_mail_is_an_address(office):
    plan = age(office)
    plan.reminder_email = "x@example.org\nBcc: y@example.org"
    (action, *_rest) = silent_actions(day=NOW.date())
    assert not addresses_of(
        SilentAction(
            plan, action.action_id, "1", "Teko", action.state, action.since, action.days, None
        )
    )


def test_the_report_has_the_same_rows_for_those_who_keep_the_plans(office, client):
    plan = age(office)
    url = reverse("silent_actions")
    client.force_login(office.town.staff["editor"])
    html = client.get(url).content.decode()
    assert html.count('<th scope="row" lang=') == 4
    assert office.town.person.name in html
    swedish = office.programmes["sv"]
    assert (
        client.get(url, {"plan": swedish.pk}).content.decode().count('<th scope="row" lang=') == 3
    )
    PlanPage.objects.filter(pk=plan.pk).update(title="=1+1")
    table = b"".join(client.get(url, {"export": "csv"}).streaming_content).decode()
    assert table.count("Kartoitus") == 1
    assert "'=1+1" in table
    # As many queries for thirty actions as for four.
    with CaptureQueriesContext(connection) as few:
        silent_actions(day=NOW.date())
    plan.refresh_from_db()
    plan.goals = goals_of_size(5, 30, contact=office.town.person.pk)
    plan.save()
    factories.PlanPageFactory(
        parent=office.indexes["fi"], goals=goals_of_size(2, 6), starts_on=date(2024, 1, 1)
    )
    with CaptureQueriesContext(connection) as many:
        assert len(silent_actions(day=NOW.date())) > 30
    assert len(many) == len(few)
    # Whoever keeps no page does not come in.
    office.town.staff["editor"].groups.clear()
    assert client.get(url).status_code == 302
