"""Rates as a picture: one row each, its interval as a bar, its share as a dot where it is told."""

from collections.abc import Iterable

from ringback.core.numbers import svg
from ringback.core.numbers.rates import Rate

_ROW = 44
_LEFT, _RIGHT = 8, svg.WIDTH - 8


def intervals(key: str, title: str, description: str, rows: Iterable[tuple[str, Rate]]) -> str:
    """A scale from none to all, with a row for each named rate."""
    parts: list[str] = []
    top = 0.0
    for name, rate in rows:
        parts += _row(top, name, rate)
        top += _ROW
    for share in (0, 0.25, 0.5, 0.75, 1):
        anchor = "start" if share == 0 else "end" if share == 1 else "middle"
        x = _at(share) + (-_LEFT if share == 0 else _LEFT if share == 1 else 0)
        parts.append(svg.text(x, top + 14, f"{share * 100:.0f} %", anchor=anchor, size=svg.SMALL))
    return svg.picture(key, title, description, top + 20, parts)


def _row(top: float, name: str, rate: Rate) -> list[str]:
    middle = top + 28
    low, high = rate.interval
    told = rate.is_told and rate.share is not None
    cases = f"{rate.done} of {rate.of}"
    said = f"{cases}: {rate.says.partition(' (')[0]}" if told else _untold(rate)
    parts = [
        svg.text(0, top + 14, name),
        svg.text(svg.WIDTH, top + 14, said, anchor="end"),
        svg.line(_at(0), middle, _at(1), middle, opacity=svg.FAINT),
    ]
    if told and rate.share is not None:
        bar = svg.line(_at(low), middle, _at(high), middle, width=7, opacity=0.4, round_ends=True)
        parts.append(svg.accent(bar, svg.dot(_at(rate.share), middle, 5)))
    elif rate.of:
        parts.append(svg.line(_at(low), middle, _at(high), middle, width=2, dash="2 4"))
    return parts


def _untold(rate: Rate) -> str:
    return f"{rate.done} of {rate.of}: cannot tell yet" if rate.of else "cannot tell yet"


def _at(share: float) -> float:
    return _LEFT + share * (_RIGHT - _LEFT)
