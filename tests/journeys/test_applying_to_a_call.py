"""Somebody applies to a call: without script, on a phone, with a file; and is refused when it has closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from home.set_up import ensure_language
from news import limits
from news.models import Application, CallPage
from tests.factories import locale
from tests.journeys.test_everybody_can_use_the_pages import axe_violations
from tests.news.call_scene import build_call, filled_in, key, pdf

ARABIC = ("كوهتامو", "أخبار", "دعوة للمشاركة")
CLOSED = r"the server responded with a status of (?:409|422)"


@pytest.fixture
def call(live_server: Any, monkeypatch: pytest.MonkeyPatch) -> CallPage:
    """A call that anybody, however quick, may apply to."""
    monkeypatch.setattr(limits, "QUICKEST", timedelta(seconds=-1))
    return build_call()


def arabic(call: CallPage) -> CallPage:
    """Return the call in Arabic: its form is still in Finnish."""
    found: Any = None
    home = call.get_parent().get_parent().specific
    for page, title in zip((home, call.get_parent().specific, call), ARABIC, strict=True):
        found = page.copy_for_translation(locale("ar"))
        found.title, found.live, found.first_published_at = title, True, timezone.now()
        if isinstance(found, CallPage):
            found.source_language = "fi"
            found.untranslated = [
                "lead",
                *(
                    f"questions.{row.translation_key}.{name}"
                    for row in found.questions.all()
                    for name in ("label", "choices")
                ),
            ]
        found.save()
    ensure_language("ar")
    return CallPage.objects.get(pk=found.pk)


def pages(call: CallPage) -> dict[str, str]:
    """Return what an applicant sees, as HTML: each answer of the site, by name."""
    client = Client()
    address = f"{call.url}apply/"
    sent = client.post(address, filled_in(call), follow=True)
    shown = {
        "call": client.get(call.url),
        "form": client.get(address),
        "faults": client.post(
            address, filled_in(call, Kunta="", Koko="x", Liitteet=[pdf("x.exe")])
        ),
        "receipt": sent,
        "list": client.get(f"{call.get_parent().url}calls/"),
    }
    CallPage.objects.update(closes_at=timezone.now())
    shown["refused"] = client.post(address, filled_in(call))
    shown["closed"] = client.get(address)
    return {name: response.content.decode() for name, response in shown.items()}


def answer(html: str) -> Callable[[Any], None]:
    """Return what answers a browser with ``html``."""
    kind = "text/html; charset=utf-8"
    return lambda route: route.fulfill(body=html, content_type=kind)


@pytest.mark.allows_console(CLOSED)
def test_an_applicant_is_told_what_to_mend_applies_with_a_file_and_is_refused_later(
    call, open_page, tmp_path
):
    (tmp_path / "cv.pdf").write_bytes(pdf().read())
    (tmp_path / "cv.exe").write_bytes(b"MZ")
    page = open_page(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page.goto(call.url)
    page.locator("a[href$='/apply/']").click()
    field = {label: f"#{key(call, label)}" for label in ("Kunta", "Sähköposti", "Liitteet")}
    page.fill(field["Sähköposti"], "aino@example.org")
    page.set_input_files(field["Liitteet"], tmp_path / "cv.exe")
    page.locator("form.application-form button").click()
    faults = page.locator(".faults a")
    assert faults.count() == 3
    assert page.input_value(field["Sähköposti"]) == "aino@example.org"
    faults.first.click()
    assert page.url.endswith(field["Kunta"])
    page.fill(field["Kunta"], "Suvisalmi")
    page.check(f"#{key(call, 'Esihenkilö suostuu')}")
    page.set_input_files(field["Liitteet"], tmp_path / "cv.pdf")
    stale = page.context.new_page()
    stale.goto(f"{call.url}apply/")
    page.locator("form.application-form button").click()
    stored = Application.objects.get()
    assert stored.reference in page.locator("main").inner_text()
    assert stored.files.get().name == "cv.pdf"
    page.reload()
    assert Application.objects.count() == 1

    stale.fill(field["Kunta"], "Myöhästynyt kunta")
    CallPage.objects.filter(pk=call.pk).update(closes_at=timezone.now())
    stale.locator("form.application-form button").click()
    assert "Myöhästynyt kunta" in stale.locator("main").inner_text()
    assert Application.objects.count() == 1


@pytest.mark.allows_console(CLOSED)
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(call, open_page):
    found = []
    for version in (call, arabic(call)):
        for name, html in pages(version).items():
            for width, scheme in ((320, "light"), (1280, "dark")):
                page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
                page.route("**/shown/", answer(html))
                page.goto("/shown/")
                where = f"{version.language_code} {name} {width}"
                found += [f"{where}: {fault}" for fault in axe_violations(page)]
                wide = page.evaluate("document.documentElement.scrollWidth")
                found += [f"{where}: {wide} wide"] if wide > width else []
        CallPage.objects.update(closes_at=timezone.now() + timedelta(days=9))
    assert not found, "\n".join(found)


def test_what_an_applicant_sees_is_valid_html(call, check_html):
    assert check_html(pages(call)) == []
