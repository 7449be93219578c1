"""The catalogues: what is extracted, merged, compiled and complained about; what is covered."""

from __future__ import annotations

import os
from pathlib import Path

import polib
import pytest
from django.core.management import CommandError, call_command
from django.template import TemplateSyntaxError
from django.utils import dates, translation

from core.languages import Message
from core.management.commands import messages as command
from core.messages import catalogues, check, cldr, upstream
from core.messages.extract import from_project, from_python, from_template
from core.messages.project import Project, checkout


@pytest.fixture
def house(tmp_path: Path) -> Project:
    """Return a small tree with the layout of the house: one app, one shared template."""
    for folder in (
        *("site/config", "site/core", "site/news", "tests"),
        *("templates/news", "templates/components"),
    ):
        (tmp_path / folder).mkdir(parents=True)
    for init in ("site/config", "site/core", "site/news", "templates", "tests"):
        (tmp_path / init / "__init__.py").touch()
    (tmp_path / "site/news/models.py").write_text(
        "from django.utils.translation import gettext_lazy as _\n"
        "# Translators: of a news item\n"
        'LEAD = _("lead")\n'
    )
    (tmp_path / "templates/news/news_page.html").write_text(
        '{% ui "%(count)s item" plural "%(count)s items" count=n %}{% ui "lead" %}'
    )
    (tmp_path / "templates/components/pager.html").write_text('{% ui "Next" %}')
    return Project(tmp_path)


def translate(project: Project, package: str, locale: str, **texts: str) -> None:
    """Write translations into a catalogue, as a translator would."""
    path = project.catalogue(package, locale)
    catalogue = polib.pofile(str(path), wrapwidth=catalogues.WIDTH)
    for entry in catalogue:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: "%(count)s A", 1: "%(count)s B"}
        elif entry.msgid in texts:
            entry.msgstr = texts[entry.msgid]
    catalogue.save()


def test_python_texts_are_found_with_context_plural_and_comment():
    source = b"""
from django.utils.translation import gettext_lazy as _, ngettext, pgettext, npgettext
# Translators: a verb
a = _("Read")
b = ngettext("%(n)s day", "%(n)s days", 2)
c = pgettext("month", "May")
d = npgettext("time", "%(n)s second", "%(n)s seconds", 3)
e = say_in(code, "Not here")
f = _(variable)
g = other("no")
"""
    assert list(from_python(source)) == [
        (Message("Read"), "Translators: a verb"),
        (Message("%(n)s day", "%(n)s days"), ""),
        (Message("May", None, "month"), ""),
        (Message("%(n)s second", "%(n)s seconds", "time"), ""),
        (Message("Not here"), ""),
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{% ui "Read more" %}', [Message("Read more")]),
        ("{% ui_text 'Close' as c %}", [Message("Close")]),
        ('{% ui_lang "Close" %}', [Message("Close")]),
        ('{% in_language page.code "Not here" as n %}', [Message("Not here")]),
        ('{% ui "A" plural "B" context "c" count=n %}', [Message("A", "B", "c")]),
        ('{% ui "Say \\"it\\"" %}', [Message('Say "it"')]),
        ('{% include "x.html" with a=_("One") b=_("Two")|upper only %}', ["One", "Two"]),
        ('{{ _("One")|default:_("Two") }}', ["One", "Two"]),
        ('{% translate "Hello" %}{% trans "Bye" context "end" as b %}', ["Hello", ("Bye", "end")]),
        ('{% translate "50 % off"|upper %}', ["50 %% off"]),
        ('{% blocktranslate with a=b|default:_("x") %}Hi {{ a }} 5%{% endblocktranslate %}',
         ["Hi %(a)s 5%%", "x"]),
        ("{% blocktranslate trimmed count n=m %}\n one {{ n }}\n{% plural %}\n many\n"
         "{% endblocktranslate %}", [Message("one %(n)s", "many")]),
        ('{# {% ui "no" %} #}{% comment %}{% ui "no" %}{% endcomment %}{{ "no" }}', []),
        ('{% verbatim %}{% ui "no" %}{% endverbatim %}', []),
    ],
)  # fmt: skip
def test_template_texts_are_found(source, expected):
    wanted = [
        text if isinstance(text, Message)
        else Message(text[0], None, text[1]) if isinstance(text, tuple)
        else Message(text)
        for text in expected
    ]  # fmt: skip
    assert [message for message, _ in from_template(source)] == wanted


