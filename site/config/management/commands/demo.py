"""``kohtaamo demo``: from nothing to a site one can click, on this machine alone."""

from __future__ import annotations

import ipaddress
import os
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

SIGN_INS = (
    ("admin", "everything"),
    ("editor", "writes in every language, submits"),
    ("publisher", "approves and publishes"),
    ("handler", "reads the applications to calls"),
    ("translator.sv", "translates into Swedish"),
    ("translator.en", "translates into English"),
)
STEPS = 4


class Command(BaseCommand):
    """Prepare the demo (once) and serve it."""

    #: The catalogues are compiled in the first step; before it, a check would complain of them.
    requires_system_checks: tuple[str, ...] = ()
    help = "Prepares the demo site (once) and serves it on http://127.0.0.1:8000."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take an address of this machine, a port, and whether only to prepare."""
        parser.add_argument("--address", default="127.0.0.1", help="a loopback address")
        parser.add_argument("--port", type=int, help="the variable PORT, or 8000")
        parser.add_argument("--prepare", action="store_true", help="prepare, but do not serve")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the steps, each idempotent, then serve until interrupted."""
        address, port = options["address"], self._port(options["port"])
        if not settings.KOHTAAMO_DEMO:
            raise CommandError(
                "The demo runs with config.settings.dev only: its passwords are public."
            )
        if not self._is_loopback(address):
            raise CommandError(f"The demo serves on this machine alone, not on {address}.")
        data = Path(str(settings.MEDIA_ROOT)).parent
        data.mkdir(parents=True, exist_ok=True)
        # The demo collects no static files, but WhiteNoise warns where their folder is missing.
        Path(str(settings.STATIC_ROOT)).mkdir(parents=True, exist_ok=True)
        self._step(1, "compiling the interface texts")
        call_command("messages", task="compile", verbosity=0)
        self._step(2, f"bringing the database up to date ({data})")
        call_command("migrate", interactive=False, verbosity=0)
        self._step(3, "loading the demo content (the first time it draws its films: some minutes)")
        call_command("seed_demo", port=port)
        self._step(4, f"the site is at http://{self._host(address)}:{port}/fi/")
        base = f"http://{self._host(address)}:{port}"
        self.stdout.write(f"\n  Site     {base}/fi/   {base}/sv/   {base}/en/   {base}/ar/")
        self.stdout.write(f"  Admin    {base}/admin/   (password of all: demo)")
        for name, job in SIGN_INS:
            self.stdout.write(f"           {name:<14} {job}")
        self.stdout.write("  Stop with Ctrl+C.\n")
        self.stdout.flush()
        if not options["prepare"]:
            self._serve(address, port)

    def _serve(self, address: str, port: int) -> None:
        from granian import Granian
        from granian.constants import Interfaces

        with video_worker():
            Granian(
                "config.wsgi:application",
                address=address,
                port=port,
                interface=Interfaces.WSGI,
                workers=1,
                blocking_threads=32,  # a film on a slow line holds one until it has been sent
                log_access=False,
            ).serve()

    def _step(self, number: int, what: str) -> None:
        self.stdout.write(f"[{number}/{STEPS}] {what}")
        self.stdout.flush()

    @staticmethod
    def _port(given: int | None) -> int:
        value = (os.environ.get("PORT") or "8000") if given is None else str(given)
        try:
            port = int(value)
        except ValueError:
            port = 0
        if not 0 < port < 65536:
            raise CommandError(f"PORT (or --port): {value} is not a port number (1 to 65535).")
        return port

    @staticmethod
    def _is_loopback(address: str) -> bool:
        try:
            return ipaddress.ip_address(address.strip("[]")).is_loopback
        except ValueError:
            return address == "localhost"

    @staticmethod
    def _host(address: str) -> str:
        return f"[{address}]" if ":" in address else address


@contextmanager
def video_worker() -> Iterator[subprocess.Popen[bytes]]:
    """Have a worker make the files of uploaded films for as long as the site is served.

    It stops with the demo however that ends: it is told to, and it dies with its parent.
    """
    arguments = [sys.executable, "-P", "-m", "django", "video_worker", "--parent", str(os.getpid())]
    # Ctrl+C in the terminal is for the server; the worker hears of it from us.
    worker = subprocess.Popen(arguments, start_new_session=True)  # noqa: S603 -- arguments of ours
    try:
        yield worker
    finally:
        worker.terminate()
        try:
            worker.wait(timeout=15)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
