"""Comments on single texts: written, answered, settled, and never lost."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from wagtail_localize.models import StringSegment

from tests.translations.review.conftest import refused, work_on
from translations.models import SegmentComment
from translations.review.comments import LONGEST, comments_of, reply, say, settle
from translations.review.rights import opened
from translations.segments import Key


def test_a_thread(work, django_assert_num_queries):
    key = work.text()
    translator, publisher = work.user("translator.sv"), work.user("publisher")
    first = say(work.translation, key, " Vad menas? ", translator)
    reply(work.translation, first.pk, "Lokala grupper.", publisher)
    translation = work.translation
    assert translation.source
    with django_assert_num_queries(2):
        found = comments_of(translation)
    (thread,) = found.by_key[str(key)]
    assert (thread.first.text, thread.first.by) == ("Vad menas?", "translator.sv")
    assert [said.text for said in thread.answers] == ["Lokala grupper."]
    assert (thread.is_open, thread.about, found.open_count) == (True, "", 1)
    settle(translation, first.pk, translator)
    (thread,) = comments_of(translation).by_key[str(key)]
    assert (thread.is_open, thread.resolved_by) == (False, "translator.sv")
    # An answer opens it again.
    reply(translation, first.pk, "En sak till.", publisher)
    assert comments_of(translation).open_count == 1


def test_no_comment_is_lost_when_its_text_changes_or_goes(town):
    work = work_on(town, body=[{"type": "paragraph", "value": "<p>Yksi asia.</p>"}])
    path = work.translation.source.stringsegment_set.get(string__data="Yksi asia.").context.path
    say(work.translation, work.text(), "Om rubriken.", work.user("publisher"))
    say(work.translation, work.text(path), "Om stycket.", work.user("publisher"))
    work.edit("Ryhmä tapaa")
    found = comments_of(work.translation, [work.text(), work.text(path)])
    (thread,) = found.by_key[str(work.text())]
    assert thread.about == "Ryhmä kokoontuu"
    page = work.fi
    page.body = []
    page.save_revision().publish()
    work.text()
    found = comments_of(work.translation)
    assert [thread.about for thread in found.elsewhere] == ["Yksi asia."]
    assert found.open_count == 2
    # Back where it was, with the text back.
    work.edit("Ryhmä kokoontuu")
    assert comments_of(work.translation, [work.text()]).by_key[str(work.text())][0].about == ""


def test_a_comment_belongs_to_one_language(work):
    from wagtail_localize.models import Translation

    from tests.translating import translate

    translate(work.fi, "en", is_published=False)
    english = Translation.objects.get(target_locale__language_code="en")
    first = say(work.translation, work.text(), "Svenska.", work.user("publisher"))
    assert not comments_of(english).by_key
    with refused("unknown"):
        settle(english, first.pk, work.user("publisher"))
    with refused("unknown"):
        reply(work.translation, reply(work.translation, first.pk, "A", None).pk, "B", None)


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty"), ("  \n ", "empty"), ("a" * (LONGEST + 1), "long")]
)
def test_what_says_nothing_or_too_much_is_refused(work, text, code):
    with refused(code):
        say(work.translation, work.text(), text, work.user("publisher"))
    assert not SegmentComment.objects.exists()


def test_a_text_of_another_page_is_refused(town, work):
    other = work_on(town, title="Toinen ryhmä")
    with refused("gone"):
        say(work.translation, other.text(), "Hej", work.user("publisher"))
    segment = StringSegment.objects.filter(source=work.translation.source).first()
    with refused("gone"):
        say(work.translation, Key(segment.context_id, 0), "Hej", work.user("publisher"))


def test_those_comment_who_write_the_translation_or_decide_on_it(work):
    for name in ("translator.sv", "publisher", "editor"):
        assert opened(work.translation.pk, work.user(name))
    with pytest.raises(PermissionDenied):
        opened(work.translation.pk, work.user("translator.en"))
