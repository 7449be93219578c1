"""Find the texts to translate in Python code and in templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from babel.messages.extract import extract as babel_extract
from django.template.base import Lexer, Token, TokenType, filter_re, kwarg_re
from django.template.exceptions import TemplateSyntaxError
from django.utils.text import smart_split
from django.utils.translation import trim_whitespace

from core.languages import Message
from core.messages.project import Project
from core.templatetags.ui import literal, read_message

_CONTEXT = (1, "c")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "say_in": (2,),
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": (_CONTEXT, 2),
    "pgettext_lazy": (_CONTEXT, 2),
    "npgettext": (_CONTEXT, 2, 3),
    "npgettext_lazy": (_CONTEXT, 2, 3),
}
TRANSLATORS = "Translators:"
"""How a comment to the translators begins, in Python and in templates alike."""

UI_TAGS = {"ui": 1, "ui_text": 1, "ui_lang": 1, "in_language": 2}
"""Our tags, and at which bit of each the text stands."""


@dataclass(frozen=True, slots=True)
class Found:
    """A text, the file it was found in (from the root) and what the translators are told."""

    message: Message
    file: str
    comment: str = ""


def from_project(project: Project, package: str) -> list[Found]:
    """Return the texts of one package: its templates and its code, by file and place in it.

    Raises ValueError, naming the file, when a template cannot be read.
    """
    found: list[Found] = []
    for path in project.template_files(package):
        file = project.relative(path)
        try:
            texts = list(from_template(path.read_text(encoding="utf-8")))
        except TemplateSyntaxError as error:
            raise ValueError(f"{file}: {error}") from error
        found += [Found(message, file, comment) for message, comment in texts]
    for path in project.python_files(package):
        texts = list(from_python(path.read_bytes()))
        found += [Found(message, project.relative(path), comment) for message, comment in texts]
    return sorted(found, key=lambda text: text.file)


def from_python(source: bytes) -> Iterator[tuple[Message, str]]:
    """Yield each text of a Python file with the comment for translators above it."""
    extracted = babel_extract("python", BytesIO(source), KEYWORDS, [TRANSLATORS])
    for _line, text, comments, context in extracted:
        comment = "\n".join(comments)
        if isinstance(text, tuple):
            yield Message(text[0], text[1], context), comment
        else:
            yield Message(text, None, context), comment


def from_template(source: str) -> Iterator[tuple[Message, str]]:
    """Yield each text of a template with the ``{# Translators: … #}`` before it.

    Raises TemplateSyntaxError where a tag has no text, or not as a literal.
    """
    tokens = iter(Lexer(source).tokenize())
    comment = ""
    for token in tokens:
        if token.token_type is TokenType.COMMENT:
            if token.contents.lstrip().startswith(TRANSLATORS):
                comment = token.contents.strip()
        elif token.token_type is TokenType.VAR:
            for message in _constants(token.contents):
                yield message, comment
                comment = ""
        elif token.token_type is TokenType.BLOCK:
            if token.contents.split(None, 1)[0] == "comment":
                _skip(tokens, "endcomment")
                continue
            for message in _from_tag(token, tokens):
                yield message, comment
                comment = ""


def _from_tag(token: Token, tokens: Iterator[Token]) -> Iterator[Message]:
    """Yield the texts of one tag, and of its block if it is a blocktranslate."""
    name, *bits = smart_split(token.contents)
    if name in UI_TAGS:
        yield read_message(bits[UI_TAGS[name] - 1 :], f"{{% {name} %}}")[0]
    elif name in {"translate", "trans"}:
        yield _translate(bits)
        bits = bits[1:]
    elif name in {"blocktranslate", "blocktrans"}:
        yield _block(bits, tokens)
    for bit in bits:
        match = kwarg_re.match(bit)
        yield from _constants(match[2] if match else bit)


def _constants(expression: str) -> Iterator[Message]:
    """Yield every ``_("…")`` of a filter expression, its arguments included."""
    for match in filter_re.finditer(expression):
        constant = match["constant"] or match["constant_arg"] or ""
        text = literal(constant[2:-1]) if constant.startswith("_(") else None
        if text:
            yield Message(_percent(text))


def _translate(bits: list[str]) -> Message:
    """Read Django's own ``{% translate "…" [context "…"] %}``."""
    match = filter_re.match(bits[0]) if bits else None
    text = literal(match["constant"] or "") if match else None
    if not text:
        raise TemplateSyntaxError("{% translate %} needs its text as a string literal")
    return Message(_percent(text), None, _context(bits))


def _block(bits: list[str], tokens: Iterator[Token]) -> Message:
    """Read a ``{% blocktranslate %}`` up to its end, as Django would look it up."""
    parts: dict[bool, list[str]] = {False: [], True: []}
    plural = False
    for token in tokens:
        if token.token_type is TokenType.TEXT:
            parts[plural].append(_percent(token.contents))
        elif token.token_type is TokenType.VAR:
            parts[plural].append(f"%({token.contents})s")
        elif token.token_type is TokenType.BLOCK:
            if re.fullmatch(r"endblocktrans(late)?", token.contents):
                break
            if token.contents != "plural":
                raise TemplateSyntaxError(f"{{% {token.contents} %}} inside a blocktranslate")
            plural = True
    texts = ["".join(parts[number]) for number in (False, True)]
    if "trimmed" in bits:
        texts = [trim_whitespace(text) for text in texts]
    return Message(texts[0], texts[1] if plural else None, _context(bits))


def _context(bits: list[str]) -> str | None:
    """Return the literal that follows ``context``, if any."""
    return literal(bits[bits.index("context") + 1]) if "context" in bits[:-1] else None


def _percent(text: str) -> str:
    """Double the percent signs, as Django does before it looks a template's text up."""
    return text.replace("%", "%%")


def _skip(tokens: Iterator[Token], end: str) -> None:
    """Move past the block that ``end`` closes."""
    for token in tokens:
        if token.token_type is TokenType.BLOCK and token.contents == end:
            return
