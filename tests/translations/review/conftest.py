"""A news item in Finnish with a Swedish draft, on which a translator and a publisher work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail_localize.models import StringSegment, Translation

from tests import factories
from tests.translating import translate
from tests.translations.versions import Versions
from translations.models import LanguageVersion
from translations.review.submitting import Seen, decide, submit
from translations.segments import Key, row_of, write
from translations.synchronising import bring_up


@contextmanager
def refused(code: str) -> Iterator[None]:
    """Expect a ValidationError with ``code`` within the block."""
    with pytest.raises(ValidationError) as caught:
        yield
    assert caught.value.code == code


@dataclass
class Work(Versions):
    """The item in both languages, and who works on it."""

    staff: dict[str, Any]

    @property
    def translation(self) -> Translation:
        """What wagtail-localize knows of it."""
        return Translation.objects.get(
            source__object_id=self.key, target_locale__language_code="sv"
        )

    @property
    def version(self) -> LanguageVersion:
        """The record of the Swedish version."""
        return LanguageVersion.objects.get(translation=self.translation)

    def user(self, name: str) -> Any:
        """Return a member of the staff, who has forgotten what she was allowed before."""
        return get_user_model().objects.get(pk=self.staff[name].pk)

    def text(self, path: str = "title") -> Key:
        """Return the key of the source text at ``path``."""
        bring_up(self.translation.source)
        segment = StringSegment.objects.filter(
            source=self.translation.source, context__path=path
        ).latest("pk")
        return Key(segment.context_id, segment.string_id)

    def write(self, text: str, path: str = "title") -> None:
        """Let the translator write a text."""
        row = row_of(self.translation, self.text(path))
        write(self.user("translator.sv"), self.translation, row, text, row.mark)

    def edit(self, title: str) -> None:
        """Change the source, and publish it."""
        page = self.fi
        page.title = title
        page.save_revision().publish()

    def submit(self) -> None:
        """Let the translator submit."""
        submit(self.translation, self.user("translator.sv"))

    @property
    def seen(self) -> Seen:
        """What a reviewer has before her eyes who looks now."""
        page = self.sv
        return Seen(page.current_workflow_task_state.pk, page.latest_revision_id)

    def decide(self, action: str = "approve", comment: str = "") -> None:
        """Let the publisher decide."""
        decide(self.sv, self.user("publisher"), action, self.seen, comment)

    def url(self, name: str = "review") -> str:
        """Return an address of the review."""
        return reverse(f"translations_review:{name}", args=[self.translation.pk])

    @property
    def edit_url(self) -> str:
        """The address of the page's form."""
        return reverse("wagtailadmin_pages:edit", args=[self.sv.pk])


def work_on(town: Any, *, is_published: bool = False, **fields: Any) -> Work:
    """Return a new item with its translation."""
    fields = {"title": "Ryhmä kokoontuu", "lead": "Tervetuloa mukaan.", **fields}
    item = factories.NewsPageFactory(parent=town.indexes["fi"], **fields)
    translate(item, "sv", is_published=is_published)
    return Work(item.translation_key, town.staff)


@pytest.fixture
def work(town: Any) -> Work:
    """An item whose Swedish version is a draft."""
    return work_on(town)


@pytest.fixture
def public(town: Any) -> Work:
    """An item whose Swedish version is public."""
    return work_on(town, is_published=True)
