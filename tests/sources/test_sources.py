"""The trackers that are known by name, each on a made-up file of its own shape."""

from datetime import date
from pathlib import Path

import pytest

from ringback.core.found import Found, Refused
from ringback.core.people import RouteKind
from ringback.core.touches import Via
from ringback.sources.registry import open_file, source, sources
from ringback.sources.source import ReadOptions
from ringback.sources.tables import Table, open_tables
from ringback.sources.unreadable import Unreadable
from tests.sources.kept import as_csv, employer_of, file_of, opening_of, read, read_one

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"

TEAL = as_csv([
    ("Job Position", "Company", "Max. Salary", "Location", "Status", "Date Saved", "Deadline",
     "Date Applied", "Follow up", "Excitement"),
    ("Yard Planner", "Fairlead Marine, Inc.", "$72,000", "Mobile, AL", "Applied", "10/19/2026",
     "11/13/2026", "11/02/2026", "11/05/2026", "4"),
    ("Buyer", "Oxbow Rail", "", "", "Bookmarked", "10/20/2026", "", "", "", "2"),
])  # fmt: skip
HUNTR = as_csv([
    ("Employer", "Job Title", "List", "URL", "Location", "Salary", "Date Saved", "Notes"),
    ("Fairlead Marine, Inc.", "Yard Planner", "Applied", "https://fairlead.example/jobs/2",
     "Mobile, AL", "$72k", "2026-10-19", "dry dock"),
])  # fmt: skip
HUNTR_SHORT = as_csv([
    ("Company", "Title", "List", "Date Applied"),
    ("Fairlead Marine, Inc.", "Yard Planner", "Interview", "2026-11-02"),
])  # fmt: skip
HUNTR_FULL = as_csv([
    ("listName", "htmlDescription", "jobTitle", "company"),
    ("Wishlist", "<p>Plan the <b>yard</b></p>", "Yard Planner", "Fairlead Marine, Inc."),
    ("Applied", "<p>One more</p>", "", ""),
])  # fmt: skip
SIMPLIFY = as_csv([
    ("Job Title", "Company", "URL", "Status", "Date Applied", "Location", "Notes"),
    ("Yard Planner", "Fairlead Marine, Inc.", "https://fairlead.example/jobs/2", "APPLIED",
     "2026-11-02", "Mobile, AL", ""),
])  # fmt: skip
NOTION = "\ufeff" + as_csv([
    ("Company", "Position", "Status", "Priority", "Location", "Salary Range", "Application Date",
     "Deadline", "Next Action", "Next Action Date", "Job URL", "Company Website",
     "Contact Person", "Contact Email"),
    ("Fairlead Marine, Inc.", "Yard Planner", "Applied", "High", "Mobile, AL", "70-75k",
     "November 2, 2026", "", "Call hiring manager", "November 5, 2026",
     "https://fairlead.example/jobs/2", "https://fairlead.example", "Rex Calloway",
     "rex.calloway@fairlead.example"),
], line_end="\n")  # fmt: skip
LINKEDIN_APPLIED = as_csv([
    ("Application Date", "Contact Email", "Contact Phone Number", "Company Name", "Job Title",
     "Job Url", "Resume Name", "Question And Answers"),
    ("11/2/26, 8:15 AM", "me@applicant.example", "2025550150", "Fairlead Marine, Inc.",
     "Yard Planner", "http://www.linkedin.com/jobs/view/0000000002", "resume_v4.pdf",
     "Years of experience?:7 | Authorized to work?:Yes"),
], line_end="\n")  # fmt: skip
LINKEDIN_SAVED = as_csv([
    ("Saved Date", "Job Url", "Job Title", "Company Name"),
    ("10/9/26, 4:55 PM", "http://www.linkedin.com/jobs/view/0000000003", "Buyer", "Oxbow Rail"),
], line_end="\n")  # fmt: skip
EUROPEAN = as_csv([
    ("Company", "Position", "Date Applied", "Status", "Contact", "Phone", "Next step", "Notes"),
    ("Hafenkontor Nord GmbH", "Disponent", "02.11.2026", "sent", "Jörg Böhme", "030 23125 144",
     "call on 05.11.", "line1; line2"),
], ";")  # fmt: skip


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (TEAL, "teal"),
        (HUNTR, "huntr"),
        (HUNTR_SHORT, "huntr"),
        (HUNTR_FULL, "huntr"),
        (SIMPLIFY, "simplify"),
        (NOTION, "notion"),
        (LINKEDIN_APPLIED, "linkedin-jobs"),
        (LINKEDIN_SAVED, "linkedin-jobs"),
        (EUROPEAN, "sheet"),
    ],
)
def test_each_tracker_is_known_by_its_headings(tmp_path: Path, text: str, key: str) -> None:
    (known,) = open_file(file_of(tmp_path, text))
    assert known.source is not None
    assert known.source.key == key


