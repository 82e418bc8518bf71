"""The whole record of a search as plain values, to hold two of them against each other."""

import zipfile
from pathlib import Path

from ringback.book.openings import Opening, Step
from ringback.book.parties import Employer, Evidence, Person, Route, Search

Steps = dict[str, tuple[object, ...]]


def records_in(path: Path) -> dict[str, bytes]:
    """The records of an archive, byte by byte."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith("records/")]
        return {name: archive.read(name) for name in names}


def steps_of(search: Search) -> Steps:
    """The step and stage of each opening, by names instead of row numbers."""
    rows = Opening.objects.filter(search=search).select_related("step__person", "step__route")
    return {str(row.uid): (row.stage, row.sent_at, row.due_on, *_step(row)) for row in rows}


def _step(row: Opening) -> tuple[object, ...]:
    step: Step | None = getattr(row, "step", None)
    if step is None:
        return ()
    return (
        step.kind, step.earliest, step.latest, step.day, step.why, step.attempt, step.purpose,
        step.person.uid if step.person else None, step.route.uid if step.route else None,
    )  # fmt: skip


def picture(search: Search) -> dict[str, object]:
    """What counts in a search: who is pursued, the ways to them, what stands and what is next.

    Left out is what was withdrawn with an import that was taken back.
    """
    people = Person.objects.filter(search=search, withdrawn_at=None)
    employers = Employer.objects.filter(search=search, withdrawn_at=None)
    routes = Route.objects.filter(search=search)
    evidence = Evidence.objects.filter(search=search)
    openings = Opening.objects.filter(search=search).exclude(stage="closed")
    there = {str(uid) for uid in openings.values_list("uid", flat=True)}
    return {
        "people": sorted(people.values_list("uid", "name", "title", "level", "note", "linkedin")),
        "employers": sorted(employers.values_list("uid", "name", "domain", "size", "city")),
        "routes": sorted(
            routes.exclude(person__withdrawn_at__isnull=False)
            .exclude(employer__withdrawn_at__isnull=False)
            .values_list("uid", "value", "extension", "restriction")
        ),
        "evidence": sorted(
            evidence.exclude(person__withdrawn_at__isnull=False)
            .exclude(route__employer__withdrawn_at__isnull=False)
            .values_list("uid", "about", "source", "detail")
        ),
        "openings": sorted(
            openings.values_list("uid", "title", "url", "place", "salary", "no_calls", "reports_to")
        ),
        "steps": {uid: step for uid, step in steps_of(search).items() if uid in there},
    }
