"""What all tests share: the scene ``town``, clean caches, a real browser, and honesty about skips."""

from __future__ import annotations

import gc
import os
import re
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.utils import translation

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.rows import FirstRows, Scene
    from tests.scene import Town

ROOT = Path(__file__).resolve().parents[1]
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
    "--disable-component-update",
]

# Which tools this machine has ---------------------------------------------------------------------


def chromium() -> str | None:
    """Return the path of a Chromium or Chrome: ``CHROMIUM``, else the first one on the PATH."""
    named = os.environ.get("CHROMIUM", "")
    if named:
        return shutil.which(named)
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((found for name in names if (found := shutil.which(name))), None)


def html_checker() -> Path | None:
    """Return the Nu HTML checker (``VNU_JAR``, else ``.cache/vnu.jar``) where there is Java to run it."""
    jar = Path(os.environ.get("VNU_JAR") or ROOT / ".cache" / "vnu.jar")
    return jar if jar.is_file() and shutil.which("java") else None


# Collecting and reporting -------------------------------------------------------------------------

JOURNEYS = "browser journeys: there is no Chromium here"
HTML = "HTML checks: there is no Java, or no .cache/vnu.jar"
ADVICE = {
    JOURNEYS: "Debian: apt-get install chromium, or name another: CHROMIUM=/path/to/chrome make test",
    HTML: "Debian: apt-get install default-jre-headless; .ci/run fetches the checker",
}
SKIPPED = pytest.StashKey[list[str]]()

# A machine that has other work to do is no fault of ours. "settled" tries the same examples each time
# (pytest --hypothesis-profile=settled): docs/adr/0029-ci-tries-settled-examples.md.
hypothesis.settings.register_profile("kohtaamo", deadline=None)
hypothesis.settings.register_profile("settled", deadline=None, derandomize=True)
hypothesis.settings.load_profile("kohtaamo")


def pytest_configure(config: pytest.Config) -> None:
    """Prepare to count what is skipped, and have Python look for garbage less often.

    Migrations make and drop tens of thousands of classes, of which nearly all are still in use whenever
    it looks: a third of their time goes into that.
    """
    gc.set_threshold(20_000, 20, 50)
    config.stash[SKIPPED] = []
    config.addinivalue_line(
        "markers", "allows_console(*patterns): console errors that the test is about"
    )
    config.pluginmanager.register(_Skips(config), "kohtaamo-skips")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser or the HTML checker, and skip it where the machine has none."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "browser" in fixtures:
            item.add_marker("journey")
        if "check_html" in fixtures:
            item.add_marker("html")
        if item.get_closest_marker("journey") and chromium() is None:
            item.add_marker(pytest.mark.skip(reason=JOURNEYS))
        if item.get_closest_marker("html") and html_checker() is None:
            item.add_marker(pytest.mark.skip(reason=HTML))


class _Skips:
    """Counts skipped tests, in the one process that reports."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note why a test was skipped."""
        if report.skipped and not hasattr(report, "wasxfail"):
            reason = (
                report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
            )
            self.config.stash[SKIPPED].append(reason.removeprefix("Skipped: "))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail the run for any skip, where ``KOHTAAMO_FAIL_ON_SKIP`` asks for it."""
        if self.config.stash[SKIPPED] and os.environ.get("KOHTAAMO_FAIL_ON_SKIP") == "1":
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_unconfigure(config: pytest.Config) -> None:
    """Say as the very last thing what was not tested, and leave no files behind."""
    skipped = config.stash.get(SKIPPED, [])
    if skipped and not hasattr(config, "workerinput"):
        print(f"\n{'!' * 100}\n!! NOT EVERYTHING WAS TESTED: {len(skipped)} tests were skipped")
        for reason in sorted(set(skipped)):
            print(f"!!   {skipped.count(reason):>4}  {reason}")
            if reason in ADVICE:
                print(f"!!         {ADVICE[reason]}")
        if os.environ.get("KOHTAAMO_FAIL_ON_SKIP") == "1":
            print("!! KOHTAAMO_FAIL_ON_SKIP=1: the run has failed because of it")
        print("!" * 100)
    films = sys.modules.get("tests.films")
    for folder in (settings.TESTS_FOLDER, *([films.FOLDER] if films else [])):
        shutil.rmtree(folder, ignore_errors=True)


# Every test ---------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _clean(request: pytest.FixtureRequest) -> Iterator[None]:
    """Start each test with empty caches and the site's first language."""
    from wagtail.models import Site

    cache.clear()
    Site.clear_site_root_paths_cache()
    with translation.override(settings.LANGUAGE_CODE):
        yield


# The database -------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, django_db_createdb: bool
) -> pytest.MonkeyPatch:
    """Before the database is made, let it be copied from what the last run made; return how to undo it."""
    from tests.migrated import keep_what_migrations_leave

    patch = pytest.MonkeyPatch()
    if not django_db_createdb:
        keep_what_migrations_leave(patch)
    return patch


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_modify_db_settings: pytest.MonkeyPatch, django_db_setup: None, django_db_blocker: Any
) -> Iterator[FirstRows]:
    """Add to the database a copy of its first rows: what a test that commits is followed by."""
    from django.test import TransactionTestCase

    from tests.rows import FirstRows

    django_db_modify_db_settings.undo()
    with django_db_blocker.unblock():
        first = FirstRows()

    def bring_back(_case: TransactionTestCase) -> None:
        _let_the_server_finish()
        first.bring_back()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", bring_back)
        yield first


