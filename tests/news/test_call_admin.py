"""Applications in the admin: every door is shut to whoever may not see them."""

from __future__ import annotations

import csv
import io

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.search.backends import get_search_backend

from home.set_up import EDITORS, HANDLERS, PUBLISHERS
from news.models import Application, ApplicationFile, CallPage
from tests.news.call_scene import call_with_form, filled_in, key, pdf

pytestmark = pytest.mark.django_db
DANGEROUS = ["=1+1", "+358 40 1", "-2", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', " =1"]


@pytest.fixture
def application(call) -> Application:
    """Return an application with a file, sent with the form."""
    data = filled_in(call, Liitteet=[pdf("ansökan.pdf")], **{"Miksi juuri te?": "Å, ä ja ö"})
    assert Client().post(f"{call.url}apply/", data).status_code == 303
    return Application.objects.get()


def doors(application: Application) -> list[str]:
    """Return every address of applications in the admin."""
    call, file = application.call, application.files.get()
    return [
        reverse("applications:index"),
        reverse("applications:list", args=[call]),
        reverse("applications:spreadsheet", args=[call, "csv"]),
        reverse("applications:spreadsheet", args=[call, "xlsx"]),
        reverse("applications:one", args=[call, application.pk]),
        reverse("applications:download", args=[call, application.pk, file.pk]),
        reverse("applications:delete", args=[call, application.pk]),
    ]


def signed_in(*groups: str, name: str = "somebody", **fields) -> Client:
    user = get_user_model().objects.create_user(name, password="x", **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    client = Client()
    client.force_login(user)
    return client


def test_those_who_handle_applications_see_and_fetch_them(call, application):
    client = signed_in(HANDLERS)
    assert call.title in client.get(reverse("applications:index")).content.decode()
    for address in doors(application):
        response = client.get(address)
        assert response.status_code == 200, address
        assert "no-store" in response["Cache-Control"]
    text = client.get(doors(application)[4]).content.decode()
    for written in ("Suvisalmi", "aino@example.org", "Å, ä ja ö", "ansökan.pdf"):
        assert written in text
    file = client.get(doors(application)[5])
    assert file["Content-Disposition"].startswith("attachment")
    assert file["X-Content-Type-Options"] == "nosniff"
    assert b"".join(file.streaming_content).startswith(b"%PDF-")
    menu = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("applications:index") in menu


@pytest.mark.parametrize("group", [EDITORS, PUBLISHERS])
def test_editors_see_none_of_it(call, application, group):
    client = signed_in(group)
    for address in doors(application):
        for response in (client.get(address), client.post(address)):
            assert response.status_code in (302, 405), address
            assert "Suvisalmi" not in response.content.decode()
            if response.status_code == 302:
                assert response["Location"] == reverse("wagtailadmin_home")
    assert Application.objects.filter(pk=application.pk).exists()
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[call.pk])).content.decode()
    assert reverse("applications:list", args=[application.call]) not in editor
    assert reverse("applications:index") not in editor


def test_nobody_is_let_in_without_signing_in(application, client):
    for address in doors(application):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("wagtailadmin_login"))


def test_a_call_may_be_for_one_group_of_handlers_alone(call, application):
    others = Group.objects.create(name="Rekrytointi")
    others.permissions.set(Group.objects.get(name=HANDLERS).permissions.all())
    CallPage.objects.filter(pk=call.pk).update(handlers=others)
    shut_out, let_in = signed_in(HANDLERS), signed_in("Rekrytointi", name="other")
    index, *rest = doors(application)
    assert call.title not in shut_out.get(index).content.decode()
    assert [shut_out.get(address).status_code for address in rest] == [302] * len(rest)
    assert [let_in.get(address).status_code for address in rest] == [200] * len(rest)
    address = reverse("applications:list", args=[application.call])
    edit = reverse("wagtailadmin_pages:edit", args=[call.pk])
    admin = signed_in(name="admin", is_superuser=True)
    assert address in admin.get(edit).content.decode()


def test_one_who_may_only_look_deletes_nothing(call, application):
    lookers = Group.objects.create(name="Katsojat")
    lookers.permissions.set(
        Permission.objects.filter(codename__in=["view_application", "access_admin"])
    )
    client = signed_in("Katsojat")
    *others, delete = doors(application)
    assert client.post(delete).status_code == 302
    assert Application.objects.exists()
    assert delete not in client.get(others[4]).content.decode()


def test_a_deleted_application_takes_its_files_along(
    application, django_capture_on_commit_callbacks
):
    storage, name = (file := application.files.get().file).storage, file.name
    client = signed_in(HANDLERS)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(doors(application)[-1]).status_code == 302
    assert not Application.objects.exists()
    assert not ApplicationFile.objects.exists()
    assert not storage.exists(name)


def test_an_application_of_another_call_is_not_found_under_this_one(call, application):
    other = call_with_form(call.get_parent().specific, title="Toinen")
    client, file = signed_in(HANDLERS), application.files.get()
    key_of_other = other.translation_key
    for name, args in (("one", [application.pk]), ("download", [application.pk, file.pk])):
        address = reverse(f"applications:{name}", args=[key_of_other, *args])
        assert client.get(address).status_code == 404


def test_spreadsheets_hold_every_answer_and_no_formula(call, application):
    question = key(call, "Kunta")
    for text in DANGEROUS:
        Application.objects.create(
            call=call.translation_key,
            language="sv",
            received_at=timezone.now(),
            answers=[
                {"key": question, "label": "Kunta", "value": text},
                {"key": "qlost", "label": "=Poistettu", "value": ["a", "b\x0b"]},
            ],
        )
    client = signed_in(HANDLERS)
    _index, _list, as_csv, as_xlsx, *_rest = doors(application)
    raw = client.get(as_csv).content
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    sheet = load_workbook(io.BytesIO(client.get(as_xlsx).content)).active
    cells = list(sheet.iter_rows())
    assert len(rows) == len(cells) == len(DANGEROUS) + 2
    column = rows[0].index("Kunta")
    assert "'=Poistettu" in rows[0]
    assert [row[column] for row in rows[2:]] == [f"'{text}" for text in DANGEROUS]
    assert "Å, ä ja ö" in rows[1]
    assert all(cell.data_type in ("s", "inlineStr", "n") for row in cells for cell in row)
    assert all(cell.data_type != "n" or cell.value is None for row in cells for cell in row)
    assert all(cell.quotePrefix for row in cells for cell in row if cell.value)
    written = [cell.value for row in cells for cell in row]
    assert "Å, ä ja ö" in written
    assert "a; b" in written


def test_whoever_deletes_a_call_is_told_that_its_applications_go_with_it(call, application):
    client = signed_in(name="admin", is_superuser=True)
    response = client.get(reverse("wagtailadmin_pages:delete", args=[call.pk]))
    said = [str(message) for message in response.context["messages"]]
    assert len(said) == 1
    assert "1" in said[0]
    Application.objects.all().delete()
    again = client.get(reverse("wagtailadmin_pages:delete", args=[call.pk]))
    assert not list(again.context["messages"])


def test_nothing_personal_is_in_logs_or_searched(call, application, caplog):
    with caplog.at_level("DEBUG"):
        client = signed_in(HANDLERS)
        for address in doors(application):
            client.get(address)
    assert "Suvisalmi" not in caplog.text
    assert "aino@example.org" not in caplog.text
    assert not registry.get_logs_for_instance(application)
    assert not ModelLogEntry.objects.exists()
    assert "aino" not in str(list(PageLogEntry.objects.values_list("data", flat=True)))
    assert not get_search_backend().search("Suvisalmi", CallPage).get_queryset().exists()
