"""Rows of a tracker: what each cell becomes, and what is refused or said in doubt."""

from datetime import date
from pathlib import Path

import pytest

from ringback.core.found import Found, FoundRoute, Refused
from ringback.core.people import OpeningKind, RouteKind
from ringback.core.touches import Via
from ringback.sources.columns import Field
from ringback.sources.registry import open_file
from ringback.sources.source import ReadOptions, Understanding
from tests.sources.kept import (
    as_csv,
    employer_of,
    file_of,
    found_in,
    opening_of,
    read,
    read_one,
    row_of,
)


def call(value: str, kind: RouteKind, extension: str = "") -> FoundRoute:
    return FoundRoute(kind=kind, value=value, extension=extension)


def sheet(folder: Path, *rows: tuple[str, ...]) -> Path:
    return file_of(folder, as_csv([("Company", "Position", "Date Applied"), *rows]))


def dry_run(path: Path, options: ReadOptions | None = None) -> Understanding:
    (known,) = open_file(path)
    assert known.source is not None
    return known.source.understood(known.table, options or ReadOptions())


def test_a_number_of_unclear_owner_is_the_contacts(tmp_path: Path) -> None:
    found = found_in(tmp_path, Contact="Dana Hollis", Phone="614-555-0143")
    assert found.person is not None
    assert found.person.routes == (call("614-555-0143", RouteKind.DIRECT),)
    assert employer_of(found).routes == ()


@pytest.mark.parametrize("contact", ["", "HR", "n/a", "?", "Personalabteilung"])
def test_a_number_without_a_contact_is_the_switchboard(tmp_path: Path, contact: str) -> None:
    found = found_in(tmp_path, Contact=contact, Phone="614-555-0143")
    assert found.person is None
    assert employer_of(found).routes == (call("614-555-0143", RouteKind.SWITCHBOARD),)


def test_an_extension_makes_it_a_way_through_the_switchboard(tmp_path: Path) -> None:
    found = found_in(tmp_path, Contact="Dana Hollis", Phone="614-555-0143 x12")
    assert found.person is not None
    assert found.person.routes == (call("614-555-0143", RouteKind.SWITCHBOARD, "12"),)


def test_an_extension_in_a_column_of_its_own_belongs_to_the_main_number(tmp_path: Path) -> None:
    found = found_in(tmp_path, Contact="Dana Hollis", Company_phone="614-555-0100", Ext="12")
    assert found.person is not None
    assert found.person.routes == (call("614-555-0100", RouteKind.SWITCHBOARD, "12"),)
    assert employer_of(found).routes == (call("614-555-0100", RouteKind.SWITCHBOARD),)


def test_each_number_goes_to_its_own_column(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        Contact="Dana Hollis",
        Contact_phone="614-555-0143",
        Mobile="614-555-0144",
        Company_phone="614-555-0100",
    )
    assert found.person is not None
    assert found.person.routes == (
        call("614-555-0143", RouteKind.DIRECT),
        call("614-555-0144", RouteKind.MOBILE),
    )
    assert employer_of(found).routes == (call("614-555-0100", RouteKind.SWITCHBOARD),)


def test_an_office_box_is_the_employers_even_beside_a_contact(tmp_path: Path) -> None:
    found = found_in(tmp_path, Contact="Dana Hollis", Email="jobs@x.example")
    assert found.person is not None
    assert found.person.routes == ()
    assert employer_of(found).routes == (call("jobs@x.example", RouteKind.MAIL),)


def test_a_cell_for_numbers_with_words_in_it_is_kept(tmp_path: Path) -> None:
    found = found_in(tmp_path, Contact="Dana Hollis", Phone="ask the receptionist")
    assert found.extra == (("Phone", "ask the receptionist"),)


def test_a_number_in_the_note_is_left_there_when_there_is_another(tmp_path: Path) -> None:
    found = found_in(tmp_path, Phone="614-555-0143", Notes="or 614-555-0199 after five")
    assert employer_of(found).routes == (call("614-555-0143", RouteKind.SWITCHBOARD),)
    assert found.doubts == ("the note holds further numbers, left there: 614-555-0199",)


def test_the_same_number_in_the_note_is_no_news(tmp_path: Path) -> None:
    found = found_in(tmp_path, Phone="614-555-0143", Notes="called (614) 555-0143 twice")
    assert found.doubts == ()


def test_a_recruiters_column_makes_the_contact_one(tmp_path: Path) -> None:
    found = found_in(tmp_path, Recruiter="Dana Hollis")
    assert found.person is not None
    assert found.person.title == "Recruiter"


