"""Who and which employer a row of a contact file speaks of: known, new, or to be asked about."""

from pathlib import Path

import pytest

from ringback.book.check import check
from ringback.book.parties import Employer, Evidence, Person, Route
from ringback.core.people import Function, Level
from ringback.core.places import Place
from ringback.core.touches import Bar
from ringback.desk import course
from ringback.desk.desk import Desk
from ringback.desk.doubts import answer, doubts
from ringback.desk.imports import Report, import_file, take_back, try_out
from ringback.desk.merging import last_merge
from ringback.desk.refusal import Code, Refusal
from ringback.sources.source import ReadOptions
from tests.desk import factories as make
from tests.desk.record_of import picture

pytestmark = pytest.mark.django_db

HEADINGS = (
    "First Name,Last Name,Title,Contact Level,Job Function,Email,Direct Phone,Phone,Company Name,"
    "D-U-N-S® Number,City,State Or Province,Country/Region,Employees (Total),URL"
)
FIELDS = HEADINGS.split(",")
ADA = {
    "First Name": "Ada",
    "Last Name": "Miller",
    "Title": "Director of Engineering",
    "Email": "ada.miller@tools.example",
    "Company Name": "Example Tools Inc",
}
COLUMBUS = {"City": "Columbus", "State Or Province": "Ohio", "Country/Region": "United States"}


def file_of(folder: Path, *rows: dict[str, str], name: str = "people.csv") -> Path:
    lines = [",".join(f'"{row.get(field, "")}"' for field in FIELDS) for row in rows]
    path = folder / name
    path.write_text("\n".join([HEADINGS, *lines]) + "\n", encoding="utf-8")
    return path


def bring(desk: Desk, folder: Path, *rows: dict[str, str], name: str = "people.csv") -> Report:
    return import_file(desk, file_of(folder, *rows, name=name), ReadOptions())


def became(report: Report) -> list[str]:
    return [line.became for line in report.lines]


def ada_at_tools(desk: Desk, title: str = "Director of Engineering") -> Person:
    employer = make.an_employer(desk, "Example Tools Inc")
    ada = make.a_person(desk, employer, "Ada Miller", title)
    make.a_route(desk, ada, "+16145550142")
    make.some_evidence(desk, ada)
    return ada


@pytest.mark.parametrize(
    ("first", "last"), [("ADA", "MILLER"), ("Ada", "Miller, PhD"), ("Dr. Ada", "Miller"),
                        ("Ada J.", "Miller")],
)  # fmt: skip
def test_another_spelling_is_the_known_person(tmp_path: Path, first: str, last: str) -> None:
    desk = make.a_desk()
    ada = ada_at_tools(desk)
    row = {**ADA, "First Name": first, "Last Name": last}
    report = bring(desk, tmp_path, row)
    assert became(report) == ["updated"]
    assert Person.objects.get() == ada
    assert set(ada.route_set.values_list("value", flat=True)) == {
        "+16145550142", "ada.miller@tools.example",
    }  # fmt: skip
    assert report.asked == ()


def test_a_short_form_with_the_same_number_is_the_known_person(tmp_path: Path) -> None:
    desk = make.a_desk()
    bob = make.a_person(desk, make.an_employer(desk), "Robert Baker", "Plant Manager")
    make.a_route(desk, bob, "+16145550143")
    row = {"First Name": "Bob", "Last Name": "Baker", "Title": "Plant Manager",
           "Direct Phone": "614-555-0143", "Company Name": "Example Tools"}  # fmt: skip
    assert became(bring(desk, tmp_path, row)) == ["known"]
    assert Person.objects.get() == bob


def test_another_person_of_that_family_name_is_new(tmp_path: Path) -> None:
    desk = make.a_desk()
    ada_at_tools(desk)
    row = {**ADA, "First Name": "Bruno", "Email": "bruno.miller@tools.example"}
    report = bring(desk, tmp_path, row)
    assert became(report) == ["created"]
    assert report.asked == ()
    assert Person.objects.count() == 2