def test_teal(tmp_path: Path) -> None:
    applied, saved = read(file_of(tmp_path, TEAL))
    opening = opening_of(applied)
    assert (opening.title, opening.salary, opening.stage) == ("Yard Planner", "$72,000", "sent")
    assert (opening.saved_on, opening.closes_on) == (date(2026, 10, 19), date(2026, 11, 13))
    assert (opening.sent_on, opening.follow_up_on) == (date(2026, 11, 2), date(2026, 11, 5))
    assert opening.sent_via == Via.PORTAL
    assert employer_of(applied).city == "Mobile, AL"
    assert isinstance(applied, Found)
    assert applied.extra == (("Excitement", "4"),)
    assert (opening_of(saved).stage, opening_of(saved).sent_via) == ("found", "")


def test_huntr(tmp_path: Path) -> None:
    opening = opening_of(read_one(file_of(tmp_path, HUNTR)))
    assert (opening.status, opening.stage, opening.sent_via) == ("Applied", "sent", Via.PORTAL)
    assert (opening.url, opening.note) == ("https://fairlead.example/jobs/2", "dry dock")
    assert opening.saved_on == date(2026, 10, 19)
    short = opening_of(read_one(file_of(tmp_path, HUNTR_SHORT)))
    assert (short.stage, short.sent_on) == ("interviewing", date(2026, 11, 2))


def test_huntrs_full_export(tmp_path: Path) -> None:
    first, second = read(file_of(tmp_path, HUNTR_FULL, "USER_JOBS_USER_FULL_DATA_DOWNLOAD_1.csv"))
    assert (opening_of(first).title, opening_of(first).stage) == ("Yard Planner", "found")
    assert isinstance(first, Found)
    assert first.extra == (("htmlDescription", "<p>Plan the <b>yard</b></p>"),)
    assert isinstance(second, Refused)
    assert second.cells == ("Applied", "<p>One more</p>", "", "")


def test_simplify(tmp_path: Path) -> None:
    opening = opening_of(read_one(file_of(tmp_path, SIMPLIFY)))
    assert (opening.stage, opening.sent_on) == ("sent", date(2026, 11, 2))
    assert (opening.place, opening.sent_via) == ("Mobile, AL", Via.PORTAL)


def test_the_same_columns_kept_by_hand_are_not_simplifys(tmp_path: Path) -> None:
    path = file_of(tmp_path, SIMPLIFY.replace("APPLIED", "applied"))
    (known,) = open_file(path)
    assert known.source is source("sheet")
    assert opening_of(read_one(path)).sent_via == ""


def test_notion(tmp_path: Path) -> None:
    found = read_one(file_of(tmp_path, NOTION))
    opening = opening_of(found)
    assert (opening.sent_on, opening.follow_up_on) == (date(2026, 11, 2), date(2026, 11, 5))
    assert (opening.follow_up, opening.sent_via) == ("Call hiring manager", "")
    assert employer_of(found).domain == "fairlead.example"
    assert found.person is not None
    assert found.person.name == "Rex Calloway"
    assert [(r.kind, r.value) for r in found.person.routes] == [
        (RouteKind.MAIL, "rex.calloway@fairlead.example")
    ]
    assert found.extra == (("Priority", "High"),)


def test_linkedins_applications_lose_the_applicants_own_number_and_mail(tmp_path: Path) -> None:
    path = file_of(tmp_path, LINKEDIN_APPLIED, "Job Applications.csv")
    found = read_one(path)
    opening = opening_of(found)
    assert (opening.sent_on, opening.stage) == (date(2026, 11, 2), "sent")
    assert (opening.files, opening.sent_via) == (("resume_v4.pdf",), Via.PORTAL)
    assert found.person is None
    assert employer_of(found).routes == ()
    assert [name for name, _ in found.extra] == ["Question And Answers"]
    assert "applicant.example" not in repr(found)
    assert "2025550150" not in repr(found)


