"""The table of languages, its formats, and the look-up that knows where a text came from."""

from __future__ import annotations

import datetime
import gettext

import pytest
from babel import Locale
from django.conf import settings
from django.utils import formats, translation
from django.utils.safestring import mark_safe
from django.utils.translation import trans_real

from core import languages
from core.messages.catalogues import compile_all

MOMENT = datetime.datetime(2026, 1, 5, 9, 49)
DATES = ("DATE_FORMAT", "SHORT_DATE_FORMAT", "TIME_FORMAT", "MONTH_DAY_FORMAT")


@pytest.fixture(autouse=True, scope="module")
def _compiled_catalogues():
    """Compile the catalogues, and forget what was read before they were."""
    if compile_all():
        gettext._translations.clear()
        trans_real._translations.clear()
        trans_real._default = None
        trans_real.translation_catalog_exists.cache_clear()


@pytest.fixture
def _every_language(settings):
    """Enable every language of the table, as one environment variable would."""
    settings.LANGUAGES = languages.site_languages(languages.KNOWN)
    formats.reset_format_cache()
    yield
    formats.reset_format_cache()


def test_languages_are_chosen_by_code_and_shown_by_their_own_names():
    assert languages.site_languages(["fi", "se", "ar", "fi-simple"]) == [
        ("fi", "suomi"),
        ("se", "davvisámegiella"),
        ("ar", "العربية"),
        ("fi-simple", "selkosuomi"),
    ]


def test_an_unknown_code_is_named():
    with pytest.raises(ValueError, match=r"'xx'.*fi, sv, en"):
        languages.site_languages(["fi", "xx"])


@pytest.mark.parametrize(("codes", "fault"), [([], "at least one"), (["fi", "fi"], "twice")])
def test_an_impossible_choice_of_languages_is_refused(codes, fault):
    with pytest.raises(ValueError, match=fault):
        languages.site_languages(codes)


@pytest.mark.parametrize("code", [code for code in languages.KNOWN if code != "fi-simple"])
def test_names_and_directions_are_those_of_cldr(code):
    locale = Locale.parse(code)
    assert languages.endonym(code) == locale.get_language_name(code)
    assert languages.direction(code) == locale.text_direction
    assert languages.html_lang(code) == code


def test_easy_to_read_finnish_is_finnish_to_a_screen_reader_and_itself_to_a_crawler():
    assert languages.html_lang("fi-simple") == "fi"
    assert languages.hreflang("fi-simple") == "fi-simple"
    assert languages.hreflang("fi") == "fi"
    assert languages.endonym("fi-simple") == "selkosuomi"


@pytest.mark.parametrize(
    "ask", [languages.html_lang, languages.direction, languages.endonym, languages.hreflang]
)
def test_every_question_about_an_unknown_language_is_refused(ask):
    with pytest.raises(ValueError, match="'tlh'"):
        ask("tlh")


def test_django_knows_every_language_of_the_table():
    languages.register_language_info()
    for code, language in languages.KNOWN.items():
        info = translation.get_language_info(code)
        assert info["bidi"] is (language.direction == "rtl"), code
    assert translation.get_language_info("sms")["name_local"] == "sääʹmǩiõll"
    assert translation.get_language_info("fi-simple")["name_local"] == "selkosuomi"
    assert translation.get_language_info("fi")["name_local"] == "suomi"


@pytest.mark.usefixtures("_every_language")
@pytest.mark.parametrize("code", languages.KNOWN)
def test_no_language_of_the_table_answers_404(code):
    assert translation.check_for_language(code)
    assert translation.get_language_from_path(f"/{code}/ajankohtaista/") == code


