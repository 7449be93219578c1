"""Interface texts that never pass for another language (registered as template builtins).

A page in Arabic may stand on a site whose interface is translated into Finnish, Swedish and
English only. Django would then print Finnish words inside ``<html lang="ar" dir="rtl">``, and
a screen reader would read them as Arabic. These tags know where a text came from::

    {% ui "Read more" %}                                     text, or <span lang="fi" dir="ltr">
    {% ui "Page %(number)s of %(total)s" number=n total=t %}
    {% ui "%(count)s result" plural "%(count)s results" count=n %}
    {% ui "May" context "month in a calendar" %}
    {% ui_text "Close" as close %}                           no markup: attributes, title, JSON
    {% ui_lang "Close" as close_lang %}                      the lang of that text
    {% in_language "sv" "This page is not available in Swedish" as notice %}

Every form takes ``as name``. What ``ui_text`` and ``in_language`` store is a string with
``.lang`` and ``.direction``. The texts are literals, so that ``messages`` can find them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from django import template
from django.template.base import FilterExpression, Node, Parser, Token, kwarg_re
from django.template.context import Context
from django.template.exceptions import TemplateSyntaxError
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.text import smart_split, unescape_string_literal
from django.utils.translation import get_language

from core.languages import Message, say, say_html, tag_of

register = template.Library()

Kind = Literal["html", "text", "lang"]


@dataclass(slots=True)
class Phrase:
    """What stands between the braces: the message, its values and the name to store it under."""

    message: Message
    values: dict[str, FilterExpression] = field(default_factory=dict)
    name: str | None = None


def literal(bit: str) -> str | None:
    """Return the text of a quoted string literal, None if ``bit`` is anything else."""
    if len(bit) >= 2 and bit[0] == bit[-1] and bit[0] in "\"'":
        return unescape_string_literal(bit)
    return None


def read_message(bits: list[str], where: str) -> tuple[Message, list[str], str | None]:
    """Read ``"msgid" [plural "…"] [context "…"] [name=value …] [as name]``.

    Returns the message, the ``name=value`` bits and the name after ``as``. Shared by the tags
    and by the extraction of messages, so both read the same grammar. Raises
    TemplateSyntaxError, naming ``where``, for anything else.
    """
    texts: dict[str, str] = {}
    values: list[str] = []
    name: str | None = None
    msgid = literal(bits[0]) if bits else None
    if not msgid:
        raise TemplateSyntaxError(f"{where} needs its text as a string literal")
    rest = iter(bits[1:])
    for bit in rest:
        if bit in ("plural", "context"):
            text = literal(next(rest, ""))
            if text is None:
                raise TemplateSyntaxError(f"{where}: {bit} needs a string literal")
            texts[bit] = text
        elif bit == "as":
            name = next(rest, None)
            if name is None or next(rest, None) is not None:
                raise TemplateSyntaxError(f"{where}: one name, and nothing else, follows 'as'")
        elif "=" in bit:
            values.append(bit)
        else:
            raise TemplateSyntaxError(f"{where}: {bit!r} was not expected")
    return Message(msgid, texts.get("plural"), texts.get("context")), values, name


def _phrase(parser: Parser, bits: list[str], tag: str) -> Phrase:
    """Compile the bits that follow the tag's name."""
    message, pairs, name = read_message(bits, f"{{% {tag} %}}")
    values: dict[str, FilterExpression] = {}
    for pair in pairs:
        match = kwarg_re.match(pair)
        if match is None or not match[1]:
            raise TemplateSyntaxError(f"{{% {tag} %}}: {pair!r} is not name=value")
        values[match[1]] = parser.compile_filter(match[2])
    if message.plural is not None and "count" not in values:
        raise TemplateSyntaxError(f"{{% {tag} %}}: a plural text needs count=…")
    return Phrase(message, values, name)


@dataclass(eq=False)
class UiNode(Node):
    """One interface text of the page, in the language ``code`` or the active one."""

    kind: Kind
    phrase: Phrase
    code: FilterExpression | None = None

    def render(self, context: Context) -> SafeString:
        """Return the text, or store it when the tag says ``as name``."""
        code = str(self.code.resolve(context)) if self.code else get_language()
        values = {name: value.resolve(context) for name, value in self.phrase.values.items()}
        output = self._say(code, values)
        if self.phrase.name is not None:
            context[self.phrase.name] = output
            return SafeString("")
        return conditional_escape(output) if context.autoescape else SafeString(output)

    def _say(self, code: str | None, values: Mapping[str, object]) -> str:
        if self.kind == "html":
            return say_html(self.phrase.message, code, values)
        text = say(self.phrase.message, code, values)
        return text.lang if self.kind == "lang" else text


def _bits(token: Token) -> tuple[str, list[str]]:
    """Split a tag into its name and its bits, leaving ``_("…")`` whole."""
    tag, *bits = smart_split(token.contents)
    return tag, bits


@register.tag("ui")
def do_ui(parser: Parser, token: Token) -> UiNode:
    """``{% ui "…" %}``: an interface text as HTML, marked with its language if it fell back."""
    tag, bits = _bits(token)
    return UiNode("html", _phrase(parser, bits, tag))


@register.tag("ui_text")
def do_ui_text(parser: Parser, token: Token) -> UiNode:
    """``{% ui_text "…" %}``: an interface text without markup, for attributes and titles."""
    tag, bits = _bits(token)
    return UiNode("text", _phrase(parser, bits, tag))


@register.tag("ui_lang")
def do_ui_lang(parser: Parser, token: Token) -> UiNode:
    """``{% ui_lang "…" %}``: the HTML ``lang`` that the interface text would be in."""
    tag, bits = _bits(token)
    return UiNode("lang", _phrase(parser, bits, tag))


@register.tag("in_language")
def do_in_language(parser: Parser, token: Token) -> UiNode:
    """``{% in_language code "…" %}``: an interface text in a language other than the page's."""
    tag, bits = _bits(token)
    if len(bits) < 2:
        raise TemplateSyntaxError(f"{{% {tag} %}} needs a language code and a text")
    return UiNode("text", _phrase(parser, bits[1:], tag), parser.compile_filter(bits[0]))


@register.filter("html_lang")
def html_lang_filter(code: str) -> str:
    """``{{ code|html_lang }}``: the BCP 47 tag for the ``lang`` attribute."""
    return tag_of(code)
