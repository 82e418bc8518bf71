"""A number as a QR code to scan with the phone, two rows of dots in each line of text."""

import segno

from ringback.core.phones import tel_uri

# Light border around a code: two modules are enough for phones on a screen, four are the norm.
BORDER = 2
_BLOCKS = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


def qr_lines(e164: str, *, inked: bool, plain: bool = False) -> list[str]:
    """The lines of the code. ``inked`` draws what is dark, to be shown black on white.

    Otherwise what is light is drawn, for a light text on a dark ground. ``plain`` draws each dot
    with two characters of ASCII. An extension is not in it: phones disagree on how to dial one.
    """
    code = segno.make(tel_uri(e164), error="m", boost_error=False, micro=False)
    rows = [[bool(dark) is inked for dark in row] for row in code.matrix_iter(border=BORDER)]
    if plain:
        return ["".join("##" if drawn else "  " for drawn in row) for row in rows]
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    return [
        "".join(_BLOCKS[upper, lower] for upper, lower in zip(*pair, strict=True))
        for pair in zip(rows[::2], rows[1::2], strict=True)
    ]