def test_a_comment_in_a_template_reaches_the_translators():
    found = list(from_template('{# Translators: a verb #}{% ui "Read" %}{% ui "Stop" %}'))
    assert found == [(Message("Read"), "Translators: a verb"), (Message("Stop"), "")]


def test_a_text_that_is_not_a_literal_is_refused_with_the_file_named(house):
    (house.root / "templates/news/bad.html").write_text("{% ui title %}")
    with pytest.raises(TemplateSyntaxError, match="string literal"):
        list(from_template("{% translate title %}"))
    with pytest.raises(ValueError, match=r"templates/news/bad\.html.*string literal"):
        from_project(house, "news")


def test_every_file_goes_to_the_catalogue_of_its_app(house):
    assert {text.file for text in from_project(house, "news")} == {
        "site/news/models.py",
        "templates/news/news_page.html",
    }
    assert {text.message.msgid for text in from_project(house, "core")} == {"Next"}
    assert list(house.packages()) == ["config", "core", "news"]


def test_a_second_run_changes_nothing(house):
    first = catalogues.write_all(house)
    assert {house.relative(path) for path in first} == {
        f"site/{package}/locale/{locale}/LC_MESSAGES/django.po"
        for package in ("core", "news")
        for locale in ("fi", "sv")
    }
    assert catalogues.write_all(house) == []
    text = house.catalogue("news", "fi").read_text()
    assert "#: site/news/models.py templates/news/news_page.html\n" in text
    assert "#. Translators: of a news item" in text
    assert "POT-Creation-Date" not in text


def test_translations_are_kept_and_dead_texts_dropped(house):
    catalogues.write_all(house)
    translate(house, "news", "fi", lead="ingressi")
    (house.root / "templates/news/news_page.html").write_text('{% ui "body" %}')
    catalogues.write_all(house)
    entries = {entry.msgid: entry.msgstr for entry in polib.pofile(house.catalogue("news", "fi"))}
    assert entries == {"lead": "ingressi", "body": ""}


def test_a_catalogue_begun_in_another_language_is_kept_up_to_date(house):
    path = house.catalogue("core", "se")
    catalogues.write(path, str(catalogues.new_catalogue("se")).encode())
    catalogues.write_all(house)
    assert [entry.msgid for entry in polib.pofile(str(path))] == ["Next"]
    assert "nplurals=3" in path.read_text()


def test_an_entry_for_another_package_survives(house):
    catalogues.write_all(house)
    path = house.catalogue("core", "fi")
    catalogue = polib.pofile(str(path), wrapwidth=catalogues.WIDTH)
    catalogue.append(
        polib.POEntry(msgid="Locale", msgstr="Kieli", occurrences=[("wagtail/admin", "")])
    )
    catalogue.save()
    assert catalogues.write_all(house) == []
    assert "Kieli" in path.read_text()


def test_compiling_is_skipped_when_nothing_changed_and_leaves_fuzzy_out(house):
    catalogues.write_all(house)
    translate(house, "news", "fi", lead="ingressi")
    path = house.catalogue("news", "fi")
    catalogue = polib.pofile(str(path))
    catalogue.append(polib.POEntry(msgid="maybe", msgstr="ehkä", flags=["fuzzy"]))
    catalogue.save()
    assert len(catalogues.compile_all(house.catalogues())) == 4
    assert catalogues.compile_all(house.catalogues()) == []
    compiled = polib.mofile(str(path.with_suffix(".mo")))
    assert {entry.msgid for entry in compiled} == {"lead", "%(count)s item"}
    later = path.stat().st_mtime + 5
    os.utime(path, (later, later))
    assert catalogues.compile_all(house.catalogues()) == [path.with_suffix(".mo")]
    assert list(path.parent.glob("tmp*")) == []


