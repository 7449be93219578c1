"""A machine translates what nobody has translated, and nothing else; its words are a machine's."""

from __future__ import annotations

import pytest
from wagtail.models import Page
from wagtail_localize.machine_translators.dummy import DummyTranslator
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue

from news.models import NewsPage
from tests.translations.editor.test_page import edit_url, form_of
from translations.models import LanguageVersion, State
from translations.segments import rows_of

pytestmark = pytest.mark.django_db
HERE = "tests.translations.editor.test_machine"
ASKED = {"action": "machine-translate"}


class Able(DummyTranslator):
    """Writes the words of each text from the last to the first."""

    display_name = "Babel 3"


class Careless(DummyTranslator):
    """Writes too long a title, no lead, a link that the source has not, a tag that nobody may write."""

    def translate(self, source_locale, target_locale, strings):
        found = {}
        for value in strings:
            if "Kokous" in value.data:
                found[value] = StringValue("x" * 300)
            elif "Tervetuloa" in value.data:
                found[value] = None
            elif "<a" in value.data:
                found[value] = StringValue('<a id="a9">fel</a>')
            else:
                found[value] = StringValue("<script>fel</script><b>Kaffe</b>")
        return found


class Broken(DummyTranslator):
    """Has no line today."""

    def translate(self, source_locale, target_locale, strings):
        raise OSError


@pytest.fixture
def with_machine(settings):
    def choose(name="Able"):
        settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": f"{HERE}.{name}"}

    return choose


def by_path(translation):
    return {(row.path.split(".")[0], row.shape): row for row in rows_of(translation)}


def test_works(translation, swedish, client_as, with_machine):
    StringTranslation.objects.exclude(context__path="title").delete()
    client = client_as("translator.sv")
    assert b"machine-translate" not in client.get(edit_url(swedish)).content
    assert client.post(edit_url(swedish), ASKED).url == "/admin/"
    with_machine()
    assert b"machine-translate" in client.get(edit_url(swedish)).content
    data, rows = form_of(translation)
    written = {**data, f"text-{rows['lead'].key}": "Välkommen", **ASKED}
    answer = client.post(edit_url(swedish), written, follow=True)
    found = by_path(translation)
    standings = {key: str(row.standing) for key, row in found.items()}
    # What she had typed was saved first, and is hers.
    assert [standings["title", ""], standings["lead", ""]] == ["confirmed"] * 2
    assert {standings["body", shape] for shape in ("h2", "p", "li")} == {"machine"}
    assert found["body", "p"].written_by == "Babel 3"
    assert sorted(found["body", "p"].links) == ["a1"]
    text = answer.content.decode()
    assert "Babel 3" in text
    assert text.count('name="selected"') == 3
    # Nothing left: no button, and no deed for whoever sends it nevertheless.
    assert "machine-translate" not in text
    assert client.post(edit_url(swedish), ASKED).url == "/admin/"
    # Published, readers are told until a person has confirmed it.
    client = client_as("publisher")
    answer = client.post(edit_url(swedish), {"action": "publish"}, follow=True)
    version = LanguageVersion.objects.get()
    assert (version.state, version.machine) == (State.MACHINE, 3)
    assert [message.level_tag for message in answer.context["messages"]] == ["success", "warning"]


def test_a_careless_machine_and_a_broken_one(item, translation, swedish, client_as, with_machine):
    StringTranslation.objects.exclude(context__path="none").delete()
    client = client_as("translator.sv")
    with_machine("Broken")
    answer = client.post(edit_url(swedish), ASKED, follow=True)
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]
    assert not StringTranslation.objects.exists()
    with_machine("Careless")
    answer = client.post(edit_url(swedish), ASKED, follow=True)
    assert [message.level_tag for message in answer.context["messages"]] == ["success", "warning"]
    assert {row.data for row in StringTranslation.objects.all()} == {"fel<b>Kaffe</b>"}


def test_who_may_not_write_asks_no_machine(translation, swedish, client_as, with_machine, town):
    with_machine()
    StringTranslation.objects.all().delete()
    assert client_as("translator.en").post(edit_url(swedish), ASKED).status_code == 302
    Page.objects.filter(pk=swedish.pk).update(locked=True, locked_by=town.staff["admin"])
    client = client_as("translator.sv")
    assert b"machine-translate" not in client.get(edit_url(swedish)).content
    client.post(edit_url(swedish), ASKED)
    assert not StringTranslation.objects.exists()
    assert NewsPage.objects.get(pk=swedish.pk).title == "sv: Kokous maanantaina"
