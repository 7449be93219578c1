"""Environment variables: a bad value stops the start and is named."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment

NAME = "KOHTAAMO_SOMETHING"


@pytest.fixture
def given(monkeypatch):
    return lambda value: monkeypatch.setenv(NAME, value)


def test_a_text_loses_its_blanks(given):
    given("  Kohtaamo ")
    assert environment.text(NAME) == "Kohtaamo"


@pytest.mark.parametrize("value", [None, "", "   "])
def test_a_required_text_that_is_missing_or_empty_is_named(monkeypatch, value):
    monkeypatch.delenv(NAME, raising=False)
    if value is not None:
        monkeypatch.setenv(NAME, value)
    with pytest.raises(ImproperlyConfigured, match=NAME):
        environment.text(NAME)


def test_an_empty_text_is_the_default(given):
    given("")
    assert environment.text(NAME, "default") == "default"


@pytest.mark.parametrize("value", ["1", "true", "Yes", " ON "])
def test_what_says_yes(given, value):
    given(value)
    assert environment.boolean(NAME, default=False) is True


@pytest.mark.parametrize("value", ["0", "false", "No", "off", ""])
def test_what_says_no(given, value):
    given(value)
    assert environment.boolean(NAME, default=True) is False


def test_nothing_said_is_the_default(monkeypatch):
    monkeypatch.delenv(NAME, raising=False)
    assert environment.boolean(NAME, default=True) is True
    assert environment.integer(NAME, 25) == 25
    assert environment.words(NAME, "fi,sv") == ["fi", "sv"]


def test_maybe_is_refused_by_name(given):
    given("maybe")
    with pytest.raises(ImproperlyConfigured, match=rf"{NAME}.*maybe"):
        environment.boolean(NAME, default=False)


@pytest.mark.parametrize("value", ["-1", "2.5", "many", "٣", "1e3"])
def test_what_is_no_whole_number_is_refused_by_name(given, value):
    given(value)
    with pytest.raises(ImproperlyConfigured, match=NAME):
        environment.integer(NAME, 0)


def test_words_are_separated_by_commas_and_never_empty(given):
    given(" fi, sv ,,en,")
    assert environment.words(NAME) == ["fi", "sv", "en"]


def test_a_path_is_absolute(given, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    given("media")
    assert environment.path(NAME, Path("/")) == tmp_path / "media"


def test_one_of_the_known_words_is_taken_and_another_refused_by_name(given):
    given("INFO")
    assert environment.choice(NAME, "DEBUG", ("DEBUG", "INFO")) == "INFO"
    given("loud")
    with pytest.raises(ImproperlyConfigured, match=rf"{NAME}.*DEBUG, INFO.*loud"):
        environment.choice(NAME, "DEBUG", ("DEBUG", "INFO"))


def test_what_cannot_be_parsed_is_refused_by_name(given):
    given("42")
    assert environment.parsed(NAME, "7", int) == 42
    given("")
    assert environment.parsed(NAME, "7", int) == 7
    given("many")
    with pytest.raises(ImproperlyConfigured, match=NAME):
        environment.parsed(NAME, "7", int)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("KOHTAAMO_LANGUAGES", "fi,xx", "xx"),
        ("KOHTAAMO_LANGUAGES", "fi,sv,fi", "twice"),
        ("KOHTAAMO_LANGUAGES", "sv,en", "'fi'"),
        ("KOHTAAMO_LANGUAGES", ",", "at least one"),
        ("DATABASE_URL", "oraclee://kohtaamo:secret@db.example.org/kohtaamo", "oraclee"),
        ("DATABASE_URL", "kohtaamo.sqlite3", "unknown"),
        ("DATABASE_URL", "postgres://kohtaamo:secret@db.example.org:port/kohtaamo", "valid url"),
        ("KOHTAAMO_LOG_LEVEL", "loud", "INFO"),
        ("KOHTAAMO_X_ACCEL", "protected-media/", "slash"),
        ("KOHTAAMO_X_ACCEL", "/protected-media", "slash"),
        ("KOHTAAMO_X_ACCEL", "/", "slash"),
    ],
)
def test_the_settings_do_not_start_with_a_bad_value_and_name_the_variable(name, value, told):
    done = subprocess.run(
        [sys.executable, "-c", "from django.conf import settings; settings.DEBUG"],
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            name: value,
        },
        capture_output=True,
        text=True,
    )
    last = done.stderr.strip().rpartition("\n")[2]
    assert done.returncode != 0
    assert "ImproperlyConfigured" in last
    assert name in last
    assert told in last
    assert "secret" not in done.stderr