def in_doubt(desk: Desk, folder: Path) -> Report:
    """An initial alone, another title and another mailbox: it may be Ada, or somebody else."""
    ada_at_tools(desk)
    row = {**ADA, "First Name": "A.", "Title": "", "Email": ""}
    return bring(desk, folder, row)


def test_a_doubtful_person_is_kept_apart_and_asked_about_once(tmp_path: Path) -> None:
    desk = make.a_desk()
    report = in_doubt(desk, tmp_path)
    assert became(report) == ["created"]
    (one,) = report.asked
    assert (one.kind, one.where, one.what) == ("person", "line 2", "A. Miller")
    assert one.why.startswith("Ada Miller at Example Tools Inc: ")
    assert "the same employer" in one.why
    assert [pair.number for pair in doubts(desk)] == [one.number]
    again = bring(desk, tmp_path, {**ADA, "First Name": "A.", "Title": "", "Email": ""})
    assert (again.created, again.updated, again.asked) == (0, 0, ())
    assert len(doubts(desk)) == 1


def test_a_pair_that_is_one_becomes_one_and_is_never_asked_again(tmp_path: Path) -> None:
    desk = make.a_desk()
    (one,) = in_doubt(desk, tmp_path).asked
    answer(desk, one.number, same=True)
    merge = last_merge(desk)
    assert merge is not None
    assert (merge.kept, merge.gone) == (one.known, one.made)
    assert doubts(desk) == []
    again = bring(desk, tmp_path, {**ADA, "First Name": "A.", "Title": "", "Email": ""})
    assert (again.created, again.updated, again.asked) == (0, 0, ())
    assert list(check(desk.search)) == []


def test_a_pair_that_is_two_stays_two_and_is_never_asked_again(tmp_path: Path) -> None:
    desk = make.a_desk()
    (one,) = in_doubt(desk, tmp_path).asked
    answer(desk, one.number, same=False)
    assert doubts(desk) == []
    again = bring(desk, tmp_path, {**ADA, "First Name": "A.", "Title": "", "Email": ""})
    assert (again.created, again.asked, doubts(desk)) == (0, (), [])
    with pytest.raises(Refusal) as refusal:
        answer(desk, one.number, same=True)
    assert refusal.value.code is Code.NOTHING


@pytest.mark.parametrize("number", ["", "1", "1.1", "x.y", "99999999999999999999.1"])
def test_a_question_that_nobody_asked_has_no_answer(number: str) -> None:
    with pytest.raises(Refusal) as refusal:
        answer(make.a_desk(), number, same=True)
    assert refusal.value.code is Code.NOT_FOUND


def test_a_question_of_one_search_is_none_of_another(tmp_path: Path) -> None:
    (one,) = in_doubt(make.a_desk(), tmp_path).asked
    other = make.a_desk()
    assert doubts(other) == []
    with pytest.raises(Refusal):
        answer(other, one.number, same=True)


def test_a_trial_tells_what_would_be_asked_and_leaves_the_book(tmp_path: Path) -> None:
    desk = make.a_desk()
    ada_at_tools(desk)
    before = picture(desk.search)
    row = {**ADA, "First Name": "A.", "Title": "", "Email": ""}
    tried = try_out(desk, file_of(tmp_path, row), ReadOptions())
    assert [one.what for one in tried.asked] == ["A. Miller"]
    assert picture(desk.search) == before
    assert doubts(desk) == []


@pytest.mark.parametrize(
    "row",
    [
        {"Company Name": "EXAMPLE TOOLS, INC."},
        {"Company Name": "Example Tools Group", **COLUMBUS},
        {"Company Name": "Tools Example Inc", "D-U-N-S® Number": "001234567"},
    ],
)
def test_another_spelling_is_the_known_employer(tmp_path: Path, row: dict[str, str]) -> None:
    desk = make.a_desk()
    known = make.an_employer(desk, "Example Tools Inc")
    known.duns = "001234567"
    known.save()
    bring(desk, tmp_path, {**ADA, **row})
    assert Employer.objects.get() == known
    assert Person.objects.get().employer == known