def test_a_wish_not_to_be_contacted_is_kept_for_good(tmp_path: Path) -> None:
    found = found_in(tmp_path, Contact="Dana Hollis", Notes="She said: do not contact again.")
    assert found.person is not None
    assert found.person.do_not_contact == "She said: do not contact again."


def test_every_cell_that_no_field_takes_is_kept_in_order(tmp_path: Path) -> None:
    path = file_of(
        tmp_path,
        "Company,Rank,Status,,Date Applied\nOxbow,7,sent,odd remark,2026-11-03,more,\n",
    )
    assert read_one(path).extra == (
        ("Rank", "7"),
        ("column D", "odd remark"),
        ("column F", "more"),
    )


def test_without_an_employer_a_row_is_refused_with_its_cells(tmp_path: Path) -> None:
    refused = row_of(tmp_path, Company="", Notes="which one?")
    assert refused == Refused(
        where="line 2",
        reason="no employer",
        cells=("", "Planner", "2026-11-03", "which one?"),
    )


@pytest.mark.parametrize("day", ["31/02/2026", "soon", "11/31/2026", "Nov 2026"])
def test_a_day_that_cannot_be_read_refuses_its_row(tmp_path: Path, day: str) -> None:
    refused = row_of(tmp_path, Date_Applied=day)
    assert isinstance(refused, Refused)
    assert day in refused.reason


def test_a_day_in_words_is_read_out_and_said(tmp_path: Path) -> None:
    found = found_in(tmp_path, Date_Applied="2026-11-03 (by mail)")
    assert opening_of(found).sent_on == date(2026, 11, 3)
    assert found.doubts == ("2026-11-03 was read out of “2026-11-03 (by mail)”",)


@pytest.mark.parametrize("heading", ["Deadline", "Date Saved"])
def test_another_day_that_cannot_be_read_is_kept_beside(tmp_path: Path, heading: str) -> None:
    found = found_in(tmp_path, **{heading: "rolling"})
    assert found.extra == ((heading, "rolling"),)
    assert found.doubts == (f"{heading}: “rolling” is no date",)


def test_days_that_can_be_read_two_ways_are_asked_about_once(tmp_path: Path) -> None:
    path = sheet(tmp_path, ("Oxbow", "Planner", "03/04/2026"), ("Gable", "Clerk", "05/06/2026"))
    assert dry_run(path).date_order == "unclear"
    assert dry_run(path).ask == (
        "In “Date Applied”, “03/04/2026” can be 3 April or 4 March. "
        "Which comes first, day or month?"
    )
    assert [type(item) for item in read(path)] == [Refused, Refused]


@pytest.mark.parametrize(("day_first", "month"), [(True, 4), (False, 3)])
def test_the_answer_decides_for_the_whole_file(tmp_path: Path, day_first: bool, month: int) -> None:
    path = sheet(tmp_path, ("Oxbow", "Planner", "03/04/2026"))
    options = ReadOptions(day_first=day_first)
    sent_on = opening_of(read_one(path, options)).sent_on
    assert sent_on is not None
    assert sent_on.month == month
    assert dry_run(path, options).ask == ""


def test_an_impossible_value_decides_against_the_answer(tmp_path: Path) -> None:
    path = sheet(tmp_path, ("Oxbow", "Planner", "03/04/2026"), ("Gable", "Clerk", "11/20/2026"))
    first, _ = read(path, ReadOptions(day_first=True))
    assert opening_of(first).sent_on == date(2026, 3, 4)


def test_one_column_of_days_decides_for_the_others(tmp_path: Path) -> None:
    found = found_in(tmp_path, Date_Applied="03/04/2026", Deadline="04/20/2026")
    assert opening_of(found).sent_on == date(2026, 3, 4)


def test_a_year_is_taken_from_the_rows_around_and_said(tmp_path: Path) -> None:
    path = sheet(tmp_path, ("Oxbow", "Planner", "2026-11-03"), ("Gable", "Clerk", "Nov 4"))
    _, second = read(path)
    assert opening_of(second).sent_on == date(2026, 11, 4)
    assert isinstance(second, Found)
    assert second.doubts == ("“Nov 4” has no year; 2026 was taken: it fits the rows around",)


