"""Courses as a picture: shares from none to all over days, as lines, as steps, as a band."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ringback.core.numbers import svg

_LEFT, _RIGHT = 44, svg.WIDTH - 10
_TOP, _BOTTOM = 10, 170
_HEIGHT = 226

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Course:
    """One line: its name, and its points (how far along, from 0 to 1; the share)."""

    name: str
    points: tuple[Point, ...]
    dashed: bool = False


def lines(
    key: str, title: str, description: str, courses: Iterable[Course], ends: tuple[str, str]
) -> str:
    """Lines through points, with a legend; ``ends`` are said below the two ends of the scale."""
    known = list(courses)
    parts = _frame(ends)
    for index, one in enumerate(known):
        dash = "5 4" if one.dashed else ""
        drawn = [_place(*point) for point in one.points]
        marks = [svg.dot(x, y, 3) for x, y in drawn] if not one.dashed else []
        shape = svg.path(drawn, dash=dash) if len(drawn) > 1 else ""
        parts.append(shape + "".join(marks) if one.dashed else svg.accent(shape, *marks))
        parts += _legend(index, one)
    return svg.picture(key, title, description, _HEIGHT + 18 * (len(known) - 1), parts)


def steps(
    key: str,
    title: str,
    description: str,
    points: Sequence[tuple[float, float, float, float]],
    ends: tuple[str, str],
) -> str:
    """A falling curve in steps with its interval as a band.

    The points are (how far along, share, low, high); the curve begins with all.
    """
    middle = _stepped([(x, share) for x, share, _, _ in points])
    upper = _stepped([(x, high) for x, _, _, high in points])
    lower = _stepped([(x, low) for x, _, low, _ in points])
    band = [_place(*point) for point in (*upper, *reversed(lower))]
    curve = [_place(*point) for point in middle]
    parts = [*_frame(ends), svg.accent(svg.area(band), svg.path(curve))]
    parts += _legend(0, Course("no answer yet, with its 80 % interval", ()))
    return svg.picture(key, title, description, _HEIGHT, parts)


def _stepped(points: Sequence[Point]) -> list[Point]:
    found: list[Point] = [(0.0, 1.0)]
    for x, share in points:
        found += [(x, found[-1][1]), (x, share)]
    return [*found, (1.0, found[-1][1])]


def _frame(ends: tuple[str, str]) -> list[str]:
    parts = []
    for share in (0, 0.5, 1):
        y = _place(0, share)[1]
        parts.append(svg.line(_LEFT, y, _RIGHT, y, opacity=svg.FAINT))
        parts.append(
            svg.text(_LEFT - 6, y + 4, f"{share * 100:.0f} %", anchor="end", size=svg.SMALL)
        )
    parts.append(svg.text(_LEFT, _BOTTOM + 18, ends[0], size=svg.SMALL))
    parts.append(svg.text(_RIGHT, _BOTTOM + 18, ends[1], anchor="end", size=svg.SMALL))
    return parts


def _legend(index: int, one: Course) -> list[str]:
    y = _BOTTOM + 40 + 18 * index
    sample = svg.line(_LEFT, y - 4, _LEFT + 24, y - 4, width=2, dash="5 4" if one.dashed else "")
    return [sample if one.dashed else svg.accent(sample), svg.text(_LEFT + 32, y, one.name)]


def _place(along: float, share: float) -> Point:
    return _LEFT + along * (_RIGHT - _LEFT), _BOTTOM - share * (_BOTTOM - _TOP)