def test_a_name_of_its_own_in_another_town_is_asked_about(tmp_path: Path) -> None:
    desk = make.a_desk()
    known = make.an_employer(desk, "Quarrystone Fittings Inc")
    row = {**ADA, "Company Name": "Quarrystone Fittings Inc", "City": "Reno",
           "State Or Province": "Nevada", "Country/Region": "United States"}  # fmt: skip
    (one,) = bring(desk, tmp_path, row).asked
    assert (one.kind, one.known) == ("employer", known.pk)
    assert "other towns" in one.why
    assert Employer.objects.count() == 2
    again = bring(desk, tmp_path, row)
    assert (again.created, again.updated, again.asked) == (0, 0, ())
    answer(desk, one.number, same=True)
    assert Person.objects.get().employer == known
    last = bring(desk, tmp_path, row)
    assert (last.created, last.updated, last.asked) == (0, 0, ())


def test_a_common_name_in_another_town_is_another_employer(tmp_path: Path) -> None:
    desk = make.a_desk()
    make.an_employer(desk, "City Hospital")
    row = {**ADA, "Company Name": "City Hospital", "City": "Reno",
           "State Or Province": "Nevada", "Country/Region": "United States"}  # fmt: skip
    report = bring(desk, tmp_path, row)
    assert report.asked == ()
    assert Employer.objects.count() == 2


FULL = {
    **ADA, **COLUMBUS, "D-U-N-S® Number": "001234567", "Employees (Total)": "340",
    "URL": "www.tools.example", "Phone": "614-555-0140",
}  # fmt: skip


def test_a_known_employer_is_filled_in_with_what_it_lacks(tmp_path: Path) -> None:
    desk = make.a_desk()
    known = make.an_employer(desk, "Example Tools Inc", Place())
    assert became(bring(desk, tmp_path, FULL)) == ["created"]
    known.refresh_from_db()
    assert (known.duns, known.size, known.domain) == ("001234567", 340, "tools.example")
    assert (known.city, known.region, known.country) == ("Columbus", "OH", "US")


def test_what_the_seeker_entered_is_never_written_over(tmp_path: Path) -> None:
    desk = make.a_desk()
    known = make.an_employer(desk, "Example Tools Inc")
    Employer.objects.update(size=12, domain="tools.example", city="Columbus")
    make.a_person(desk, known, "Ada Miller", "Head of Engineering")
    bring(desk, tmp_path, FULL)
    known.refresh_from_db()
    assert (known.name, known.size, known.city) == ("Example Tools Inc", 12, "Columbus")
    assert Person.objects.get().title == "Head of Engineering"


def test_level_and_function_come_from_the_source_where_the_title_says_nothing(
    tmp_path: Path,
) -> None:
    desk = make.a_desk()
    rows = [
        {**ADA, "Title": "", "Contact Level": "C-Level", "Job Function": "Finance"},
        {**ADA, "First Name": "Bo", "Email": "", "Title": "Ninja", "Contact Level": "Non-Manager"},
        {**ADA, "First Name": "Cy", "Email": "", "Title": "Marketing Manager",
         "Contact Level": "C-Level"},
    ]  # fmt: skip
    bring(desk, tmp_path, *rows)
    found = {one.name: (one.level, one.function) for one in Person.objects.all()}
    assert found["Ada Miller"] == (Level.CHIEF, Function.FINANCE)
    assert found["Bo Miller"][0] == Level.STAFF
    assert found["Cy Miller"][0] == Level.MANAGER


def test_numbers_are_read_as_in_the_country_of_the_person(tmp_path: Path) -> None:
    path = tmp_path / "apollo.csv"
    path.write_text(
        "First Name,Last Name,Title,Company Name,Work Direct Phone,City,Country,Company Country,"
        "Apollo Contact Id\n"
        "Ada,Miller,Director,Example Tools Inc,020 7946 0123,London,United Kingdom,"
        "United States,1\n"
    )
    import_file(make.a_desk(), path, ReadOptions())
    assert Route.objects.get(person__isnull=False).value == "+442079460123"
    assert Person.objects.get().country == "GB"


