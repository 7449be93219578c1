"""The pages of review: who sees them, what they say, and what is done there."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Page

from tests.translations.review.conftest import work_on
from translations.models import Release, SegmentComment


def text(answer: Any) -> str:
    return str(answer.content.decode())


def sent(work: Any, decision: str, **more: str) -> dict[str, Any]:
    seen = work.seen
    return {
        "task_state": seen.task_state,
        "revision": seen.revision,
        "decision": decision,
        **more,
    }


def test_wagtails_own_links_lead_a_reviewer_to_the_review(work, client_as):
    publisher = client_as("publisher")
    assert publisher.get(work.edit_url).status_code == 200
    work.submit()
    assert work.edit_url in text(publisher.get(reverse("wagtailadmin_home")))
    assert publisher.get(work.edit_url).url == work.url()
    # Who wants to write there may, and the translator is shown her own texts.
    assert publisher.get(work.edit_url + "?write=1").status_code == 200
    assert client_as("translator.sv").get(work.edit_url).status_code == 200


def test_the_review_page(public, client_as):
    public.edit("Ryhmä tapaa")
    public.write("sv: Gruppen träffas")
    public.submit()
    client = client_as("publisher")
    key = str(public.text())
    client.post(public.url("comments"), {"key": key, f"comment-{key}": "Vad <b>menas</b>?"})
    page = text(client.get(public.url()))
    assert "<del>kokoontuu</del><ins>tapaa</ins>" in page
    assert f'id="text-{key}"' in page
    assert "Vad &lt;b&gt;menas&lt;/b&gt;?" in page
    assert 'value="approve"' in page
    assert 'value="reject"' in page
    assert 'lang="sv"' in page
    preview = client.get(public.url("preview"))
    assert "Gruppen träffas" in text(preview)
    assert preview["X-Frame-Options"] == "SAMEORIGIN"
    # She who submitted looks on, and may take it back.
    hers = text(client_as("translator.sv").get(public.url()))
    assert 'value="approve"' not in hers
    assert 'value="take_back"' in hers


def test_approving_and_sending_back(work, client_as):
    work.submit()
    client = client_as("publisher")
    answer = client.post(work.url(), sent(work, "reject"), follow=True)
    assert work.sv.workflow_in_progress
    assert answer.redirect_chain[-1][0] == work.url()
    client.post(work.url(), sent(work, "reject", comment="Fel rubrik."))
    assert not work.sv.workflow_in_progress
    translator = client_as("translator.sv")
    assert "Fel rubrik." in text(translator.get(work.edit_url))
    translator.post(work.edit_url, {"action": "submit"})
    assert work.sv.workflow_in_progress
    answer = client.post(work.url(), sent(work, "approve"))
    assert answer.url == reverse("wagtailadmin_home")
    assert work.sv.live


@pytest.mark.parametrize("broken", [{"revision": "x"}, {"task_state": ""}, {"decision": "publish"}])
def test_what_cannot_be_read_decides_nothing(work, client_as, broken):
    work.submit()
    client_as("publisher").post(work.url(), {**sent(work, "approve"), **broken})
    assert work.sv.workflow_in_progress


def test_the_translators_button_and_the_address_behind_it(work, client_as):
    translator = client_as("translator.sv")
    page = text(translator.get(work.edit_url))
    assert 'name="action" value="submit"' in page
    assert 'name="action" value="publish"' not in page
    # The header leads to the review, where it can be submitted too.
    assert page.count(f'href="{work.url()}"') == 2
    assert 'value="submit"' in text(translator.get(work.url()))
    translator.post(work.url("submit"), {"deed": "submit"})
    assert work.sv.workflow_in_progress
    page = text(translator.get(work.edit_url))
    assert 'name="action" value="submit"' not in page
    assert 'value="take_back"' in page
    revisions = work.sv.revisions.count()
    translator.post(work.url("submit"))
    assert work.sv.revisions.count() == revisions
    translator.post(work.url("submit"), {"deed": "take_back"})
    assert not work.sv.workflow_in_progress


def test_comments_are_written_beside_the_texts_of_the_editor(work, client_as):
    translator, key = client_as("translator.sv"), str(work.text())
    answer = translator.post(
        work.url("comments"), {"key": key, f"comment-{key}": "Vad menas?", "next": work.edit_url}
    )
    assert answer.url == f"{work.edit_url}#text-{key}"
    page = text(translator.get(work.edit_url))
    assert "Vad menas?" in page
    assert page.count('id="review-comments"') == 1
    pk = SegmentComment.objects.get().pk
    for data in ({"answer": pk, f"answer-{pk}": "Så."}, {"settle": pk}, {"open": pk}):
        translator.post(work.url("comments"), data)
    assert SegmentComment.objects.get(thread=None).resolved_at is None
    assert SegmentComment.objects.count() == 2
    for data in ({}, {"settle": "x"}, {"key": "1"}, {"key": "1-9"}, {"settle": "9" * 30}):
        assert translator.post(work.url("comments"), data).status_code == 302
    assert SegmentComment.objects.count() == 2


ADDRESSES = ("review", "submit", "comments", "preview")


@pytest.mark.parametrize("name", ["translator.en", ""])
def test_others_see_and_do_nothing(work, client_as, client, name):
    stranger = client_as(name) if name else client
    work.submit()
    key = str(work.text())
    data = {**sent(work, "approve"), "deed": "take_back", "key": key, f"comment-{key}": "Hej"}
    for address in ADDRESSES:
        for answer in (
            stranger.get(work.url(address)),
            stranger.post(work.url(address), data),
        ):
            assert answer.status_code in (302, 403, 405)
            assert "Ryhmä" not in text(answer)
    together = reverse("translations_review:release", args=[work.fi.pk])
    stranger.post(together, {"deed": "hold", "pages": [work.sv.pk]})
    assert work.sv.workflow_in_progress
    assert not work.sv.live
    assert not SegmentComment.objects.exists()
    assert not Release.objects.exists()


def test_there_is_nothing_to_review_of_a_snippet_or_a_stopped_translation(work, client_as):
    assert (
        client_as("admin").get(reverse("translations_review:review", args=[0])).status_code == 404
    )
    translation = work.translation
    translation.enabled = False
    translation.save()
    assert client_as("admin").get(work.url()).status_code == 404


# Together ---------------------------------------------------------------------------------------


def test_languages_are_held_watched_and_published_on_one_page(town, client_as):
    work = work_on(town)
    publisher, fi = client_as("publisher"), work.fi
    fi.unpublish()
    url = reverse("translations_review:release", args=[fi.pk])
    assert url in text(publisher.get(reverse("wagtailadmin_pages:edit", args=[fi.pk])))
    assert "svenska" in text(publisher.get(url))
    assert publisher.post(url, {"deed": "hold"}).status_code == 422
    other = town.items["sv"]
    assert publisher.post(url, {"deed": "hold", "pages": [other.pk]}).status_code == 422
    past = {"deed": "hold", "pages": [work.sv.pk], "at": "2020-01-01 10:00"}
    assert publisher.post(url, past).status_code == 422
    assert not Release.objects.exists()
    publisher.post(url, {"deed": "hold", "pages": [work.sv.pk]})
    release = Release.objects.get()
    # On the button, and above the form.
    form = text(publisher.get(reverse("wagtailadmin_pages:edit", args=[fi.pk])))
    assert form.count(url) == 2
    # A translator sees it beside her texts, and may look.
    assert url in text(client_as("translator.sv").get(work.edit_url))
    assert client_as("translator.sv").get(url).status_code == 200
    items = {item.page_id: item for item in release.items.all()}
    publisher.post(url, {"deed": "ready", "item": items[fi.pk].pk, "revision": ""})
    assert not work.fi.live
    old = {"deed": "ready", "item": items[work.sv.pk].pk, "revision": "1"}
    publisher.post(url, old)
    assert not Release.objects.get().items.get(page=work.sv.pk).is_ready
    work.submit()
    answer = publisher.post(work.url(), sent(work, "approve"))
    assert answer.url == reverse("wagtailadmin_home")
    assert (work.fi.live, work.sv.live) == (True, True)
    assert Release.objects.get().state == "released"
    assert publisher.get(url).status_code == 200


def test_a_hold_is_ended_on_the_page(work, client_as):
    publisher = client_as("publisher")
    url = reverse("translations_review:release", args=[work.fi.pk])
    publisher.post(url, {"deed": "hold", "pages": [work.sv.pk]})
    publisher.post(url, {"deed": "release"})
    assert Release.objects.get().refusals
    publisher.post(url, {"deed": "cancel"})
    assert Release.objects.get().state == "cancelled"
    assert publisher.post(url, {"deed": "cancel"}).status_code == 302
    assert Page.objects.get(pk=work.fi.pk).live


def test_an_editor_holds_nothing(work, client_as):
    url = reverse("translations_review:release", args=[work.fi.pk])
    assert url not in text(
        client_as("editor").get(reverse("wagtailadmin_pages:edit", args=[work.fi.pk]))
    )
    client_as("editor").post(url, {"deed": "hold", "pages": [work.sv.pk]})
    assert not Release.objects.exists()
