"""Pictures as SVG: one element with a title and a description, in the colours of its page.

Everything is drawn in ``currentColor``, so it is right in light, in dark and on paper; a page may
give the class ``chart-accent`` a colour of its own. There are no inline styles and no scripts.
"""

from collections.abc import Iterable
from html import escape

WIDTH = 420
TEXT = 13
SMALL = 11
FAINT = 0.25
BAND = 0.18


def picture(key: str, title: str, description: str, height: float, parts: Iterable[str]) -> str:
    """The element itself; screen readers are told the title and the description."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" '
        f'aria-labelledby="{key}-title {key}-desc" viewBox="0 0 {WIDTH} {number(height)}" '
        f'width="{WIDTH}" height="{number(height)}" fill="currentColor" '
        f'font-family="system-ui, sans-serif" font-size="{TEXT}">'
        f'<title id="{key}-title">{escape(title)}</title>'
        f'<desc id="{key}-desc">{escape(description)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def text(x: float, y: float, words: str, *, anchor: str = "start", size: int = TEXT) -> str:
    """Words whose base line begins (or, by ``anchor``, ends or is centred) at a point."""
    shown = f' font-size="{size}"' if size != TEXT else ""
    where = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{number(x)}" y="{number(y)}"{where}{shown}>{escape(words)}</text>'


def line(
    x1: float, y1: float, x2: float, y2: float, *,
    width: float = 1, opacity: float = 1, dash: str = "", round_ends: bool = False,
) -> str:  # fmt: skip
    more = f' stroke-opacity="{number(opacity)}"' if opacity < 1 else ""
    more += f' stroke-dasharray="{dash}"' if dash else ""
    more += ' stroke-linecap="round"' if round_ends else ""
    return (
        f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" '
        f'stroke="currentColor" stroke-width="{number(width)}"{more}/>'
    )


def path(points: Iterable[tuple[float, float]], *, dash: str = "", width: float = 2) -> str:
    """A line through points, not filled."""
    more = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{_through(points)}" fill="none" stroke="currentColor" '
        f'stroke-width="{number(width)}" stroke-linejoin="round"{more}/>'
    )


def area(points: Iterable[tuple[float, float]], opacity: float = BAND) -> str:
    """A filled shape without an outline."""
    return f'<path d="{_through(points)}Z" fill-opacity="{number(opacity)}"/>'


def dot(x: float, y: float, radius: float = 4) -> str:
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>'


def box(x: float, y: float, width: float, height: float, opacity: float = 1) -> str:
    more = f' fill-opacity="{number(opacity)}"' if opacity < 1 else ""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" '
        f'height="{number(height)}"{more}/>'
    )


def accent(*parts: str) -> str:
    """What the page may show in its own colour."""
    return f'<g class="chart-accent">{"".join(parts)}</g>'


def number(value: float) -> str:
    """A length as short as it can be said."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _through(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
