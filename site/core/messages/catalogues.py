"""Bring catalogues up to date with the code, write them and compile them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import polib
from babel import Locale
from babel.plural import to_gettext
from django.utils.translation import to_language

from core.languages import Message
from core.messages.extract import Found, from_project
from core.messages.project import DISTRIBUTION, Project, own_catalogues

COMPLETE = ("fi", "sv")
"""The locales every package of ours is translated into: Finland's national languages."""

WIDTH = 100
Key = tuple[str | None, str, str]


def plural_forms(code: str) -> str:
    """Return the gettext ``Plural-Forms`` of a language. Source: CLDR, through Babel.

    CLDR's rule for languages with one form for 1 and another for the rest also looks at
    decimals, which gettext cannot; there the usual rule for whole numbers is returned.
    """
    rule = Locale.parse(code.partition("-")[0]).plural_form
    if set(rule.tags) == {"one"}:
        return "nplurals=2; plural=(n != 1);"
    return to_gettext(rule)


def new_catalogue(code: str) -> polib.POFile:
    """Return an empty catalogue for a language, without any date: two runs write the same."""
    catalogue = polib.POFile(wrapwidth=WIDTH)
    catalogue.metadata = {
        "Project-Id-Version": DISTRIBUTION,
        "Language": code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(code),
    }
    return catalogue


def entry_key(entry: polib.POEntry) -> Key:
    """Return what makes an entry that entry: context, msgid and plural."""
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def _message_key(message: Message) -> Key:
    return message.context, message.msgid, message.plural or ""


def merge(found: Iterable[Found], code: str, old: polib.POFile | None) -> polib.POFile:
    """Return the catalogue of ``found`` in language ``code``, with the translations of ``old``.

    Texts that are no longer in the code are dropped, except those that name only places outside
    it: they translate somebody else's package (see ``upstream``).
    """
    known = {} if old is None else {entry_key(entry): entry for entry in old if not entry.obsolete}
    catalogue = new_catalogue(code)
    if old is not None:
        catalogue.header = old.header
    entries: dict[Key, polib.POEntry] = {}
    for text in found:
        key = _message_key(text.message)
        if key not in entries:
            entries[key] = _entry(text.message, known.get(key), catalogue)
        entry = entries[key]
        if (text.file, "") not in entry.occurrences:
            entry.occurrences.append((text.file, ""))
        if text.comment and text.comment not in entry.comment:
            entry.comment = "\n".join(filter(None, [entry.comment, text.comment]))
    catalogue.extend(entries.values())
    catalogue.extend(
        entry for key, entry in known.items() if key not in entries and is_supplement(entry)
    )
    return catalogue


def is_supplement(entry: polib.POEntry) -> bool:
    """Say whether an entry translates an installed package: its places are packages, not files."""
    return bool(entry.occurrences) and all("." not in file for file, _line in entry.occurrences)


def _entry(message: Message, old: polib.POEntry | None, catalogue: polib.POFile) -> polib.POEntry:
    """Return a fresh entry for ``message`` with the old translation, if there was one."""
    entry = polib.POEntry(msgid=message.msgid, msgctxt=message.context)
    if message.plural is not None:
        entry.msgid_plural = message.plural
        forms = int(catalogue.metadata["Plural-Forms"].partition("nplurals=")[2][0])
        entry.msgstr_plural = dict.fromkeys(range(forms), "")
    if "%(" in message.msgid + (message.plural or ""):
        entry.flags.append("python-format")
    if old is not None:
        entry.msgstr = old.msgstr
        entry.msgstr_plural.update(old.msgstr_plural)
        entry.tcomment = old.tcomment
        if old.fuzzy:
            entry.flags.append("fuzzy")
    return entry


def updated(project: Project) -> dict[Path, str]:
    """Return what each catalogue of our own texts should hold, path to text.

    Finnish and Swedish for every package that has texts; another language where somebody has
    begun a catalogue.
    """
    result: dict[Path, str] = {}
    for package, folder in project.packages().items():
        found = from_project(project, package)
        begun = {po.parts[-3] for po in folder.glob("locale/*/LC_MESSAGES/django.po")}
        for locale in sorted(begun | (set(COMPLETE) if found else set())):
            path = project.catalogue(package, locale)
            old = polib.pofile(str(path), wrapwidth=WIDTH) if path.exists() else None
            result[path] = f"{merge(found, to_language(locale), old)}"
    return result


def write_all(project: Project) -> list[Path]:
    """Write every catalogue that differs from what the code asks for; return those written."""
    written = []
    for path, text in updated(project).items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            write(path, text.encode())
            written.append(path)
    return written


def compile_all(catalogues: Iterable[Path] | None = None) -> list[Path]:
    """Compile every catalogue that is newer than its .mo; return the .mo files written.

    Fuzzy and empty entries are left out, as ``msgfmt`` does. Safe when several processes do it
    at once: a .mo is replaced in one step.
    """
    written = []
    for po in own_catalogues() if catalogues is None else catalogues:
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime:
            write(mo, polib.pofile(str(po)).to_binary())
            written.append(mo)
    return written


def write(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` in one step, so that no reader meets half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    temporary = Path(file.name)
    temporary.chmod(0o644)
    os.replace(temporary, path)  # noqa: PTH105 -- atomic, also where the target exists
