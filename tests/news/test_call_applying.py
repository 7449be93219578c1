"""How somebody applies: what is stored, what is refused, and what she is told."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from unittest import mock

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from news import file_kinds, limits
from news.models import Application, ApplicationFile, CallPage, CallQuestion
from tests.news.call_scene import (
    call_with_form,
    earlier,
    filled_in,
    key,
    open_form,
    pdf,
)
from tests.translating import translate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _notice(call) -> None:
    """Let the staff be told of applications."""
    CallPage.objects.filter(pk=call.pk).update(notice_email="kirjaamo@example.org")


def send(client: Client, call: CallPage, **given):
    return client.post(f"{call.url}apply/", filled_in(call, **given))


def read(response) -> str:
    return response.content.decode()


def files_on_disk() -> list[Path]:
    return [path for path in Path(settings.APPLICATIONS_ROOT).rglob("*") if path.is_file()]


def test_works(call, client):
    before = len(files_on_disk())
    answers = {
        "Miksi juuri te?": "Koska\nhaluamme.",
        "Koko": "suuri",
        "Alue": "pohjoinen",
        "Kielet": ["suomi", "saame"],
        "Osallistujia": "2",
        "Alkaen": "2027-01-31",
        "Liitteet": [pdf(), pdf("lausunto.pdf")],
    }
    response = send(client, call, **answers)
    assert response.status_code == 303
    stored = Application.objects.get()
    assert stored.call == call.translation_key
    assert {row["label"]: row["value"] for row in stored.answers} == {
        **answers,
        "Kunta": "Suvisalmi",
        "Sähköposti": "aino@example.org",
        "Esihenkilö suostuu": True,
        "Liitteet": ["cv.pdf", "lausunto.pdf"],
    }
    assert len(files_on_disk()) == before + 2
    receipt = client.get(response["Location"])
    assert receipt.status_code == 200
    text = read(receipt)
    assert stored.reference in text
    assert "Suvisalmi" not in text
    assert "no-store" in receipt["Cache-Control"]


def test_the_applicant_and_the_staff_are_told_and_nothing_of_what_was_written_is_in_it(
    call, client
):
    send(client, call, **{"Miksi juuri te?": "SALAISUUS"})
    to_applicant, to_staff = mail.outbox
    assert to_applicant.to == ["aino@example.org"]
    assert Application.objects.get().reference in to_applicant.body
    assert call.title in to_applicant.subject
    assert to_staff.to == ["kirjaamo@example.org"]
    assert f"/admin/applications/{call.translation_key}/" in to_staff.body
    for message in mail.outbox:
        assert "SALAISUUS" not in message.body
        assert "Suvisalmi" not in message.body
    assert "aino@" not in to_staff.body
    assert Application.objects.get().is_confirmed


def test_a_mail_server_that_is_down_loses_no_application_and_tells_no_address(call, client, caplog):
    with mock.patch("news.mails.EmailMessage.send", side_effect=OSError("aino@example.org")):
        response = send(client, call)
    assert response.status_code == 303
    assert not Application.objects.get().is_confirmed
    assert "OSError" in caplog.text
    assert "aino" not in caplog.text


def test_no_reader_gets_a_cookie_before_she_opens_the_form(call, client):
    page = client.get(call.url)
    assert f'href="{call.url}apply/"' in read(page)
    assert not page.cookies
    form = client.get(f"{call.url}apply/")
    assert set(form.cookies) == {settings.CSRF_COOKIE_NAME}
    assert "no-store" in form["Cache-Control"]
    assert form["X-Robots-Tag"] == "noindex"


def test_a_form_sent_from_another_site_is_refused(call):
    client = Client(enforce_csrf_checks=True)
    assert send(client, call).status_code == 403
    text = read(client.get(f"{call.url}apply/"))
    mark = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)
    data = {**filled_in(call), "csrfmiddlewaretoken": mark[1]}
    assert client.post(f"{call.url}apply/", data).status_code == 303


def test_what_will_not_do_is_named_at_the_top_and_at_its_place_and_what_she_wrote_is_kept(
    call, client
):
    response = send(
        client,
        call,
        **{
            "Kunta": "",
            "Sähköposti": "aino(at)example.org",
            "Miksi juuri te?": "<b>Kerron</b>\n" + "x" * 5000,
            "Koko": "keskikokoinen",
            "Kielet": ["saame"],
            "Esihenkilö suostuu": "",
            "Osallistujia": "kaksi",
            "Alkaen": "pian",
        },
    )
    assert response.status_code == 422
    assert not Application.objects.exists()
    text = read(response)
    for label in ("Kunta", "Sähköposti", "Miksi juuri te?", "Esihenkilö suostuu", "Osallistujia"):
        name = key(call, label)
        assert f'href="#{name}"' in text, label
        assert f'id="{name}-fault"' in text, label
        assert re.search(rf'id="{name}"[^>]*aria-describedby="{name}-fault"', text), label
        assert re.search(rf'id="{name}"[^>]*aria-invalid="true"', text), label
    assert f'href="#{key(call, "Koko")}-1"' in text
    assert 'value="aino(at)example.org"' in text
    assert "&lt;b&gt;Kerron&lt;/b&gt;" in text
    assert re.search(r'value="saame" checked', text)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([SimpleUploadedFile("cv.pdf", b"")], "cv.pdf"),
        ([SimpleUploadedFile("cv.exe", b"MZ")], "cv.exe"),
        ([SimpleUploadedFile("cv.pdf", b"MZ\x90\x00")], "cv.pdf"),
        ([pdf("cv.docx")], "cv.docx"),
        ([pdf("iso.pdf", 2_000)], "iso.pdf"),
        ([pdf(f"{n}.pdf") for n in range(4)], "3"),
        ([pdf("a.pdf", 900), pdf("b.pdf", 900)], "0"),
    ],
    ids=["empty", "program", "disguised", "other kind", "too large", "too many", "together"],
)
def test_a_file_that_may_not_be_stored_is_named_and_nothing_is_stored(
    call, client, monkeypatch, files, said
):
    monkeypatch.setattr(file_kinds, "MOST_BYTES", 1_500)
    monkeypatch.setattr(file_kinds, "MOST_BYTES_TOGETHER", 1_700)
    before = files_on_disk()
    response = send(client, call, **{"Liitteet": files, "Miksi juuri te?": "Tämä säilyy."})
    assert response.status_code == 422
    text = read(response)
    fault = re.search(rf'id="{key(call, "Liitteet")}-fault">(.*?)</div>', text, re.S)
    assert said in fault[1]
    assert "Tämä säilyy." in text
    assert not Application.objects.exists()
    assert files_on_disk() == before


def test_the_same_form_sent_twice_is_one_application_with_one_receipt(call, client):
    token = open_form(client, call)
    data = filled_in(call, token)
    first = client.post(f"{call.url}apply/", data)
    second = client.post(f"{call.url}apply/", data)
    assert (first.status_code, second.status_code) == (303, 303)
    assert first["Location"] == second["Location"]
    assert Application.objects.count() == 1
    assert len(mail.outbox) == 2
    CallPage.objects.filter(pk=call.pk).update(closes_at=timezone.now())
    assert client.post(f"{call.url}apply/", data)["Location"] == first["Location"]


def test_the_same_form_sent_twice_at_once_is_one_application_and_leaves_no_file(call, client):
    data = filled_in(call, Liitteet=[pdf()])
    first = client.post(f"{call.url}apply/", data)
    before = files_on_disk()
    with mock.patch("news.applying.Application.objects.filter") as looked_for:
        looked_for.return_value.first.return_value = None  # the other one has not been stored yet
        second = client.post(f"{call.url}apply/", {**data, key(call, "Liitteet"): [pdf()]})
    assert second["Location"] == first["Location"]
    assert Application.objects.count() == 1
    assert files_on_disk() == before


def test_all_of_an_application_is_stored_or_nothing(call, client):
    before = files_on_disk()
    saved = ApplicationFile.save
    calls = []

    def break_down(self, *args, **kwargs):
        calls.append(self)
        if len(calls) == 2:
            raise RuntimeError("the disk is full")
        return saved(self, *args, **kwargs)

    with (
        mock.patch.object(ApplicationFile, "save", break_down),
        pytest.raises(RuntimeError),
    ):
        send(client, call, Liitteet=[pdf("a.pdf"), pdf("b.pdf")])
    assert not Application.objects.exists()
    assert files_on_disk() == before


def test_a_closed_call_takes_nothing_and_gives_back_what_she_wrote(call, client):
    data = filled_in(call, **{"Miksi juuri te?": "Kaksi\nriviä", "Koko": "suuri"})
    now = timezone.now()
    CallPage.objects.filter(pk=call.pk).update(closes_at=now)
    with mock.patch("news.models.call_page.timezone.now", return_value=now):
        response = client.post(f"{call.url}apply/", data)
    assert response.status_code == 409
    text = read(response)
    for written in ("Suvisalmi", "aino@example.org", "Kaksi\nriviä", "suuri"):
        assert written in text
    assert not Application.objects.exists()
    assert 'name="form"' not in text
    with mock.patch("news.models.call_page.timezone.now", return_value=now - timedelta(seconds=1)):
        assert client.post(f"{call.url}apply/", data).status_code == 303


@pytest.mark.parametrize("moved", [-1, 1], ids=["closed", "coming"])
def test_a_form_that_is_not_open_explains_itself_and_sets_no_cookie(call, client, moved):
    now = timezone.now()
    CallPage.objects.filter(pk=call.pk).update(
        opens_at=now + timedelta(days=moved), closes_at=now + timedelta(days=moved, hours=1)
    )
    response = client.get(f"{call.url}apply/")
    assert response.status_code == 200
    assert 'method="post"' not in read(response)
    assert not response.cookies


def test_robots_are_told_what_a_person_would_do_and_nothing_is_lost(call, client):
    trapped = client.post(f"{call.url}apply/", {**filled_in(call), "website": "http://x"})
    quick = client.post(
        f"{call.url}apply/", filled_in(call, limits.new_token(call.translation_key))
    )
    forged = client.post(f"{call.url}apply/", filled_in(call, "keksitty"))
    for response in (trapped, quick, forged):
        assert response.status_code == 422
        assert 'value="Suvisalmi"' in read(response)
        assert 'role="alert"' in read(response)
    assert not Application.objects.exists()
    token = re.search(r'name="form" value="([^"]+)"', read(forged))[1]
    with mock.patch("django.core.signing.time.time", return_value=earlier(-10)):
        assert client.post(f"{call.url}apply/", filled_in(call, token)).status_code == 303


def test_too_much_from_one_network_is_refused_for_a_while_and_no_address_is_kept(
    call, client, monkeypatch, settings
):
    monkeypatch.setattr(limits, "MOST_SENDINGS", 2)
    assert [send(client, call).status_code for _ in range(3)] == [303, 303, 429]
    refused = send(client, call)
    assert refused["Retry-After"] == str(limits.WITHIN)
    assert 'value="Suvisalmi"' in read(refused)
    assert "127.0.0.1" not in str(list(getattr(cache, "_cache", {})))
    # Behind our own proxy it is the last address that the proxy has written.
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    others = {"HTTP_X_FORWARDED_FOR": "127.0.0.1, 192.0.2.7", "HTTP_X_FORWARDED_PROTO": "https"}
    assert client.post(f"{call.url}apply/", filled_in(call), **others).status_code == 303


def test_a_receipt_is_for_whoever_sent_the_form_only(call, client):
    address = send(client, call)["Location"]
    other = call_with_form(call.get_parent().specific, title="Toinen")
    assert client.get(address.replace(call.url, other.url)).status_code == 404
    token = Application.objects.get().token.hex
    for wrong in (token, f"{token}:x", "x", f"{address.split('/')[-2]}x"):
        assert client.get(f"{call.url}apply/received/{wrong}/").status_code == 404


def test_a_call_with_an_outside_address_has_no_form(call, client):
    CallPage.objects.filter(pk=call.pk).update(applied_with="address")
    assert client.get(f"{call.url}apply/").status_code == 404
    assert send(client, call).status_code == 404
    assert not Application.objects.exists()


def test_other_methods_are_refused(call, client):
    assert client.put(f"{call.url}apply/").status_code == 405


def test_a_swedish_form_asks_in_swedish_and_its_answers_stand_in_the_same_columns(call, client):
    home = call.get_parent().get_parent().specific
    for page in (home, call.get_parent().specific):
        translate(page, "sv")
    swedish = translate(call, "sv", leave=lambda path: path.endswith(".help_text"))
    CallQuestion.objects.create(
        page=call, locale=call.locale, label="Uusi kysymys", field_type="singleline", required=False
    )
    text = read(client.get(f"{swedish.url}apply/"))
    assert "sv: Kunta" in text
    assert re.search(r'lang="fi" dir="ltr">Uusi kysymys', text), "asked in Finnish until translated"
    labels = [question.label for question in swedish.questions.all()]
    assert labels[0] == "sv: Kunta"
    data = {
        **filled_in(call, Koko="suuri"),
        key(call, "Uusi kysymys"): "Svar",
    }
    response = client.post(f"{swedish.url}apply/", data)
    assert response.status_code == 303
    stored = Application.objects.get()
    assert (stored.language, stored.call) == ("sv", call.translation_key)
    assert stored.answer(key(call, "Koko")) == "suuri"
    assert stored.answer(key(call, "Uusi kysymys")) == "Svar"
    to_applicant, to_staff = mail.outbox
    assert swedish.title in to_applicant.subject
    assert swedish.title not in to_staff.subject


def test_the_token_is_unique_in_the_database(call):
    made = {"call": call.translation_key, "language": "fi", "received_at": timezone.now()}
    token = Application.objects.create(**made).token
    with pytest.raises(IntegrityError):
        Application.objects.create(**made, token=token)
