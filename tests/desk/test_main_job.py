"""The main job on real input: three kept sheets, held against tables reckoned by hand beside them.

It is Monday 23 November 2026, 9:00 in Columbus, Ohio; Thursday is Thanksgiving. The tables are
``tests/data/expected_*.tsv``, one line of reasoning a row.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ringback.book.imports import ImportRow
from ringback.book.openings import Opening, Step
from ringback.book.parties import Route
from ringback.core.outcomes import BY_WORD
from ringback.core.touches import Kind
from ringback.desk.calls import Told, log_call
from ringback.desk.checking import look_over
from ringback.desk.day import Today
from ringback.desk.desk import Desk
from ringback.desk.imports import Report, import_file, refused_rows
from ringback.desk.searches import start_search, tell_about_seeker
from ringback.desk.sending import gaps
from ringback.desk.today import today
from ringback.sources.source import ReadOptions

DATA = Path(__file__).parents[1] / "data"
OHIO = ZoneInfo("America/New_York")
MONDAY = date(2026, 11, 23)
DAYS = tuple(
    date(2026, *day)
    for day in (
        (11, 23), (11, 24), (11, 25), (11, 27), (11, 30), (12, 1), (12, 2), (12, 3), (12, 4),
        (12, 7),
    )
)  # fmt: skip
SHEETS = {
    "online_sheet": "online_sheet.csv",
    "hand_kept": "hand_kept.xlsx",
    "notion_export": "notion_export.zip",
}
NO_STEP = ("closed", "known", "refused")

pytestmark = pytest.mark.django_db


def morning(day: date, clock: time = time(9)) -> datetime:
    return datetime.combine(day, clock, OHIO).astimezone(UTC)


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    with (DATA / f"expected_{name}.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@dataclass(frozen=True)
class Imported:
    """A sheet in a fresh search, and which opening each of its rows became."""

    desk: Desk
    report: Report
    rows: dict[str, int]

    def on(self, day: date, clock: time = time(9)) -> Desk:
        return Desk(self.desk.search, morning(day, clock))

    def opening(self, row: str) -> Opening:
        return Opening.objects.select_related("employer").get(pk=self.rows[row])


def a_seeker(name: str = "columbus", now: datetime | None = None) -> Desk:
    return tell_about_seeker(
        start_search(name, now or morning(MONDAY)),
        name="Pat Doe", country="US", region="OH", zone="America/New_York",
    )  # fmt: skip


def taken_in(path: Path) -> Imported:
    desk = a_seeker()
    report = import_file(desk, path, ReadOptions())
    kept = ImportRow.objects.filter(of_id=report.import_id, opening_id__isnull=False)
    rows = {
        where.rpartition(", ")[2]: opening
        for where, opening in kept.values_list("where", "opening_id")
        if opening is not None
    }
    return Imported(desk, report, rows)


@pytest.fixture(params=SHEETS)
def sheet(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def imported(sheet: str) -> Imported:
    return taken_in(DATA / SHEETS[sheet])


def lines(day: Today) -> tuple[set[int], set[int]]:
    """The openings that can be worked on, and those that must wait."""
    now = {item.row.opening for item in (day.first, *day.then) if item is not None}
    return now, {item.row.opening for item in day.waiting}


def with_steps(sheet: str) -> Iterator[dict[str, str]]:
    return (row for row in table(sheet) if row["step"] not in NO_STEP)


def test_every_row_becomes_what_a_person_would_make_of_it(imported: Imported, sheet: str) -> None:
    became = {line.where.rpartition(", ")[2]: line.became for line in imported.report.lines}
    expected = {
        row["row"]: row["step"] if row["step"] in ("known", "refused") else "created"
        for row in table(sheet)
    }
    assert became == expected


def test_broken_rows_are_named_with_line_and_reason_and_kept(
    imported: Imported, sheet: str
) -> None:
    kept = {row.where.rpartition(", ")[2]: row for row in refused_rows(imported.desk)}
    assert set(kept) == {row["row"] for row in table(sheet) if row["step"] == "refused"}
    for row in kept.values():
        assert row.reason
        assert any(row.cells)


def test_the_gate_lists_who_has_no_manager_and_no_number(imported: Imported, sheet: str) -> None:
    found = {gate.opening.pk: gate.missing[0].gap.value for gate in gaps(imported.desk)}
    expected = {imported.rows[row["row"]]: row["gap"] for row in table(sheet) if row["gap"]}
    assert found == expected


def test_every_opening_has_the_step_that_was_reckoned_by_hand(
    imported: Imported, sheet: str
) -> None:
    found = {
        step.opening_id: (
            step.kind, step.day.isoformat(), step.person.name if step.person else "",
            step.route.value if step.route else "",
        )
        for step in Step.objects.select_related("person", "route")
    }  # fmt: skip
    expected = {
        imported.rows[row["row"]]: (row["step"], row["day"], row["whom"], row["number"])
        for row in with_steps(sheet)
    }
    assert found == expected
    closed = {imported.rows[row["row"]] for row in table(sheet) if row["step"] == "closed"}
    assert set(Opening.objects.filter(stage="closed").values_list("pk", flat=True)) == closed
    assert look_over(imported.desk) == []


def test_today_is_right_for_ten_business_days_while_nothing_is_done(
    imported: Imported, sheet: str
) -> None:
    for day in DAYS:
        due = [row for row in with_steps(sheet) if date.fromisoformat(row["day"]) <= day]
        wait = {imported.rows[row["row"]] for row in due if must_wait(row["friday"], day)}
        now, waiting = lines(today(imported.on(day)))
        assert waiting == wait, day
        assert now == {imported.rows[row["row"]] for row in due} - wait, day


def must_wait(friday: str, day: date) -> bool:
    """On the Friday after Thanksgiving where it is a holiday; on every Friday in Germany."""
    return (friday == "waits" and day.weekday() == 4) or (
        friday == "holiday" and day == date(2026, 11, 27)
    )


def test_on_thanksgiving_only_those_abroad_can_be_called(imported: Imported) -> None:
    now, _ = lines(today(imported.on(date(2026, 11, 26))))
    calls = Step.objects.filter(opening__in=now, kind__in=("call", "ask receptionist"))
    abroad = calls.values_list("opening__employer__country", flat=True)
    assert set(abroad) <= {"DE", "GB"}
    assert calls.exists()


def test_each_outcome_sets_the_step_that_was_reckoned_by_hand(
    imported: Imported, sheet: str
) -> None:
    steps = {imported.rows[row["row"]]: date.fromisoformat(row["day"]) for row in with_steps(sheet)}
    answers = [row for row in table("answers") if row["sheet"] == sheet]
    for day in DAYS:
        seen = lines(today(imported.on(day)))
        due = {pk for pk, on in steps.items() if on <= day}
        assert {pk for pk in seen[0] | seen[1] if pk in imported.rows.values()} == due, day
        for row in sorted(answers, key=lambda row: row["at"]):
            if row["at"][:10] != day.isoformat():
                continue
            opening = imported.opening(row["row"])
            clock = time.fromisoformat(row["at"][11:])
            assert opening.pk in seen[0], row
            step = answer(imported.on(day, clock), opening, row)
            if row["step"] == "closed":
                assert step is None, row
                del steps[opening.pk]
                continue
            assert step is not None, row
            assert (step.kind, step.day.isoformat()) == (row["step"], row["day"]), row
            steps[opening.pk] = step.day
    assert look_over(imported.on(DAYS[-1])) == []


def answer(desk: Desk, opening: Opening, row: dict[str, str]) -> Step | None:
    """Log the call that a line of the table tells of."""
    outcome, told = BY_WORD[row["outcome"]], row["told"]
    moment = day = None
    name = employer = ""
    if "moment" in outcome.needs:
        moment = datetime.fromisoformat(told).replace(tzinfo=OHIO).astimezone(UTC)
    elif "person" in outcome.needs:
        name, _, employer = told.partition(" at ")
    elif told:
        day = date.fromisoformat(told)
    return log_call(
        desk, opening, outcome, moment=moment, day=day, told=Told(name=name, employer=employer)
    ).step


def test_importing_twice_changes_nothing(imported: Imported, sheet: str) -> None:
    before = list(Step.objects.values_list("opening_id", "kind", "day").order_by("pk"))
    later = Desk(imported.desk.search, imported.desk.now + timedelta(days=3))
    again = import_file(later, DATA / SHEETS[sheet], ReadOptions())
    assert (again.created, again.updated) == (0, 0)
    assert again.rows == imported.report.rows
    assert list(Step.objects.values_list("opening_id", "kind", "day").order_by("pk")) == before
    assert imported.desk.search.touch_set.filter(logged_at__gt=imported.desk.now).count() == 0
    assert imported.desk.search.touch_set.filter(kind=Kind.ADDED).count() == len(
        set(imported.rows.values())
    )


@pytest.mark.parametrize("row", table("trackers"), ids=lambda row: str(row["file"]))
def test_every_known_tracker_is_taken_in_as_reckoned_by_hand(row: dict[str, str]) -> None:
    desk = a_seeker()
    report = import_file(desk, DATA / "trackers" / row["file"], ReadOptions())
    assert report.source == row["source"]
    assert (report.created, report.refused) == (int(row["created"]), int(row["refused"]))
    assert [gate.missing[0].gap.value for gate in gaps(desk)] == [row["gap"]] * report.created
    for step in Step.objects.select_related("person"):
        last = step.latest.astimezone(OHIO).date()
        assert (step.kind, step.day.isoformat()) == (row["step"], row["day"])
        assert last.isoformat() == row["last_day"]
        assert (step.person.name if step.person else "") == row["whom"]
    assert Step.objects.count() == report.created
    for day in DAYS:
        now, waiting = lines(today(Desk(desk.search, morning(day))))
        assert (len(now), len(waiting)) == (report.created, 0)
    again = import_file(desk, DATA / "trackers" / row["file"], ReadOptions())
    assert (again.created, again.updated) == (0, 0)
    assert look_over(desk) == []


def test_what_linkedin_says_of_the_seeker_is_taken_for_nobody_elses() -> None:
    import_file(a_seeker(), DATA / "trackers" / "Job Applications.csv", ReadOptions())
    assert not Route.objects.exists()


def test_a_step_of_tomorrow_is_not_on_todays_list() -> None:
    imported = taken_in(DATA / "online_sheet.csv")
    step = Step.objects.get(kind="mail")
    assert step.earliest == morning(date(2026, 11, 25), time(0))
    assert step.opening_id not in set.union(*lines(today(imported.on(date(2026, 11, 24)))))
    assert step.opening_id in lines(today(imported.on(date(2026, 11, 25))))[0]
