"""The year of a date that was written without one, from the dates around it."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from ringback.sources.dates import Orders, Supposed, date_part, read_day, written

_NEAR = timedelta(days=183)


_AROUND = "it fits the rows around"


class Years:
    """Asked row by row, in the file's order, for the years that its dates lack.

    A year is clear where one alone puts the day within half a year of the other days in its row,
    else of the nearest dated rows above and below. Where nothing around has a year, a day is the
    last of its name before the day of reading. Keeps a few bytes for each row.
    """

    def __init__(
        self, orders: Mapping[int, Orders], rows: Iterable[Sequence[str]], read_on: date | None
    ) -> None:
        self._orders = orders
        self._read_on = read_on
        self._days = array("l", (self._dated(cells) for cells in rows))
        self._row = -1
        self._above = 0
        self._below = 0

    def of(self, cells: Sequence[str]) -> dict[int, Supposed]:
        """The year for each column of the next row that lacks one and where it is clear."""
        if not self._days:
            return {}
        self._advance()
        own = self._days[self._row]
        around = [own] if own else [day for day in (self._above, self._day_below()) if day]
        near = [date.fromordinal(day) for day in around]
        found = ((i, self._year(cells[i], i, near)) for i in self._orders if i < len(cells))
        return {index: year for index, year in found if year}

    def _dated(self, cells: Sequence[str]) -> int:
        for index, orders in self._orders.items():
            if index < len(cells) and (day := read_day(date_part(cells[index]), orders).day):
                return day.toordinal()
        return 0

    def _advance(self) -> None:
        if self._row >= 0 and self._days[self._row]:
            self._above = self._days[self._row]
        self._row += 1

    def _day_below(self) -> int:
        self._below = max(self._below, self._row + 1)
        while self._below < len(self._days) and not self._days[self._below]:
            self._below += 1
        return self._days[self._below] if self._below < len(self._days) else 0

    def _year(self, text: str, column: int, near: Sequence[date]) -> Supposed | None:
        part = date_part(text)
        found = written(part)
        if found is None or found.year is not None:
            return None
        if not near:
            return self._before_reading(part, self._orders[column])
        fitting = set()
        for year in {day.year + step for day in near for step in (-1, 0, 1)}:
            meant = read_day(part, self._orders[column], Supposed(year, "")).day
            if meant and all(abs(meant - day) <= _NEAR for day in near):
                fitting.add(year)
        return Supposed(fitting.pop(), _AROUND) if len(fitting) == 1 else None

    def _before_reading(self, text: str, orders: Orders) -> Supposed | None:
        if self._read_on is None:
            return None
        why = f"it is the last before {self._read_on}, when the sheet was read"
        for year in (self._read_on.year, self._read_on.year - 1):
            supposed = Supposed(year, why)
            meant = read_day(text, orders, supposed).day
            if meant and meant <= self._read_on:
                return supposed
        return None