def test_a_sheet_without_any_year_takes_the_last_day_before_reading(tmp_path: Path) -> None:
    path = sheet(tmp_path, ("Oxbow", "Planner", "28-Dec"), ("Gable", "Clerk", "3-Jan (mail)"))
    items = read(path, ReadOptions(read_on=date(2027, 1, 9)))
    assert [opening_of(item).sent_on for item in items] == [date(2026, 12, 28), date(2027, 1, 3)]
    assert isinstance(items[0], Found)
    (doubt,) = items[0].doubts
    assert doubt.startswith(
        "“28-Dec” has no year; 2026 was taken: it is the last before 2027-01-09"
    )


def test_a_year_that_nothing_tells_refuses_the_row(tmp_path: Path) -> None:
    refused = row_of(tmp_path, Date_Applied="Nov 4")
    assert isinstance(refused, Refused)
    assert "has no year" in refused.reason


@pytest.mark.parametrize(
    ("status", "day", "stage", "doubts"),
    [
        ("Applied", "2026-11-03", "sent", ()),
        ("", "2026-11-03", "sent", ()),
        ("", "", "found", ()),
        ("purple", "2026-11-03", "sent", ("the status “purple” is not known",)),
        ("purple", "", "", ("the status “purple” is not known",)),
        ("Applied", "", "sent", ("sent, but it does not say when",)),
        ("wishlist", "2026-11-03", "found",
         ("the status “wishlist” says that nothing was sent, but a day is given",)),
    ],
)  # fmt: skip
def test_status_and_day_together_give_the_stage(
    tmp_path: Path, status: str, day: str, stage: str, doubts: tuple[str, ...]
) -> None:
    found = found_in(tmp_path, Status=status, Date_Applied=day)
    assert opening_of(found).stage == stage
    assert found.doubts == doubts


def test_an_outcome_beside_the_status_carries_it_on(tmp_path: Path) -> None:
    found = found_in(tmp_path, Status="Applied", Outcome="got rejected")
    assert (opening_of(found).status, opening_of(found).stage) == ("Applied", "rejected")
    assert found.extra == (("Outcome", "got rejected"),)


def test_a_next_step_with_a_day_in_it_gives_both(tmp_path: Path) -> None:
    found = found_in(tmp_path, Next_step="call on 13.11.")
    assert opening_of(found).follow_up == "call on 13.11."
    assert opening_of(found).follow_up_on == date(2026, 11, 13)
    assert found.doubts == ("the follow-up day 2026-11-13 was read out of “call on 13.11.”",)


def test_a_next_step_after_the_turn_of_the_year_is_in_the_next_one(tmp_path: Path) -> None:
    found = found_in(tmp_path, Date_Applied="2026-12-28", Next_step="call on Jan 4")
    assert opening_of(found).follow_up_on == date(2027, 1, 4)


@pytest.mark.parametrize(
    ("cells", "via"),
    [
        ({"Source": "LinkedIn"}, Via.PORTAL),
        ({"Source": "post"}, Via.POST),
        ({"Status": "applied via LinkedIn"}, Via.PORTAL),
        ({"Notes": "sent by e-mail to Dana"}, Via.MAIL),
        ({"Notes": "their website is slow"}, ""),
        ({}, ""),
    ],
)
def test_the_way_it_went_is_only_known_where_it_says(
    tmp_path: Path, cells: dict[str, str], via: str
) -> None:
    assert opening_of(found_in(tmp_path, **cells)).sent_via == via


def test_a_way_that_is_not_known_is_kept_beside(tmp_path: Path) -> None:
    assert found_in(tmp_path, Source="Uncle Bo").extra == (("Source", "Uncle Bo"),)


def test_an_approach_is_known_by_its_title(tmp_path: Path) -> None:
    found = found_in(tmp_path, Position="Initiativbewerbung")
    assert opening_of(found).kind is OpeningKind.APPROACH


def test_files_site_and_size_are_read(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        Resume="cv_v2.pdf; letter.pdf",
        Company_Website="https://www.oxbow.example/about",
        Employees="1,200",
    )
    assert opening_of(found).files == ("cv_v2.pdf", "letter.pdf")
    assert (employer_of(found).domain, employer_of(found).size) == ("oxbow.example", 1200)


def test_names_in_any_script_come_through(tmp_path: Path) -> None:
    for name in ("محمد علي", "李雷", "Noe\u0308lle Ste\u0301phan"):
        found = found_in(tmp_path, Contact=name)
        assert found.person is not None
        assert found.person.name == name


