"""Charts as files."""

from ringback.core.numbers.chart import Chart
from ringback.desk.archive.sheets import table_csv


def chart_csv(chart: Chart) -> bytes:
    """The table of a chart as CSV in UTF-8; no cell of it is taken for a formula."""
    return table_csv(chart.headings, chart.rows)
