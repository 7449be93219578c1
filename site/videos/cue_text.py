"""The text of one caption: WebVTT's own few tags are kept, everything else is text or is refused.

What comes out is written anew from what was understood, so that a browser, a translator and our
templates read the same: known tags, ``&``, ``<`` and ``>`` of the text as references, nothing else.
Every function takes time in proportion to the length of its input, whatever the input.

Source: W3C WebVTT, sections 3.3 (WebVTT cue text), 6.4 and 6.5 (cue text parsing).
"""

from __future__ import annotations

import re
from html.entities import html5

#: Tags of cue text. Those of the second set say something of their own after the name.
TAGS = frozenset({"c", "i", "b", "u", "v", "lang", "ruby", "rt"})
_ANNOTATED = frozenset({"v", "lang"})
#: Tags inside tags; whoever writes more of them means no caption.
DEEPEST = 20

# No pattern below may be read in two ways, and none looks past the next "<": that keeps them linear.
_PIECE = re.compile(r"<([^<>]*)>|<")
_TAG = re.compile(r"(/?)([A-Za-z][A-Za-z0-9]*)((?:\.[^\s.]*)*)(?:\s(.*))?/?", re.DOTALL)
#: What makes a "<" the beginning of a tag for an HTML parser; any other is only a sign.
_BEGINS_TAG = re.compile(r"[A-Za-z/!?]")
_TIME = re.compile(r"(?:[0-9]{2,4}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3}")
_CLASS = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,40}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
#: C0 and C1 controls but the line end, and the line ends that only some programs know.
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_BLANKS = re.compile(r"[ \t\u3000]+")


class ForeignTagError(ValueError):
    """Cue text holds a tag that is none of WebVTT's, or one that has no end.

    ``tag`` is what stands in it, cut short.
    """

    def __init__(self, tag: str, *, unfinished: bool = False) -> None:
        super().__init__(tag)
        self.tag = trimmed(tag).replace("\n", " ")[:20]
        self.unfinished = unfinished


def clean(payload: str) -> str:
    """Return cue text as WebVTT writes it, its lines trimmed and its empty lines gone.

    A tag nobody closed is closed at the end, but for a voice that speaks to the end (section 3.3
    lets that be); one that nobody opened is dropped. A ``<`` that begins no tag is text. Raises
    ForeignTagError for a tag that is none of WebVTT's.
    """
    out: list[str] = []
    unclosed: list[str] = []
    position = 0
    for piece in _PIECE.finditer(payload):
        out.append(escape(unescape(payload[position : piece.start()])))
        out.append(_piece(piece[0], piece[1], unclosed, payload[piece.end() : piece.end() + 20]))
        position = piece.end()
    out.append(escape(unescape(payload[position:])))
    out += [f"</{name}>" for name in reversed(unclosed) if name != "v"]
    return trimmed("".join(out))


def _piece(whole: str, inside: str | None, unclosed: list[str], after: str) -> str:
    """Return what a tag, or a lone ``<``, is written as; keep the list of open tags."""
    if inside is None:
        if _BEGINS_TAG.match(after):
            raise ForeignTagError(after, unfinished=True)
        return "&lt;"
    if _TIME.fullmatch(inside):
        return whole
    if not _BEGINS_TAG.match(inside):
        return escape(unescape(whole))
    found = _TAG.fullmatch(inside)
    name = found[2].lower() if found else ""
    if found is None or name not in TAGS:
        raise ForeignTagError(inside)
    if found[1]:
        return _closed(name, unclosed)
    said = annotation(unescape(found[4] or ""))
    says_nothing = name in _ANNOTATED and not said
    is_no_language = name == "lang" and not _LANGUAGE.fullmatch(said)
    if says_nothing or is_no_language or len(unclosed) == DEEPEST:
        return ""
    if name not in _ANNOTATED:
        said = ""
    unclosed.append(name)
    classes = "".join(f".{part}" for part in found[3].split(".") if _CLASS.fullmatch(part))
    return f"<{name}{classes}{' ' if said else ''}{escape(said)}>"


def _closed(name: str, unclosed: list[str]) -> str:
    """Return the end tags that end ``name``, innermost first; none if it is not open."""
    if name not in unclosed:
        return ""
    ends = []
    while unclosed:
        last = unclosed.pop()
        ends.append(f"</{last}>")
        if last == name:
            break
    return "".join(ends)


def escape(text: str) -> str:
    """Return plain text as cue text: what would be markup stands as references."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """Return text with its character references resolved, controls and line ends they hide as blanks."""
    return _REFERENCE.sub(_character, text)


def _character(reference: re.Match[str]) -> str:
    decimal, hexadecimal, name = reference.groups()
    if name:
        return _CONTROLS.sub(" ", html5.get(f"{name};", reference[0]).replace("\n", " "))
    number = int(decimal) if decimal else int(hexadecimal, 16)
    if number < 32 or 0x7F <= number < 0xA0 or 0xD800 <= number < 0xE000 or number > 0x10FFFF:
        return " "
    return chr(number)


def trimmed(text: str) -> str:
    """Return lines without controls and with single blanks; empty lines, which end a caption, go."""
    lines = (_BLANKS.sub(" ", _CONTROLS.sub(" ", line)).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def annotation(text: str) -> str:
    """Return what a tag says of itself, such as a speaker's name, in one line."""
    return trimmed(text).replace("\n", " ").replace(">", "").strip()


def plain(payload: str) -> str:
    """Return cue text without its tags and with its references resolved, line by line."""
    return trimmed(unescape(_PIECE.sub(lambda piece: "" if piece[1] else piece[0], payload)))


# SubRip -------------------------------------------------------------------------------------------

#: What SubRip files say of looks, in HTML's words or those of Advanced SubStation; it is dropped.
_LOOKS = re.compile(r"</?(?:font|span|strike|s|p|div|em|strong)\b[^<>\n]*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_OVERRIDE = re.compile(r"\{\\[^{}\n]*\}")
_BRACED = re.compile(r"\{(/?)([biu])\}", re.IGNORECASE)
_PLACE = re.compile(r"\{\\an([1-9])\}")


def from_subrip(text: str) -> tuple[str, str]:
    """Return the text of a SubRip caption as WebVTT's, and the cue settings its place asks for.

    ``<i>``, ``<b>`` and ``<u>`` stay, colours and fonts go; ``{\\an7}`` to ``{\\an9}`` put a caption
    to the top, ``{\\an4}`` to ``{\\an6}`` to the middle. Any other tag is left for ``clean``.
    """
    place = _PLACE.search(text)
    number = int(place[1]) if place else 2
    settings = "line:0" if number >= 7 else "line:50%" if number >= 4 else ""
    text = _OVERRIDE.sub("", text)
    text = _BRACED.sub(r"<\1\2>", text)
    text = _BREAK.sub("\n", text)
    return _LOOKS.sub("", text), settings
