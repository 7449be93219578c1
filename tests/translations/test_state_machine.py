"""Whatever people do to a page and its versions, in whatever order, no version lies.

The machine knows by itself what is true: each text has a number, and a version's text says the number
of the source text it was translated from. What readers get is read from the answers of the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from core.publishing import PublicationRefused
from home.models import StandardPage
from tests.factories import StandardPageFactory, locale
from tests.translating import translate as translated
from translations.freshness import refresh_all
from translations.mending import mend
from translations.models import LanguageVersion, State, Unconfirmed
from translations.saving import save_version
from translations.synchronising import bring_up

pytestmark = pytest.mark.django_db

WORDS = {"fi": "suomeksi", "sv": "svenska", "en": "english"}
FIELDS = ("title", "lead", "one", "two", "link")
#: Where the one link leads, with a number behind it: no text, and it can be out of date like one.
LINK = "https://www.example.org/"
TOKEN = re.compile(rf"\b({'|'.join(WORDS.values())})(\d+)\b")
SPEAKER = {word: code for code, word in WORDS.items()}
CODES = st.sampled_from(["sv", "en"])


def word(code: str, number: int) -> str:
    return f"{WORDS[code]}{number}"


def put(page: Any, texts: dict[str, int]) -> None:
    page.title, page.lead = word("fi", texts["title"]), word("fi", texts["lead"])
    page.body = [
        {
            "type": "paragraph",
            "value": f"<p>{word('fi', texts['one'])}</p><p>{word('fi', texts['two'])} "
            f'<a href="{LINK}{texts["link"]}">→</a></p>',
            "id": "5f4d9a52-0c3c-4b8f-9d4e-1f1d2c3b4a59",
        }
    ]


def spoken(html: str) -> Iterator[tuple[str, str, int]]:
    """Yield for each word of ours the language it stands under, the one it is in, and its number."""
    soup = BeautifulSoup(html, "html.parser")
    for script in soup(["script", "style"]):
        script.decompose()
    for element in soup.find_all(True):
        under = next((p["lang"] for p in (element, *element.parents) if p.get("lang")), "")
        own = [str(text) for text in element.find_all(string=True, recursive=False)]
        said = [value for name, value in element.attrs.items() if name in {"alt", "title"}]
        if element.name == "meta":
            continue  # cannot say in which language it is
        for text in (*own, *said):
            for name, number in TOKEN.findall(text):
                yield under, SPEAKER[name], int(number)


def linked(html: str) -> list[int]:
    """Return the numbers of the addresses that links of ours lead to."""
    return [int(number) for number in re.findall(rf'href="{LINK}(\d+)"', html)]


class Versions(RuleBasedStateMachine):
    """A page in Finnish and what people do to it and to its Swedish and English versions."""

    town: Any = None

    def __init__(self) -> None:
        super().__init__()
        cache.clear()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.client = Client()
        self.number = 0
        #: What a text means: a minor edit keeps the meaning of the text before it.
        self.meaning: dict[int, int] = {}
        self.sections = [
            StandardPageFactory(
                parent=self.town.homes["fi"], title=f"Osasto {i}", slug=f"osasto-{i}"
            )
            for i in (1, 2)
        ]
        for section in self.sections:
            for code in ("sv", "en"):
                translated(section, code)
        self.begin()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)
        cache.clear()

    # Helpers -------------------------------------------------------------------------------------

    def begin(self) -> None:
        texts = {field: self.next() for field in FIELDS}
        page = StandardPage(title="x", slug=f"sivu-{self.number}", locale=locale("fi"), live=False)
        put(page, texts)
        self.sections[0].refresh_from_db()
        self.sections[0].add_child(instance=page)
        page.save_revision().publish()
        self.key = page.translation_key
        self.draft, self.said, self.is_minor = texts, dict(texts), False

    def next(self) -> int:
        self.number += 1
        self.meaning[self.number] = self.number
        return self.number

    def page(self, code: str) -> Any:
        return StandardPage.objects.filter(
            translation_key=self.key, locale__language_code=code, alias_of=None
        ).first()

    def translation(self, code: str) -> Translation | None:
        return Translation.objects.filter(
            source__object_id=self.key, target_locale__language_code=code, enabled=True
        ).first()

    def went_out(self, texts: dict[str, int], *, is_minor: bool) -> None:
        for field, number in texts.items():
            if is_minor and number != self.said[field]:
                self.meaning[number] = self.meaning[self.said[field]]
        self.said = dict(texts)

    def publish_version(self, code: str) -> None:
        translation = self.translation(code)
        if translation is None or self.page(code) is None:
            return
        with suppress(PublicationRefused):
            save_version(translation, publish=True)

    # What people do ------------------------------------------------------------------------------

    @rule(field=st.sampled_from(FIELDS), is_minor=st.booleans())
    def edit(self, field: str, is_minor: bool) -> None:
        """Change one text of the source and publish it."""
        page = self.page("fi").get_latest_revision_as_object()
        self.draft = {**self.draft, field: self.next()}
        put(page, self.draft)
        page.is_minor_edit = is_minor
        page.go_live_at = None
        was_live = page.live
        page.save_revision().publish()
        self.went_out(self.draft, is_minor=is_minor and was_live)

    @rule(field=st.sampled_from(FIELDS))
    def draft_edit(self, field: str) -> None:
        """Change one text of the source and leave it a draft."""
        page = self.page("fi").get_latest_revision_as_object()
        self.draft = {**self.draft, field: self.next()}
        put(page, self.draft)
        page.save_revision()

    @rule(code=CODES, left=st.sets(st.sampled_from(FIELDS)))
    def translate(self, code: str, left: set[str]) -> None:
        """Order a translation, translate all but some texts, and publish it."""
        page = self.page("fi")
        source, _created = TranslationSource.get_or_create_from_instance(page)
        translation, _created = Translation.objects.update_or_create(
            source=source, target_locale=locale(code), defaults={"enabled": True}
        )
        bring_up(source)
        texts = self.said if page.live else self.draft
        skipped = {word("fi", texts[field]) for field in left}
        self.write(translation, code, skipped)
        if self.page(code) is None:
            save_version(translation)
        self.publish_version(code)

    def write(self, translation: Translation, code: str, skipped: set[str]) -> None:
        for segment in translation.source.stringsegment_set.select_related("string", "context"):
            said = segment.string.data
            if said in skipped or not TOKEN.search(said):
                continue
            row, _created = StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=locale(code),
                defaults={"data": said.replace(WORDS["fi"], WORDS[code]), "has_error": False},
            )
            Unconfirmed.objects.filter(string_translation=row).delete()

    @rule(code=CODES)
    def publish_without_deciding(self, code: str) -> None:
        """Publish a version as its texts are, whatever the source says by now."""
        self.publish_version(code)

    @rule(code=CODES)
    def confirm_one(self, code: str) -> None:
        """Translate one changed text anew, and publish."""
        translation = self.translation(code)
        if translation is None:
            return
        bring_up(translation.source)
        row = (
            Unconfirmed.objects.filter(string_translation__locale__language_code=code)
            .filter(string_translation__context__object_id=self.key)
            .first()
        )
        if row is not None:
            made = row.string_translation
            made.data = made.translation_of.data.replace(WORDS["fi"], WORDS[code])
            made.save()
            row.delete()
        self.publish_version(code)

    @rule()
    def unpublish(self) -> None:
        self.page("fi").unpublish()

    @rule(code=CODES)
    def unpublish_version(self, code: str) -> None:
        page = self.page(code)
        if page is not None:
            page.unpublish()

    @rule()
    def expire(self) -> None:
        """Let the time of the source run out."""
        StandardPage.objects.filter(pk=self.page("fi").pk, live=True).update(
            expire_at=timezone.now() - timedelta(minutes=1)
        )
        call_command("publish_scheduled")
        page = self.page("fi")
        page.expire_at = None
        page.save()

    @rule(field=st.sampled_from(FIELDS))
    def schedule(self, field: str) -> None:
        """Publish a change at a set time, and let the time come."""
        page = self.page("fi").get_latest_revision_as_object()
        self.draft = {**self.draft, field: self.next()}
        put(page, self.draft)
        page.go_live_at = timezone.now() + timedelta(hours=1)
        revision = page.save_revision()
        revision.publish()
        content = {**revision.content, "go_live_at": None}
        Revision.objects.filter(pk=revision.pk).update(
            content=content, approved_go_live_at=timezone.now() - timedelta(minutes=1)
        )
        call_command("publish_scheduled")
        self.went_out(self.draft, is_minor=False)

    @rule(i=st.sampled_from([0, 1]))
    def move(self, i: int) -> None:
        self.sections[i].refresh_from_db()
        page = self.page("fi")
        if not page.is_child_of(self.sections[i]):
            page.move(self.sections[i], pos="last-child")

    @rule()
    def copy(self) -> None:
        page = self.page("fi")
        page.copy(update_attrs={"slug": f"kopio-{self.next()}", "title": "Kopio"})

    @rule()
    def make_alias(self) -> None:
        page = self.page("fi")
        page.create_alias(parent=self.sections[0], update_slug=f"alias-{self.next()}")

    @rule(code=CODES)
    def delete_version(self, code: str) -> None:
        page = self.page(code)
        if page is not None:
            page.delete()

    @rule()
    def delete(self) -> None:
        self.page("fi").delete()
        assert not Page.objects.filter(translation_key=self.key, alias_of=None, live=True).exists()
        self.begin()

    @rule(code=st.sampled_from(["fi", "sv", "en"]), at=st.integers(0, 20))
    def restore(self, code: str, at: int) -> None:
        """Publish an older revision again, as Wagtail's history does: as a new one with its content."""
        page = self.page(code)
        revisions = list(page.revisions.order_by("created_at", "pk")) if page else []
        if not revisions:
            return
        old = revisions[at % len(revisions)].as_object()
        old.go_live_at = None
        try:
            old.save_revision(previous_revision=revisions[at % len(revisions)]).publish()
        except PublicationRefused:
            return
        if code == "fi":
            said = [int(n) for _w, n in TOKEN.findall(f"{old.title} {old.lead} {old.body}")]
            self.draft = dict(zip(FIELDS, [*said, *linked(str(old.body))], strict=True))
            self.went_out(self.draft, is_minor=False)

    @rule(code=CODES)
    @precondition(lambda self: self.page("fi").live)
    def review(self, code: str) -> None:
        """Submit a version to its workflow, and let it be approved."""
        translation = self.translation(code)
        page = self.page(code)
        if translation is None or page is None:
            return
        page = save_version(translation, user=self.town.staff["editor"])
        workflow = page.get_workflow()
        if workflow is None or page.current_workflow_state is not None:
            return
        state = workflow.start(page, self.town.staff["editor"])
        state.current_task_state.approve(user=self.town.staff["publisher"])

    # What must be true after each ----------------------------------------------------------------

    @invariant()
    def what_is_stored_is_what_is_computed(self) -> None:
        assert refresh_all(is_check=True)[1] == 0
        assert not mend(is_check=True).is_drift

    @invariant()
    def no_version_lies(self) -> None:
        source = self.page("fi")
        for code in ("fi", "sv", "en"):
            page = self.page(code)
            if page is None or not page.live:
                continue
            response = self.client.get(page.url)
            assert response.status_code == 200, page.url
            html = response.content.decode()
            said = list(spoken(html))
            assert said, html
            for under, language, number in said:
                assert under == language, f"{language}{number} stands under lang={under!r}"
            if code == "fi":
                continue
            numbers = {number for _under, _language, number in said} | set(linked(html))
            self.judge(code, source, numbers, html)

    def judge(self, code: str, source: Any, numbers: set[int], html: str) -> None:
        version = LanguageVersion.objects.get(translation_key=self.key, locale__language_code=code)
        true = {self.meaning[number] for number in self.said.values()}
        is_stale = {self.meaning[number] for number in numbers} != true or not source.live
        assert (version.state == State.OUTDATED) == is_stale or version.disagreements, (
            f"{version} shows {sorted(numbers)}, the source says {sorted(self.said.values())}"
        )
        is_told = "version-notice-words" in html
        assert is_told == (version.state != State.UP_TO_DATE), f"{version}: {html}"


def test_no_version_lies_whatever_people_do(town):
    machine = type("Machine", (Versions,), {"town": town})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=12,
            stateful_step_count=12,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a failing run is short enough
            suppress_health_check=list(HealthCheck),
        ),
    )
