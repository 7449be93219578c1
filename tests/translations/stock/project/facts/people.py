"""Who may do what, who is asked, who is told: facts 5, 6 and 7."""

from __future__ import annotations

from typing import Any

import scene
from django.core import mail
from django.urls import reverse
from pages.models import Contact
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowState, WorkflowTask
from wagtail_localize.models import Translation


def fact_05() -> dict[str, Any]:
    """Work in Finnish and Arabic as a member of a group that has rights under /sv/ alone."""
    scene.member("swedish", "sv", "add", "change", "publish")
    browser = scene.signed_in("swedish")
    contact = Contact.objects.create(title="Neuvonta", locale=scene.locale("fi"))
    swedish, arabic = scene.translate(contact, "sv"), scene.translate(contact, "ar")
    page = scene.write("Tiedote")
    page_in_arabic = scene.translate(page, "ar")
    answer = browser.post(scene.edit_address(contact), {"title": "Toinen neuvonta"})
    form = browser.get(reverse("wagtail_localize:submit_page_translation", args=[page.pk]))
    offered = form.context["form"].fields["locales"].queryset
    put = [scene.put("swedish", one, "Annat") for one in (swedish, arabic, page_in_arabic)]
    po = str(arabic.export_po()).replace("Annat", "Från en fil").encode()
    return {
        "finnish_contact": [answer.status_code, scene.now(contact).title],
        "put_of_contact_in_swedish_in_arabic_and_of_page_in_arabic": put,
        "arabic_contact": scene.written(arabic, "title"),
        "po_of_arabic_contact": [
            scene.bring(arabic, po, "swedish"),
            scene.written(arabic, "title"),
        ],
        "languages_offered": sorted(offered.values_list("language_code", flat=True)),
        "page_in_sami": [
            scene.submit("swedish", page, "se"),
            [one.live for one in page.get_translations().filter(locale=scene.locale("se"))],
        ],
        "sync_of_arabic_page": _sync(page_in_arabic),
    }


def _sync(translation: Translation) -> list[Any]:
    """Let her publish an Arabic page, to which she has no right, with a new source."""
    scene.rewrite(translation.source.get_source_instance(), title="Uusi tiedote")
    answer = scene.sync(translation, "swedish", publish=True)
    return [answer, scene.target(translation).title]


def fact_06() -> dict[str, Any]:
    """Try to send a translation to review, where a workflow is in force for all pages."""
    workflow = Workflow.objects.create(name="Review")
    task = GroupApprovalTask.objects.create(name="Approve")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=scene.front("fi").get_parent())
    try:
        return _review()
    finally:
        WorkflowPage.objects.all().delete()


def _review() -> dict[str, Any]:
    page = scene.write("Ohje")
    translation = scene.translate(page)
    target = scene.target(translation)
    address = scene.edit_address(target)
    source_editor, its_editor = scene.editor(page), scene.editor(target)
    scene.signed_in().post(address, {"action-submit": "1", "action": "submit"})
    in_review = WorkflowState.objects.count()
    before = target.last_published_at
    scene.signed_in().post(address, {"action": "publish"})
    signs = ('name="action-submit"', 'data-side-panel="comments"', 'name="comment')
    return {
        "workflow_of_the_translation": str(target.get_workflow()),
        "signs_in_the_editor_of_the_source": [sign in source_editor for sign in signs],
        "signs_in_the_editor_of_the_translation": [sign in its_editor for sign in signs],
        "in_review_when_submitted": in_review,
        "published_past_the_workflow": scene.target(translation).last_published_at > before,
    }


def fact_07() -> dict[str, Any]:
    """Count the mails of a whole life: submit, translate, change, sync, publish."""
    scene.member("translator", "sv", "change", "publish")
    before = len(mail.outbox)
    page = scene.write("Uutinen")
    scene.submit("admin", page, "sv")
    translation = Translation.objects.get(source__object_id=page.translation_key)
    put = scene.put("translator", translation, "Nyhet")
    scene.signed_in("translator").post(
        scene.edit_address(scene.target(translation)), {"action": "publish"}
    )
    scene.rewrite(page, title="Uusi uutinen")
    scene.sync(translation, publish=True)
    scene.now(page).unpublish()
    return {
        "put": put,
        "mails": len(mail.outbox) - before,
        "a_mail_would_be_seen": mail.send_mail("x", "x", None, ["x@example.org"]),
        "fields": sorted(field.name for field in Translation._meta.concrete_fields),
    }