def test_a_mended_row_says_so(tmp_path: Path) -> None:
    path = file_of(tmp_path, 'Company,Position,Status\nOxbow,"Planner,sent\nGable,Clerk,sent\n')
    first, second = read(path)
    assert isinstance(first, Found)
    assert first.doubts[0] == "a quotation mark that is never closed was taken out"
    assert isinstance(second, Found)
    assert second.doubts == ("sent, but it does not say when",)


def test_the_user_may_say_what_a_column_is(tmp_path: Path) -> None:
    path = file_of(tmp_path, "Wer,Status,Date Applied\nOxbow,sent,2026-11-03\n")
    (known,) = open_file(path, "sheet")
    assert known.source is not None
    options = ReadOptions(columns={"wer": Field.EMPLOYER})
    (item,) = known.source.read(known.table, options)
    assert employer_of(item).name == "Oxbow"
    assert known.source.understood(known.table, options).columns[0].why == "you said so"


def test_a_dry_run_says_all_that_was_understood(tmp_path: Path) -> None:
    path = file_of(
        tmp_path, "My jobs\n\nFirma;Status;Rang\nMüller;beworben;7\n\nTotal;1;\n".encode("cp1252")
    )
    understanding = dry_run(path)
    assert (understanding.source, understanding.label) == ("sheet", "a sheet kept by hand")
    assert (understanding.encoding, understanding.separator) == ("cp1252", "semicolon")
    assert (understanding.heading_line, understanding.rows, understanding.blank) == (3, 1, 1)
    assert understanding.passed == (("line 6", "total"),)
    assert [(c.heading, c.meaning, c.example) for c in understanding.columns] == [
        ("Firma", "employer", "Müller"),
        ("Status", "status", "beworben"),
        ("Rang", "", "7"),
    ]


@pytest.mark.parametrize("piece", ["a", "a.", "x@a.", "1 ", "1-", "(", "1(", " - ", "012 / ", "é"])
def test_a_cell_of_120_000_characters_is_read_like_any_other(tmp_path: Path, piece: str) -> None:
    # Any search here that looks twice at each character would take hours.
    long = (piece * (120_000 // len(piece)) + "x").strip()
    found = found_in(tmp_path, Contact=long, Phone=long, Email=long, Status=long, Notes=long)
    assert opening_of(found).note == long
    assert ("Contact", long) in found.extra


@pytest.mark.parametrize(
    "wish", ["does not want calls", "No calls please", "asked not to be called"]
)
def test_a_wish_for_no_calls_is_heard_in_the_status_as_well(tmp_path: Path, wish: str) -> None:
    found = found_in(tmp_path, Status=wish)
    assert opening_of(found).no_calls == wish
    assert found.doubts == ()


def test_a_status_that_is_not_known_is_kept_in_its_words(tmp_path: Path) -> None:
    found = found_in(tmp_path, Status="under the mat")
    assert found.doubts == ("the status “under the mat” is not known",)
    assert found.extra == (("Status", "under the mat"),)


@pytest.mark.parametrize(
    ("heading", "cell", "says"),
    [
        ("Phone", "614 555 01O5", "“614 555 01O5” is no number that can be called"),
        ("Email", "ed@@pine", "“ed@@pine” is no mail address"),
    ],
)
def test_a_way_that_cannot_be_read_is_told(
    tmp_path: Path, heading: str, cell: str, says: str
) -> None:
    assert found_in(tmp_path, Contact="Dana Hollis", **{heading: cell}).doubts == (says,)


def test_where_beside_what_is_the_employer(tmp_path: Path) -> None:
    headings = ("Where", "What job??", "Sent (date)", "Person I wrote to")
    row = ("Acme Foods", "Planner", "2026-11-13", "Dana Hollis")
    found = read_one(file_of(tmp_path, as_csv([headings, row])))
    assert (employer_of(found).name, opening_of(found).title) == ("Acme Foods", "Planner")
    assert found.person is not None
    assert found.person.name == "Dana Hollis"


def test_a_day_that_no_year_has_is_told_as_such(tmp_path: Path) -> None:
    (refused,) = read(sheet(tmp_path, ("Acme Foods", "Planner", "31.2.")))
    assert isinstance(refused, Refused)
    assert refused.reason == "there is no day “31.2.”"


def test_two_orders_of_dates_are_told_with_the_column_and_the_writing(tmp_path: Path) -> None:
    rows = (("Oxbow", "Planner", "11/30/2026"), ("Gable", "Clerk", "30.11.2026"))
    assert dry_run(sheet(tmp_path, *rows)).date_order == (
        "in “Date Applied”, those written like 3/4: month first; "
        "in “Date Applied”, those written like 3.4.: day first"
    )
