"""Who approves is told on the screen what came of it, in her language, at Wagtail's own doors too."""

from __future__ import annotations

import html
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from core.publishing import Problem
from news.models import NewsPage
from tests.forms import news_form
from tests.translations.review.conftest import Work
from translations.models import ReleaseItem
from translations.review import releases

LACKING = "Bilden saknas."


def approved_in_window(client: Any, page: Any) -> str:
    """Approve in the window that Wagtail's dashboard opens; return what the messages say."""
    state = page.current_workflow_task_state
    return said(
        client.post(
            reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]),
            {"comment": ""},
        )
    )


def approved_in_form(client: Any, page: Any) -> str:
    """Approve in the form of a news item; return what the messages say."""
    data = news_form(title=page.title, slug=page.slug, lead=page.lead)
    workflow = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    return said(
        client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {**data, **workflow})
    )


def said(answer: Any) -> str:
    assert answer.status_code in (200, 302)
    return html.unescape(" ".join(str(message) for message in get_messages(answer.wsgi_request)))


def test_that_a_translation_waits_for_its_source(work: Work, client_as: Any) -> None:
    work.submit()
    work.fi.unpublish()
    told = approved_in_window(client_as("publisher"), work.sv)
    assert not work.sv.live
    assert "Ei vielä julki" in told
    assert f"</span>: {work.sv.draft_title}</a>" in told


@pytest.mark.parametrize("approved", [approved_in_window, approved_in_form])
def test_that_a_translation_does_not_come_back_with_its_source(
    public: Work, client_as: Any, monkeypatch: pytest.MonkeyPatch, approved: Any
) -> None:
    page = public.fi
    page.unpublish()
    page.save_revision()
    page.get_workflow().start(page, public.user("editor"))
    monkeypatch.setattr(
        NewsPage,
        "publication_problems",
        lambda page: [Problem("title", LACKING)] if page.locale.language_code == "sv" else [],
    )
    told = approved(client_as("publisher"), public.fi)
    assert (public.fi.live, public.sv.live) == (True, False)
    assert LACKING in told


def test_that_a_held_page_is_ready_and_the_languages_were_refused(
    work: Work, client_as: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher = client_as("publisher")
    releases.hold(work.fi, [work.sv], work.user("publisher"))
    work.submit()
    assert f"{work.sv.draft_title} on valmis" in approved_in_window(publisher, work.sv)
    # The last one, and something is lacking.
    work.submit()
    item = ReleaseItem.objects.get(page=work.fi.pk)
    releases.mark_ready(item, work.fi.save_revision(), work.user("publisher"))
    monkeypatch.setattr(NewsPage, "publication_problems", lambda page: [Problem("title", LACKING)])
    assert LACKING in approved_in_window(publisher, work.sv)
    assert not work.sv.live
    monkeypatch.undo()
    work.submit()
    assert "Kaikki kielet julkaistiin" in approved_in_window(publisher, work.sv)
    assert work.sv.live