def _let_the_server_finish() -> None:
    """Wait for the answers that are still being made: they write where the next test begins."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(5)


@pytest.fixture(scope="session")
def keep(
    django_db_setup: FirstRows, django_db_blocker: Any
) -> Callable[[str, Callable[[], Any]], Scene]:
    """Return a function that builds a scene once, for a fixture that gives it to many tests.

    Its arguments are a name and a function without arguments that builds the scene on the first rows.
    """
    from tests.rows import Scene

    def kept(name: str, build: Callable[[], Any]) -> Scene:
        with django_db_blocker.unblock():
            return Scene(name, build, django_db_setup)

    return kept


@pytest.fixture
def lay_out(request: pytest.FixtureRequest, db: None) -> Callable[[Scene], Any]:
    """Return a function that lays a kept scene out for this test, and returns its objects, read anew.

    It takes the place of rows that are there already: lay a scene out before you make other rows.
    """
    served = "live_server" in request.fixturenames
    port = request.getfixturevalue("live_server").thread.port if served else 80
    return lambda scene: scene.bring(port)


@pytest.fixture(scope="session")
def kept_town(keep: Callable[..., Scene]) -> Scene:
    """The scene ``town``, built."""
    from tests.scene import build_town

    return keep("town", build_town)


@pytest.fixture
def town(kept_town: Scene, lay_out: Callable[[Scene], Town]) -> Town:
    """A small site in Finnish, Swedish and English: one page of each type, and the staff by role."""
    return lay_out(kept_town)


@pytest.fixture
def client_as(town: Town) -> Callable[[Any], Client]:
    """Return a function that gives a client signed in as a user, or as the member of staff so named."""

    def signed_in(user: Any) -> Client:
        client = Client()
        client.force_login(town.staff[user] if isinstance(user, str) else user)
        return client

    return signed_in


# The browser --------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser(django_db_setup: FirstRows) -> Iterator[Browser]:
    """A Chromium without a window, driven through Playwright."""
    from django.db import connections
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop running, which Django takes for asynchronous code: it would warn,
    # and give that code a connection of its own.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    opened = {alias: connections[alias] for alias in connections}
    with sync_playwright() as playwright:
        for alias, connection in opened.items():
            connections[alias] = connection
        running = playwright.chromium.launch(executable_path=chromium(), args=BROWSER_ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def open_page(
    request: pytest.FixtureRequest, browser: Browser, live_server: Any
) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page in a fresh browser profile.

    Its arguments are those of Playwright's ``new_context`` (``viewport``, ``color_scheme``,
    ``java_script_enabled`` …) and ``user``, a user to be signed in. When the test ends, it fails
    if any page wrote an error to the console (a violated content policy is one) or asked another
    host for something. ``@pytest.mark.allows_console("pattern")`` names errors the test is about.
    """
    marker = request.node.get_closest_marker("allows_console")
    allowed = [re.compile(pattern) for pattern in (marker.args if marker else ())]
    contexts: list[Any] = []
    faults: list[str] = []

    def note(text: str) -> None:
        if not any(pattern.search(text) for pattern in allowed):
            faults.append(text)

    def opened(user: Any = None, **options: Any) -> Page:
        options.setdefault("viewport", {"width": 1280, "height": 900})
        options.setdefault("locale", "fi-FI")
        context = browser.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        if user is not None:
            client = Client()
            client.force_login(user)
            session = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
            )
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on(
            "console",
            lambda message: (
                note(f"{page.url}: {message.text}") if message.type == "error" else None
            ),
        )
        page.on("pageerror", lambda error: note(f"{page.url}: {error}"))
        page.on(
            "request",
            lambda sent: (
                None
                if sent.url.startswith((live_server.url, "data:", "blob:", "about:"))
                else note(f"{page.url} asked another host: {sent.url}")
            ),
        )
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not faults, "the browser reported:\n" + "\n".join(faults)


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A page 1280 px wide in a fresh profile; see ``open_page`` for what makes the test fail."""
    return open_page()


@pytest.fixture
def check_html(tmp_path: Path) -> Callable[[dict[str, str]], list[str]]:
    """Return a function that gives the Nu HTML checker's errors for documents (name to HTML)."""
    import json
    import subprocess

    def errors(documents: dict[str, str]) -> list[str]:
        folder = tmp_path / "html"
        folder.mkdir(exist_ok=True)
        for name, html in documents.items():
            (folder / f"{re.sub(r'[^a-z0-9-]+', '-', name.lower())}.html").write_text(html, "utf-8")
        command = ["java", "-jar", str(html_checker()), "--format", "json", "--exit-zero-always"]
        done = subprocess.run(  # noqa: S603 -- a program of ours on files of ours
            [*command, str(folder)], capture_output=True, text=True, check=True
        )
        found = json.loads(done.stderr or '{"messages": []}')["messages"]
        return [
            f"{Path(message.get('url', '')).stem}:{message.get('lastLine')}: {message['message']}"
            for message in found
            if message["type"] == "error"
        ]

    return errors
