"""Counts as a picture: a bar for each, a second beside it, or a mark where it was meant to be."""

from collections.abc import Sequence
from dataclasses import dataclass

from ringback.core.numbers import svg

_LEFT, _RIGHT = 44, svg.WIDTH - 6
_TOP, _BOTTOM = 12, 160


@dataclass(frozen=True, slots=True)
class Bar:
    """One place on the scale: what is said below it, its value, and the one beside it."""

    name: str
    value: float
    other: float


def beside(
    key: str, title: str, description: str, bars: Sequence[Bar], names: tuple[str, str]
) -> str:
    """Two bars for each place, in percent of the whole: the first is hollow, the other filled."""
    most = max((max(bar.value, bar.other) for bar in bars), default=0) or 1
    wide = (_RIGHT - _LEFT) / max(len(bars), 1)
    parts = _scale(f"{most * 100:.0f} %")
    for index, bar in enumerate(bars):
        left = _LEFT + index * wide
        for side, value in enumerate((bar.value, bar.other)):
            tall = value / most * (_BOTTOM - _TOP)
            x = left + wide * (0.12 + 0.38 * side)
            shape = svg.box(x, _BOTTOM - tall, wide * 0.36, tall, 1 if side else 0.35)
            parts.append(svg.accent(shape) if side else shape)
        parts.append(
            svg.text(left + wide / 2, _BOTTOM + 16, bar.name, anchor="middle", size=svg.SMALL)
        )
    parts += [
        svg.box(_LEFT, _BOTTOM + 30, 12, 12, 0.35),
        svg.text(_LEFT + 18, _BOTTOM + 41, names[0]),
        svg.accent(svg.box(_LEFT, _BOTTOM + 48, 12, 12)),
        svg.text(_LEFT + 18, _BOTTOM + 59, names[1]),
    ]
    return svg.picture(key, title, description, _BOTTOM + 66, parts)


def meant(
    key: str, title: str, description: str, bars: Sequence[Bar], names: tuple[str, str]
) -> str:
    """A bar for each place (``value``), and a line where it was meant to reach (``other``)."""
    most = max((max(bar.value, bar.other) for bar in bars), default=0) or 1
    wide = (_RIGHT - _LEFT) / max(len(bars), 1)
    parts = _scale(f"{most:.0f}")
    for index, bar in enumerate(bars):
        left = _LEFT + index * wide
        tall = bar.value / most * (_BOTTOM - _TOP)
        if tall:
            parts.append(
                svg.accent(svg.box(left + wide * 0.15, _BOTTOM - tall, wide * 0.7, tall, 0.55))
            )
        if bar.other:
            y = _BOTTOM - bar.other / most * (_BOTTOM - _TOP)
            parts.append(svg.line(left + wide * 0.05, y, left + wide * 0.95, y, width=2))
    if bars:
        parts.append(svg.text(_LEFT, _BOTTOM + 16, bars[0].name, size=svg.SMALL))
        parts.append(svg.text(_RIGHT, _BOTTOM + 16, bars[-1].name, anchor="end", size=svg.SMALL))
    parts += [
        svg.accent(svg.box(_LEFT, _BOTTOM + 30, 12, 12, 0.55)),
        svg.text(_LEFT + 18, _BOTTOM + 41, names[0]),
        svg.line(_LEFT, _BOTTOM + 54, _LEFT + 12, _BOTTOM + 54, width=2),
        svg.text(_LEFT + 18, _BOTTOM + 59, names[1]),
    ]
    return svg.picture(key, title, description, _BOTTOM + 66, parts)


def _scale(most: str) -> list[str]:
    return [
        svg.line(_LEFT, _BOTTOM, _RIGHT, _BOTTOM, opacity=svg.FAINT),
        svg.line(_LEFT, _TOP, _RIGHT, _TOP, opacity=svg.FAINT),
        svg.text(_LEFT - 6, _BOTTOM + 4, "0", anchor="end", size=svg.SMALL),
        svg.text(_LEFT - 6, _TOP + 4, most, anchor="end", size=svg.SMALL),
    ]