@pytest.mark.usefixtures("_every_language")
@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("fi", ["5. tammikuuta 2026", "5.1.2026", "9.49", "5. tammikuuta"]),
        ("fi-simple", ["5. tammikuuta 2026", "5.1.2026", "9.49", "5. tammikuuta"]),
        ("sv", ["5 januari 2026", "5.1.2026", "9.49", "5 januari"]),
        ("en", ["5 January 2026", "5.1.2026", "9.49", "5 January"]),
        ("se", ["5 ođđajagemánnu 2026", "5.1.2026", "9:49", "5 ođđajagemánnu"]),
        ("smn", ["uđđâivemáánu 5. 2026", "5.1.2026", "9.49", "uđđâivemáánu 5."]),
        ("sms", ["5.1.2026", "5.1.2026", "9.49", "5.1."]),
        ("so", ["Janaayo 5, 2026", "05/01/2026", "09:49", "Janaayo 5"]),
        ("uk", ["5 січня 2026 р.", "05.01.2026", "09:49", "5 січня"]),
        ("ru", ["5 января 2026 г.", "05.01.2026", "9:49", "5 января"]),
        ("et", ["5. jaanuar 2026", "05.01.2026", "9:49", "5. jaanuar"]),
        ("ar", ["5 يناير 2026", "05\u200f/01\u200f/2026", "09:49", "5 يناير"]),
    ],
)
def test_dates_are_written_as_the_language_writes_them(code, written):
    with translation.override(code):
        assert [formats.date_format(MOMENT, name) for name in DATES] == written


@pytest.mark.usefixtures("_every_language")
@pytest.mark.parametrize("code", languages.KNOWN)
def test_the_week_starts_on_monday_and_iso_dates_are_read(code):
    with translation.override(code):
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 1
        assert "%Y-%m-%d" in formats.get_format("DATE_INPUT_FORMATS")
        assert "%Y-%m-%d %H:%M" in formats.get_format("DATETIME_INPUT_FORMATS")


def test_django_still_keeps_what_a_language_has_itself_where_we_look():
    own = trans_real.translation("sv")._catalog
    assert isinstance(own, trans_real.TranslationCatalog)
    assert own.get("Publish") == "Publicera"
    assert trans_real.translation("se")._catalog.get("Publish") is None
    assert trans_real.translation("se").gettext("Publish") == "Julkaise"


def test_a_text_is_said_in_the_language_asked_for_whatever_is_active():
    with translation.override("fi"):
        text = languages.say_in("sv", "Publish")
    assert (text, text.lang, text.direction) == ("Publicera", "sv", "ltr")


def test_a_text_that_a_language_lacks_is_said_in_the_main_language_and_owns_up_to_it():
    text = languages.say_in("se", "Publish")
    assert (text, text.lang, text.direction) == ("Julkaise", "fi", "ltr")
    arabic = languages.say_in("ar", "Publish")
    assert (arabic.lang, arabic.direction) == ("ar", "rtl")


def test_a_text_that_no_catalogue_has_is_english():
    for code in ("fi", "ar", "en", "fi-simple"):
        text = languages.say_in(code, "No catalogue has %(what)s", what="<this>")
        assert (text, text.lang) == ("No catalogue has <this>", "en")


def test_english_readers_never_get_finnish():
    assert languages.say_in("en", "Publish") == "Publish"


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 sida"), (2, "2 sidor"), (1200, "1\xa0200 sidor")]
)
def test_the_count_chooses_the_form_and_is_written_as_the_language_writes_it(settings, count, said):
    settings.USE_THOUSAND_SEPARATOR = True
    formats.reset_format_cache()
    text = languages.say_in("sv", "1 page", plural="%(counter)s pages", count=count, counter=count)
    assert text == said


def test_a_plural_needs_a_whole_number():
    with pytest.raises(TypeError, match="whole number"):
        languages.say_in("sv", "1 page", plural="%(counter)s pages", count="3")


def test_markup_around_a_fallback_names_its_language_and_escapes_everything():
    message = languages.Message("Nothing about <%(who)s> & %(link)s")
    values = {"who": "<b>", "link": mark_safe("<a>ok</a>")}
    said = languages.say_html(message, "ar", values)
    assert said == (
        '<span lang="en" dir="ltr">Nothing about &lt;&lt;b&gt;&gt; &amp; <a>ok</a></span>'
    )


def test_a_colon_after_a_label_in_another_language_runs_with_the_page():
    said = languages.say_html(languages.Message("Nobody says this:"), "ar", {})
    assert said == '<span lang="en" dir="ltr">Nobody says this</span>:'
    assert languages.say_html(languages.Message("Nobody says this:"), "en", {}) == (
        "Nobody says this:"
    )


def test_easy_to_read_finnish_shows_finnish_texts_without_a_mark():
    assert languages.say_html(languages.Message("Publish"), "fi-simple", {}) == "Julkaise"


def test_the_settings_offer_only_languages_of_the_table():
    assert languages.site_languages(code for code, _ in settings.LANGUAGES) == settings.LANGUAGES