def test_the_check_is_silent_when_all_is_well(house):
    catalogues.write_all(house)
    for locale in ("fi", "sv"):
        translate(house, "news", locale, lead="x")
        translate(house, "core", locale, Next="y")
    assert check.check(house) == []


def test_the_check_names_each_fault(house):
    catalogues.write_all(house)
    translate(house, "news", "fi", lead="ingressi")
    catalogue = polib.pofile(str(house.catalogue("core", "sv")), wrapwidth=catalogues.WIDTH)
    catalogue[0].msgstr = "Nästa"
    catalogue[0].flags = ["fuzzy"]
    catalogue.save()
    (house.root / "templates/components/new.html").write_text('{% ui "New" %}')
    faults = check.check(house)
    assert "site/core/locale/fi/LC_MESSAGES/django.po: 'Next' is not translated" in faults
    assert "site/core/locale/sv/LC_MESSAGES/django.po: 'Next' is fuzzy" in faults
    assert any("core/locale/fi" in fault and "out of date" in fault for fault in faults)
    assert not any("news/locale/fi" in fault for fault in faults)


def test_the_check_notices_two_translations_of_one_text(house):
    (house.root / "templates/components/new.html").write_text('{% ui "lead" %}')
    catalogues.write_all(house)
    translate(house, "news", "fi", lead="ingressi")
    translate(house, "core", "fi", lead="johdanto")
    assert (
        "site/news/locale/fi/LC_MESSAGES/django.po: 'lead' is translated otherwise in "
        "site/core/locale/fi/LC_MESSAGES/django.po"
    ) in check.check(house)


@pytest.mark.parametrize(
    ("msgid", "msgstr", "fault"),
    [
        ("%(a)s of %(b)s", "%(a)s", "lost %(b)s and added nothing"),
        ("{a}", "{b}", "lost {a} and added {b}"),
        ("<b>%(a)s</b>", "%(a)s", "lost <b, </b and added nothing"),
        ("%(a)s", "%(a)d", "lost %(a)s and added %(a)d"),
        ("%(a)s of %(b)s", "%(b)s / %(a)s", None),
        ("100 %%", "100 prosenttia", None),
    ],
)
def test_a_translation_carries_its_placeholders_over(msgid, msgstr, fault):
    faults = list(check.misplaced(polib.POEntry(msgid=msgid, msgstr=msgstr)))
    assert faults == ([f"the translation {fault}"] if fault else [])


def test_a_plural_form_may_leave_the_number_out_only_where_the_source_does():
    entry = polib.POEntry(msgid="One page", msgid_plural="%(n)s pages")
    entry.msgstr_plural = {0: "Yksi sivu", 1: "%(n)s sivua"}
    assert list(check.misplaced(entry)) == []
    entry.msgstr_plural = {0: "Yksi sivu", 1: "Monta sivua"}
    assert list(check.misplaced(entry)) == ["the translation lost %(n)s and added nothing"]


def test_the_msgids_for_cldr_are_those_of_django():
    with translation.override(None):
        tables = (dates.WEEKDAYS, dates.WEEKDAYS_ABBR, dates.MONTHS, dates.MONTHS_3)
        django = [(None, str(name)) for table in tables for name in table.values()]
        django += [("abbrev. month", str(name)) for name in dates.MONTHS_AP.values()]
        django += [("alt. month", str(name)) for name in dates.MONTHS_ALT.values()]
    ours = [(entry.msgctxt, entry.msgid) for entry in cldr.catalogue("fi-simple")]
    assert [key for key in ours if key in django] == [
        *django[:7], *django[7:14], *django[14:26], *django[26:38], *django[38:50], *django[50:],
    ]  # fmt: skip


