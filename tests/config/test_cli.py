"""The command ``kohtaamo`` chooses safe settings for each command."""

import os
import sys

import pytest
from django.core import management

from config import cli


@pytest.fixture
def run(monkeypatch):
    """Return a function that runs a command line and gives the settings it would have run with."""
    ran = []
    monkeypatch.setattr(management, "execute_from_command_line", ran.append)
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE", raising=False)
    monkeypatch.delenv("KOHTAAMO_SECRET_KEY", raising=False)

    def settings_of(*words):
        monkeypatch.setattr(sys, "argv", ["kohtaamo", *words])
        cli.main()
        assert ran[-1] == ["kohtaamo", *words]
        chosen = os.environ["DJANGO_SETTINGS_MODULE"]
        monkeypatch.delenv("DJANGO_SETTINGS_MODULE")
        return chosen

    yield settings_of
    # main() set the variable itself: monkeypatch does not know of it.
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)


@pytest.mark.parametrize("command", ["demo", "check", "messages", "help", "--version"])
def test_what_needs_no_site_runs_without_one(run, command):
    assert run(command) == "config.settings.dev"


@pytest.mark.parametrize(
    "command", ["migrate", "set_up_site", "createsuperuser", "seed_demo", "runserver"]
)
def test_everything_else_wants_production_settings(run, command):
    assert run(command) == "config.settings.production"


def test_a_configured_site_is_checked_as_it_is(run, monkeypatch):
    monkeypatch.setenv("KOHTAAMO_SECRET_KEY", "secret")
    assert run("check") == "config.settings.production"


def test_the_demo_is_never_production(run, monkeypatch):
    monkeypatch.setenv("KOHTAAMO_SECRET_KEY", "secret")
    assert run("demo") == "config.settings.dev"


def test_named_settings_are_obeyed(run, monkeypatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "config.settings.test")
    assert run("migrate") == "config.settings.test"


def test_no_command_shows_help(run):
    assert run() == "config.settings.dev"
