"""A chart in the language of the page: its title, its sentence, its table and its drawing."""

import re
from dataclasses import replace
from html import escape, unescape

from ringback.core.numbers.chart import Cell, Chart
from ringback.doors.tongue import is_english, say

# What stands between two elements of a drawing: each word of it is in one of these.
_WORDS = re.compile(r">([^<>]+)<")


def chart_said(chart: Chart) -> Chart:
    """The same chart with every word of it said again; as it is where the page is in English."""
    if is_english():
        return chart
    return replace(
        chart, title=say(chart.title), says=say(chart.says),
        headings=tuple(say(one) for one in chart.headings),
        rows=tuple(tuple(_cell(one) for one in row) for row in chart.rows),
        svg=_WORDS.sub(lambda found: f">{escape(say(unescape(found[1])))}<", chart.svg),
    )  # fmt: skip


def _cell(cell: Cell) -> Cell:
    return say(cell) if isinstance(cell, str) else cell
