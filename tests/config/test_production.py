"""Production settings: what must be chosen has no default, and nothing is relaxed."""

import os
import subprocess
import sys

import pytest

NEEDED = {"KOHTAAMO_SECRET_KEY": "secret", "KOHTAAMO_ALLOWED_HOSTS": "www.example.org"}


def start(code="", **variables):
    """Run ``code`` under production settings in an empty environment; return what happened."""
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        **variables,
    }
    return subprocess.run(  # noqa: S603 -- our own interpreter
        [sys.executable, "-c", f"from django.conf import settings as s; s.DEBUG; {code}"],
        env=environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("name", NEEDED)
def test_it_does_not_start_without_what_must_be_chosen(name):
    done = start(**{key: value for key, value in NEEDED.items() if key != name})
    assert done.returncode != 0
    assert f"{name} is not set" in done.stderr


def test_it_is_strict_unless_told_otherwise():
    code = (
        "assert not s.DEBUG and not s.KOHTAAMO_DEMO;"
        "assert s.SECURE_SSL_REDIRECT and s.SESSION_COOKIE_SECURE and s.CSRF_COOKIE_SECURE;"
        "assert s.SECURE_HSTS_SECONDS >= 31536000;"
        "assert 'LoopbackOnlyMiddleware' not in str(s.MIDDLEWARE)"
    )
    done = start(code, **NEEDED)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [("KOHTAAMO_HTTPS", "maybe"), ("KOHTAAMO_EMAIL_PORT", "smtp"), ("KOHTAAMO_LANGUAGES", "fi,xx")],
)
def test_a_bad_value_stops_the_start(name, value):
    done = start(**NEEDED, **{name: value})
    assert done.returncode != 0
    assert value.split(",")[-1] in done.stderr


def test_the_database_is_named_by_one_variable():
    code = "assert s.DATABASES['default']['ENGINE'] == 'django.db.backends.postgresql'"
    done = start(code, **NEEDED, DATABASE_URL="postgres://kohtaamo@db.example.org/kohtaamo")
    assert done.returncode == 0, done.stderr
