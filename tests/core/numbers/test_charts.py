"""Charts: pictures that are well-formed, say what they show, and take the colours of their page."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from xml.parsers import expat

import pytest

from ringback.core.numbers import svg
from ringback.core.numbers.chart import Chart
from ringback.core.numbers.charts import (
    coverage_chart,
    funnel_chart,
    plan_chart,
    reach_chart,
    silence_chart,
)
from ringback.core.numbers.course import Followed, course
from ringback.core.numbers.funnel import Funnel
from ringback.core.numbers.planned import plan_and_done
from ringback.core.numbers.slots import Dial, slots
from ringback.core.numbers.survival import Wait, silence
from ringback.core.workdays import Half

DAY = date(2026, 10, 5)


@dataclass
class Node:
    """One element of a picture, with the text that stands in it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Picture:
    """All elements of a well-formed picture, in order."""

    nodes: list[Node] = field(default_factory=list)

    @classmethod
    def of(cls, svg: str) -> "Picture":
        picture = cls()
        parser = expat.ParserCreate()
        parser.StartElementHandler = picture.begun
        parser.CharacterDataHandler = picture.said
        parser.Parse(svg, True)
        return picture

    def begun(self, tag: str, attributes: dict[str, str]) -> None:
        self.nodes.append(Node(tag, attributes))

    def said(self, text: str) -> None:
        self.nodes[-1].text += text


def some_charts(times: int) -> list[Chart]:
    """Every chart, of so many times a small search; of an empty one for 0."""
    one = Followed(DAY, DAY, DAY + timedelta(3), DAY + timedelta(4), DAY + timedelta(3))
    missed = Followed(DAY, DAY, DAY + timedelta(3), DAY + timedelta(4), None)
    return [
        funnel_chart(Funnel(
            sent=25 * times, due=20 * times, followed=18 * times, answered=9 * times,
            dials=45 * times, bad_numbers=times, conversations=6 * times, led_on=2 * times,
            interviews=3 * times, interviews_of_sent=2 * times, offers=times,
            offers_of_interviewed=times,
        )),
        coverage_chart(course([one, missed] * times, DAY + timedelta(20))),
        silence_chart(silence([Wait(day, day % 3 == 0) for day in range(40)] * times)),
        reach_chart(slots([Dial(d % 5, Half.MORNING, d % 7 == 0) for d in range(50 * times)])),
        plan_chart(plan_and_done({DAY: 3} if times else {}, DAY, DAY + timedelta(13),
                                 weekdays=(0, 2), a_day=2 * times, days_off=())),
    ]  # fmt: skip


CHARTS = [*some_charts(0), *some_charts(1), *some_charts(9)]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_a_picture_says_what_it_shows(chart: Chart) -> None:
    root, *inner = Picture.of(chart.svg).nodes
    assert root.tag == "svg"
    assert root.attributes["role"] == "img"
    by_id = {node.attributes["id"]: node.text for node in inner if "id" in node.attributes}
    said = [by_id[name] for name in root.attributes["aria-labelledby"].split()]
    assert said[0] == chart.title
    assert said[1].startswith(chart.says)
    assert all(name.startswith(chart.key) for name in by_id)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_a_picture_takes_the_colours_of_its_page(chart: Chart) -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb|style=|<script|black|white", chart.svg) == []
    strokes = set(re.findall(r'(?:stroke|fill)="([^"]+)"', chart.svg))
    assert strokes <= {"currentColor", "none"}


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_nothing_is_drawn_outside_the_picture(chart: Chart) -> None:
    root, *inner = Picture.of(chart.svg).nodes
    _, _, width, height = map(float, root.attributes["viewBox"].split())
    for node in inner:
        for most, names in ((width, ("x", "x1", "x2", "cx")), (height, ("y", "y1", "y2", "cy"))):
            placed = [float(node.attributes[name]) for name in names if name in node.attributes]
            assert all(0 <= place <= most for place in placed), node


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_each_row_of_the_table_fits_its_headings(chart: Chart) -> None:
    assert all(len(row) == len(chart.headings) for row in chart.rows)


def test_what_is_not_told_has_no_share_in_the_table_and_no_dot() -> None:
    (reach,) = [chart for chart in some_charts(2) if chart.key == "reach"]
    shares = {row[0]: row[3] for row in reach.rows}
    assert shares["Monday morning"] is not None
    assert shares["Monday afternoon"] is None
    assert reach.svg.count("<circle") == sum(share is not None for share in shares.values())


def test_a_name_cannot_break_out_of_the_picture() -> None:
    assert "<b>" not in svg.picture("k", "<b>", "a & b", 10, [svg.text(0, 0, "<b>&")])