@pytest.mark.parametrize("code", cldr.lacking())
def test_the_committed_calendar_is_what_cldr_says(code):
    project = checkout()
    assert project is not None
    path = project.catalogue("config", translation.to_locale(code))
    assert path.read_text(encoding="utf-8") == str(cldr.catalogue(code))


def test_what_cldr_does_not_know_is_not_invented():
    skolt = {entry.msgid for entry in cldr.catalogue("sms")}
    assert "January" not in skolt
    assert "Monday" not in skolt
    assert "Skolt Sami" in skolt
    assert not {entry.msgstr for entry in cldr.catalogue("so")} & cldr.PLACEHOLDERS


def test_sami_has_a_form_for_two():
    assert catalogues.plural_forms("se").startswith("nplurals=3;")
    assert catalogues.plural_forms("fi-simple") == "nplurals=2; plural=(n != 1);"
    assert catalogues.plural_forms("ar").startswith("nplurals=6;")


@pytest.mark.parametrize("locale", ["fi", "sv"])
def test_editors_meet_wagtail_in_their_own_language(locale):
    project = checkout()
    assert project is not None
    report = upstream.coverage(project, locale)
    assert report.total > 2000
    assert report.percent >= 99, report.missing[:20]


@pytest.mark.parametrize("locale", ["fi", "sv"])
@pytest.mark.parametrize("domain", upstream.DOMAINS)
def test_every_supplement_still_answers_a_text_of_its_package(locale, domain):
    project = checkout()
    assert project is not None
    there = {
        (package, catalogues.entry_key(entry))
        for package, folder in upstream.packages((*upstream.DISTRIBUTIONS, "django"))
        for entry in upstream.read(folder / "en" / "LC_MESSAGES" / f"{domain}.po")
    }
    for entry in upstream.read(project.catalogue("config", locale, domain)):
        for package, _line in entry.occurrences:
            assert (package, catalogues.entry_key(entry)) in there, entry.msgid


def test_a_text_that_would_stand_over_wagtails_own_is_named(house):
    models = house.root / "site/news/models.py"
    models.write_text(models.read_text() + 'A = _("Title")\nB = pgettext("job", "Title")\n')
    catalogues.write_all(house)
    translate(house, "news", "fi", Title="Nimike", lead="ingressi")
    (fault,) = upstream.overruled(house)
    assert fault.startswith("site/news/locale/fi/LC_MESSAGES/django.po: 'Title' is 'Otsikko' in ")
    translate(house, "news", "fi", Title="Otsikko")
    assert list(upstream.overruled(house)) == []


def test_no_catalogue_of_the_site_loses_a_placeholder():
    project = checkout()
    assert project is not None
    faults = [
        (project.relative(path), entry.msgid, fault)
        for path in project.catalogues()
        for entry in polib.pofile(str(path))
        if entry.translated()
        for fault in check.misplaced(entry)
    ]
    assert faults == []


def test_the_command_writes_checks_and_compiles(house, monkeypatch, capsys):
    monkeypatch.setattr(command, "checkout", lambda: house)
    monkeypatch.setattr(catalogues, "own_catalogues", house.catalogues)
    call_command("messages")
    assert "wrote site/news/locale/fi/LC_MESSAGES/django.po" in capsys.readouterr().out
    with pytest.raises(CommandError, match="'lead' is not translated"):
        call_command("messages", "--check")
    call_command("messages", "--compile")
    assert "4 catalogues compiled" in capsys.readouterr().out


def test_outside_a_checkout_the_command_can_only_compile(monkeypatch):
    monkeypatch.setattr(command, "checkout", lambda: None)
    with pytest.raises(CommandError, match="only --compile"):
        call_command("messages")
