"""QR codes (ISO/IEC 18004) of pages, for posters and slides."""

from __future__ import annotations

import io
from math import ceil

import segno

#: Modules of empty ground on each side, as the standard asks.
QUIET_ZONE = 4
#: Pixels a side, at least: enough for a poster's corner in print.
PNG_SIDE = 1000
#: A quarter of the code may be dirty or hidden and it is still read.
ERROR_CORRECTION = "q"


def _code(address: str) -> segno.QRCode:
    return segno.make(address, error=ERROR_CORRECTION, boost_error=False, micro=False)


def svg(address: str, *, title: str, description: str, lang: str) -> bytes:
    """Return the code of ``address`` as SVG of any size, which says what it is and in which language."""
    out = io.BytesIO()
    _code(address).save(
        out,
        kind="svg",
        border=QUIET_ZONE,
        dark="#000",
        light="#fff",
        title=title,
        desc=description,
        omitsize=True,
        svgclass=None,
        lineclass=None,
        nl=False,
    )
    # The library writes no language; a screen reader needs it for the two texts.
    return out.getvalue().replace(b"<svg ", f'<svg role="img" xml:lang="{lang}" '.encode(), 1)


def png(address: str) -> bytes:
    """Return the code of ``address`` as a PNG of at least ``PNG_SIDE`` pixels a side."""
    code = _code(address)
    modules = code.symbol_size(border=QUIET_ZONE)[0]
    out = io.BytesIO()
    code.save(out, kind="png", border=QUIET_ZONE, scale=ceil(PNG_SIDE / modules))
    return out.getvalue()