def test_a_refused_row_of_linkedin_keeps_nothing_of_the_applicants_either(tmp_path: Path) -> None:
    (refused,) = read(file_of(tmp_path, LINKEDIN_APPLIED.replace("Fairlead Marine, Inc.", "")))
    assert isinstance(refused, Refused)
    assert "2025550150" not in repr(refused)


def test_what_is_not_kept_is_said_in_the_dry_run(tmp_path: Path) -> None:
    (known,) = open_file(file_of(tmp_path, LINKEDIN_APPLIED))
    assert known.source is not None
    understanding = known.source.understood(known.table, ReadOptions())
    assert [column.meaning for column in understanding.columns][1:3] == ["not kept", "not kept"]
    assert len(understanding.notes) == 2
    assert "applicant.example" not in repr(understanding)


def test_linkedins_days_are_american_wherever_they_come_from(tmp_path: Path) -> None:
    path = file_of(tmp_path, LINKEDIN_SAVED)
    opening = opening_of(read_one(path))
    assert (opening.saved_on, opening.stage) == (date(2026, 10, 9), "found")
    (known,) = open_file(path)
    assert known.source is not None
    assert known.source.understood(known.table, ReadOptions()).ask == ""


def test_a_european_sheet(tmp_path: Path) -> None:
    found = read_one(file_of(tmp_path, EUROPEAN.encode("cp1252")))
    opening = opening_of(found)
    assert (opening.sent_on, opening.stage) == (date(2026, 11, 2), "sent")
    assert (opening.follow_up, opening.follow_up_on) == ("call on 05.11.", date(2026, 11, 5))
    assert opening.note == "line1; line2"
    assert found.person is not None
    assert found.person.name == "Jörg Böhme"
    assert [r.value for r in found.person.routes] == ["030 23125 144"]


def test_every_source_has_a_key_and_a_label_of_its_own() -> None:
    assert {"sheet", "teal", "huntr", "simplify", "notion", "linkedin-jobs"} <= {
        one.key for one in sources()
    }
    assert len({one.key for one in sources()}) == len(sources())
    assert all(one.label for one in sources())


def test_a_source_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Unreadable, match=r"There are: .*teal") as refusal:
        source("monster")
    assert refusal.value.code == "no-such-source"


@pytest.mark.parametrize(
    "text",
    [
        "First Name,Last Name,URL,Company,Position\nDana,Hollis,,Oxbow,Planner\n",
        "Company Name,Title,Description,Location,Started On,Finished On\nOxbow,Cook,,,Jan 2020,\n",
        "From,To,Sent At,Message\nMe,Dana,\"1/5/26, 10:02 AM\",hi\n",
        "a,b\n1,2\n",
    ],
)  # fmt: skip
def test_a_list_of_something_else_is_no_list_of_applications(tmp_path: Path, text: str) -> None:
    assert source("sheet").recognise(open_only(file_of(tmp_path, text))) == 0


def open_only(path: Path) -> Table:
    (table,) = open_tables(path)
    return table


def test_what_no_source_knows_is_refused_with_its_columns(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="its columns are Weight, Colour") as refusal:
        open_file(file_of(tmp_path, "Weight,Colour\n3,red\n"))
    assert refusal.value.code == "not-recognised"


NAMES = [
    *("teal_tracker_SEEN_IN_CODE.csv", "huntr_assumed_GUESS.csv", "simplify_assumed_GUESS.csv"),
    *("notion_tracker_typical.csv", "linkedin_Job Applications.csv", "linkedin_Saved Jobs.csv"),
    *("generic_spreadsheet_eu.csv", "huntr_full_export_PARTIAL.csv"),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_of_the_field_is_read_whole(name: str) -> None:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"{name} is not on this machine")
    (known,) = open_file(path)
    assert known.source is not None
    items = list(known.source.read(known.table, ReadOptions()))
    assert len(items) == known.source.understood(known.table, ReadOptions()).rows == 1
    # Huntr's full export is known by two of its columns only, and neither is the employer.
    assert isinstance(items[0], Refused if "PARTIAL" in name else Found)
