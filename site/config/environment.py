"""Environment variables: each is read once, here, and a bad value stops the start with its name.

Every name read through this module must have a row in ``docs/settings.md``
(``tests/config/test_settings_documented.py`` compares the two).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from django.core.exceptions import ImproperlyConfigured

PREFIX = "KOHTAAMO_"
TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}

Parsed = TypeVar("Parsed")


def text(name: str, default: str | None = None) -> str:
    """Return the variable ``name`` stripped of blanks.

    ``default`` None makes the variable required.
    Raises ImproperlyConfigured, naming the variable, when it is required and missing or empty.
    """
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} is not set. See docs/settings.md.")
    return default


def boolean(name: str, default: bool) -> bool:
    """Return the variable as a truth value; raise ImproperlyConfigured on anything but yes or no."""
    value = os.environ.get(name)
    if value is None:
        return default
    lowered = value.strip().lower()
    if lowered in TRUE:
        return True
    if lowered in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}.")


def integer(name: str, default: int) -> int:
    """Return the variable as a whole number of at least zero; raise ImproperlyConfigured otherwise."""
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    if not value.isascii() or not value.isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def words(name: str, default: str | None = None) -> list[str]:
    """Return the comma-separated variable as a list without empty items."""
    return split(text(name, default))


def split(value: str) -> list[str]:
    """Return what stands between the commas of ``value``, without blanks and empty items."""
    return [word.strip() for word in value.split(",") if word.strip()]


def choice(name: str, default: str, known: tuple[str, ...]) -> str:
    """Return the variable if it is one of ``known``; raise ImproperlyConfigured otherwise."""
    value = text(name, default)
    if value not in known:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(known)}, not {value!r}.")
    return value


def parsed(name: str, default: str, parse: Callable[[str], Parsed]) -> Parsed:
    """Return what ``parse`` makes of the variable.

    A ValueError of ``parse`` becomes ImproperlyConfigured with the name in front. The value is not
    repeated: it may hold a password.
    """
    try:
        return parse(text(name, default))
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}: {error}") from None


def location(value: str) -> str:
    """Return ``value``, which is empty or a path of the web server; for ``parsed``.

    Raises ValueError where it does not begin and end with a slash: file names are put behind it.
    """
    if value and (not value.startswith("/") or not value.endswith("/") or value == "/"):
        raise ValueError("must begin and end with a slash, like /protected-media/.")
    return value


def path(name: str, default: Path) -> Path:
    """Return the variable as an absolute path."""
    return Path(text(name, str(default))).expanduser().resolve()
