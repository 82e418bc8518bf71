"""A chart: its table for those who read, its picture for those who look, one sentence for both."""

from dataclasses import dataclass

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Chart:
    """What is shown, in each of its forms.

    ``says`` is the finding in one sentence, ``headings`` and ``rows`` the data as a table (shares
    are between 0 and 1, days ISO dates, None what cannot be told), ``svg`` one SVG element to be
    put into a page; its ids begin with ``key``.
    """

    key: str
    title: str
    says: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    svg: str
