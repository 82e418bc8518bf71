"""A made-up sheet of sent résumés, as somebody might keep it, of any length."""

import csv
from pathlib import Path

HEADINGS = "Company,Position,Date applied,Contact,Contact title,Phone,Email,Notes".split(",")
_AREAS = ("251", "918", "937", "208", "559", "419", "509", "402", "775", "716")


def make(path: Path, rows: int) -> None:
    """A sheet of that many rows, each for another employer, the same for the same number."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for number in range(rows):
            writer.writerow(
                (
                    f"Example Works {number}", "Engineer", f"2026-09-{1 + number % 28:02}",
                    f"Kim Sample{number}", "Director of Engineering",
                    f"+1{_AREAS[number % 10]}55{number % 100_000:05}",
                    f"kim{number}@works{number}.example", f"row {number}",
                )
            )  # fmt: skip
