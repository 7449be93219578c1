"""The demo's passwords are public, so it serves this machine alone."""

import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.test import RequestFactory

from core.middleware import LoopbackOnlyMiddleware, is_loopback

OUTSIDE = ["0.0.0.0", "::", "192.0.2.7", "2001:db8::1", "example.org", "", "128.0.0.1"]  # noqa: S104
HERE = ["127.0.0.1", "127.8.9.1", "::1"]


@pytest.fixture
def demo(settings, monkeypatch):
    """Return a function that starts the demo; a step that would do something fails the test."""
    from config.management.commands import demo as command

    settings.KOHTAAMO_DEMO = True
    monkeypatch.setattr(command, "call_command", lambda *args, **options: pytest.fail("it began"))
    return lambda **options: call_command("demo", **options)


@pytest.mark.parametrize("address", OUTSIDE)
def test_an_address_others_can_reach_is_refused(demo, address):
    with pytest.raises(CommandError, match="this machine alone"):
        demo(address=address)


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_what_is_no_port_is_refused(demo, port):
    with pytest.raises(CommandError, match="port"):
        demo(port=port)


@pytest.mark.parametrize("port", ["abc", "0", "80.5", "65536"])
def test_a_variable_that_is_no_port_is_refused_by_name(demo, monkeypatch, port):
    monkeypatch.setenv("PORT", port)
    with pytest.raises(CommandError, match=f"PORT.*{port}"):
        demo()


def test_a_port_that_is_given_wins_over_the_variable(demo, monkeypatch):
    monkeypatch.setenv("PORT", "abc")
    with pytest.raises(pytest.fail.Exception, match="it began"):
        demo(port=8001)


def test_the_demo_does_not_run_on_other_settings(demo, settings):
    settings.KOHTAAMO_DEMO = False
    with pytest.raises(CommandError, match=r"config\.settings\.dev"):
        demo()


@pytest.mark.parametrize("address", OUTSIDE)
def test_a_caller_from_elsewhere_gets_403(address):
    middleware = LoopbackOnlyMiddleware(lambda request: HttpResponse("in"))
    answer = middleware(RequestFactory().get("/fi/", REMOTE_ADDR=address))
    assert answer.status_code == 403
    assert b"in" not in answer.content.split()


@pytest.mark.parametrize("address", HERE)
def test_a_caller_on_this_machine_gets_in(address):
    middleware = LoopbackOnlyMiddleware(lambda request: HttpResponse("in"))
    assert middleware(RequestFactory().get("/fi/", REMOTE_ADDR=address)).content == b"in"
    assert is_loopback(address)


def test_the_demo_settings_put_that_middleware_first_and_allow_only_local_hosts():
    code = (
        "from django.conf import settings as s;"
        "assert s.MIDDLEWARE[0] == 'core.middleware.LoopbackOnlyMiddleware', s.MIDDLEWARE;"
        "assert set(s.ALLOWED_HOSTS) == {'127.0.0.1', 'localhost', '[::1]'}, s.ALLOWED_HOSTS"
    )
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
    done = subprocess.run(  # noqa: S603 -- our own interpreter
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
