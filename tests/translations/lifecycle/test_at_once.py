"""Two people do something to one page at the same moment: it is as if one had waited for the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import StringSegment, Translation

from core.publishing import PublicationRefused
from tests.translations.at_once import assert_all_is_true, at_once, two_connections
from tests.translations.lifecycle.conftest import Chain
from translations.models import LanguageVersion, Waiting
from translations.saving import save_version
from translations.segments import Conflict, Key, row_of, write

pytestmark = two_connections


def translation_of(chain: Chain) -> Translation:
    return chain.version("sv").translation


def edit(chain: Chain, title: str) -> None:
    page = chain.fi
    page.title = title
    page.save_revision().publish()


def test_a_version_that_is_published_while_its_source_is_withdrawn_waits(chain: Chain) -> None:
    draft = chain.sv.save_revision()
    assert not isinstance(at_once(chain.fi.unpublish, draft.publish), Exception)
    assert chain.live == ""
    assert Waiting.objects.get().revision == draft
    assert_all_is_true()


def test_a_version_that_is_saved_while_its_source_is_changed_is_not_of_the_new_text(
    chain: Chain,
) -> None:
    translation = translation_of(chain)
    at_once(lambda: edit(chain, "Muuttui"), lambda: save_version(translation, publish=True))
    assert (chain.version("sv").state, chain.version("sv").outdated) == ("outdated", 1)
    at_once(lambda: save_version(translation, publish=True), lambda: edit(chain, "Taas"))
    assert (chain.version("sv").state, chain.version("sv").outdated) == ("outdated", 1)
    assert_all_is_true()


@pytest.mark.parametrize("code", ["fi", "sv"])
def test_a_page_that_is_published_while_it_is_moved_stands_where_it_was_moved_to(
    chain: Chain, archive: Chain, code: str
) -> None:
    # Read before the move, as by a form.
    page = getattr(chain, code)
    draft = page.save_revision()
    at_once(
        lambda: chain.fi.move(Page.objects.get(pk=archive.fi.pk), pos="last-child"),
        lambda: page.publish(draft),
    )
    for one in ("fi", "sv"):
        assert getattr(chain, one).get_parent().pk == getattr(archive, one).pk
        assert getattr(chain, one).url_path.startswith(getattr(archive, one).url_path)
    assert_all_is_true()


@pytest.mark.parametrize("code", ["fi", "sv"])
def test_a_page_that_is_published_while_it_is_deleted_is_not_made_anew(
    chain: Chain, code: str
) -> None:
    page = getattr(chain, code)
    draft = page.save_revision()
    refusal = at_once(chain.fi.delete, lambda: page.publish(draft))
    assert isinstance(refusal, PublicationRefused)
    assert not Page.objects.filter(translation_key=chain.key).exists()
    # Nor by withdrawing it.
    page.unpublish()
    assert not Page.objects.filter(translation_key=chain.key).exists()


def test_two_that_are_moved_at_once_get_two_places(chains: Any) -> None:
    target = chains.archive.fi
    moves: list[Callable[[], Any]] = [
        lambda page=page: page.move(Page.objects.get(pk=target.pk), pos="last-child")
        for page in (chains.first.fi, chains.second.fi)
    ]
    assert not isinstance(at_once(*moves), Exception)
    for chain in (chains.first, chains.second):
        assert [chain.fi.get_parent().pk, chain.sv.get_parent().pk] == [
            target.pk,
            chains.archive.sv.pk,
        ]
    assert_all_is_true()


def test_two_who_publish_at_once_both_publish_and_readers_see_the_second(chain: Chain) -> None:
    at_once(lambda: edit(chain, "Ensin"), lambda: edit(chain, "Sitten"))
    assert chain.fi.title == "Sitten"
    entries = PageLogEntry.objects.filter(page=chain.fi.pk, action="wagtail.publish")
    assert entries.count() == 2
    assert LanguageVersion.objects.get(pk=chain.version("sv").pk).outdated == 1
    assert_all_is_true()


def test_of_two_translators_who_write_one_text_the_second_is_told(chain: Chain, town: Any) -> None:
    translation = translation_of(chain)
    segment = StringSegment.objects.get(source=translation.source, context__path="title")
    row = row_of(translation, Key(segment.context_id, segment.string_id))

    def writing(text: str) -> Callable[[], Any]:
        return lambda: write(town.staff["translator.sv"], translation, row, text, row.mark)

    conflict = at_once(writing("Den första"), writing("Den andra"))
    assert isinstance(conflict, Conflict)
    assert row_of(translation, row.key).text == "Den första"
    # The same words are no conflict.
    again = row_of(translation, row.key)
    same = at_once(
        lambda: write(town.staff["translator.sv"], translation, again, "Den tredje", again.mark),
        lambda: write(town.staff["translator.sv"], translation, again, "Den tredje", again.mark),
    )
    assert not isinstance(same, Exception)