def test_who_has_no_employer_is_kept_and_said_so(tmp_path: Path) -> None:
    desk = make.a_desk()
    row = {**ADA, "Company Name": "", "D-U-N-S® Number": ""}
    report = bring(desk, tmp_path, row)
    (line,) = report.lines
    assert line.became == "created"
    assert "no employer is named" in line.reason
    assert Person.objects.get().employer is None
    again = bring(desk, tmp_path, row)
    assert (again.created, again.updated) == (0, 0)


def test_somebody_without_an_employer_gets_the_one_that_a_file_names(tmp_path: Path) -> None:
    desk = make.a_desk()
    bring(desk, tmp_path, {**ADA, "Company Name": ""}, name="mine.csv")
    before = picture(desk.search)
    report = bring(desk, tmp_path, ADA)
    assert became(report) == ["updated"]
    employer = Person.objects.get().employer
    assert employer is not None
    assert employer.name == "Example Tools Inc"
    take_back(desk, report.import_id)
    assert Person.objects.get().employer is None
    assert picture(desk.search) == before


def test_a_mailbox_of_somebody_at_another_employer_is_told_and_both_are_kept(
    tmp_path: Path,
) -> None:
    desk = make.a_desk()
    bring(desk, tmp_path, {**ADA, "Email": "ada.miller@home.example"})
    moved = {**ADA, "Email": "ada.miller@home.example", "Company Name": "Another Sample Ltd"}
    report = bring(desk, tmp_path, moved, name="later.csv")
    (line,) = report.lines
    assert line.became == "created"
    assert line.reason == "Ada Miller is known at Example Tools Inc too; both records are kept"
    assert Person.objects.count() == 2


def barred_ada(desk: Desk) -> Person:
    opening = make.an_opening(desk, "Example Tools Inc", number="")
    ada = Person.objects.get(name="Ada Miller")
    course.bar(desk, opening, Bar.DO_NOT_CONTACT, person=ada)
    return ada


@pytest.mark.parametrize(
    "spelled",
    [
        {"First Name": "ADA", "Last Name": "MILLER", "Email": ""},
        {"First Name": "Ada J.", "Email": "", "Title": "Director of Engineering"},
        {"First Name": "Ada", "Last Name": "Miller-Baker"},
        {"Company Name": "Another Sample Ltd"},
    ],
)
def test_do_not_contact_holds_under_another_spelling(
    tmp_path: Path, spelled: dict[str, str]
) -> None:
    desk = make.a_desk()
    barred_ada(desk)
    new_mail = {"Direct Phone": "614-555-0155"}
    report = bring(desk, tmp_path, {**ADA, **spelled, **new_mail})
    assert all(one.do_not_contact for one in Person.objects.all())
    # Known by what the file told of them, they are barred at any employer.
    bring(desk, tmp_path, {"First Name": "Ada", "Last Name": "Miller", **new_mail,
                           "Company Name": "Sample Third GmbH"}, name="third.csv")  # fmt: skip
    assert all(one.do_not_contact for one in Person.objects.all())
    assert list(check(desk.search)) == []
    take_back(desk, report.import_id)
    assert list(check(desk.search)) == []
    assert Person.objects.get(name="Ada Miller", employer__name="Example Tools Inc").do_not_contact


def test_many_rows_are_matched_across_the_batches_they_are_written_in(tmp_path: Path) -> None:
    desk = make.a_desk()
    rows = [
        {"First Name": f"Ada{chr(97 + n % 26)}{chr(97 + n // 26)}", "Last Name": "Miller",
         "Title": "Director", "Email": f"ada{n}@firm{n // 3}.example",
         "Company Name": f"Sample{chr(97 + n // 3 % 26)}{chr(97 + n // 78)} Tools"}
        for n in range(620)
    ]  # fmt: skip
    first = bring(desk, tmp_path, *rows, *rows[::-1])
    assert (first.created, first.known) == (620, 620)
    again = bring(desk, tmp_path, *rows, *rows[::-1])
    assert (again.created, again.updated, again.known) == (0, 0, 1240)
    assert (Person.objects.count(), Evidence.objects.count()) == (620, 3 * 620)
