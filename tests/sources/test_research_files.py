"""What each research service's file says of a person, their employer, and what bars a route."""

from pathlib import Path

import pytest

from ringback.core.found import Found, FoundPerson, FoundRoute, Refused
from ringback.core.people import RouteKind
from ringback.sources.registry import open_file
from ringback.sources.source import ReadOptions
from tests.sources import contact_files as files
from tests.sources.kept import employer_of, file_of, read, read_one, workbook_of

BOARD = FoundRoute(kind=RouteKind.SWITCHBOARD, value="1-251-555-0140")


def people(folder: Path, text: str) -> list[FoundPerson]:
    items = read(file_of(folder, text))
    return [item.person for item in items if isinstance(item, Found) and item.person]


def person(folder: Path, text: str) -> FoundPerson:
    return people(folder, text)[0]


def values(routes: tuple[FoundRoute, ...], kind: RouteKind) -> list[str]:
    return [route.value for route in routes if route.kind is kind]


def hoovers(**cells: str) -> str:
    row = {"First Name": "Ida", "Last Name": "Pell", "Company Name": "Oxbow Rail"}
    row |= {"D-U-N-S® Number": "123456789", "D&B Hoovers Industry": "Rail"} | cells
    return quoted([tuple(row), tuple(row.values())])


def quoted(rows: list[tuple[str, ...]]) -> str:
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)


def test_a_hoovers_contact_has_person_and_switchboard(tmp_path: Path) -> None:
    first, _ = read(file_of(tmp_path, files.HOOVERS))
    assert isinstance(first, Found)
    assert first.person == FoundPerson(
        name="Nadja O'Rowe",
        title="Director, Yard Planning",
        level="Director",
        function="Operations",
        routes=(
            FoundRoute(kind=RouteKind.DIRECT, value="+12515550141"),
            FoundRoute(kind=RouteKind.MAIL, value="nadja.orowe@fairlead.example"),
        ),
    )
    employer = employer_of(first)
    assert employer.name == "Fairlead Marine, Inc."
    assert (employer.duns, employer.size) == ("001234567", 340)
    assert (employer.city, employer.region) == ("Mobile", "Alabama")
    assert employer.country == "United States"
    assert employer.routes == (
        BOARD,
        FoundRoute(kind=RouteKind.MAIL, value="info@fairlead.example"),
    )
    assert first.opening is None


def test_a_usage_restriction_bars_its_own_route_only(tmp_path: Path) -> None:
    _, second = read(file_of(tmp_path, files.HOOVERS))
    assert isinstance(second, Found)
    assert second.person is not None
    assert [route.restriction for route in second.person.routes] == [
        "Direct phone usage restriction",
        "Email usage restriction: Do not use",
    ]
    assert employer_of(second).routes == (BOARD,)


def test_a_company_that_opted_out_has_no_free_route(tmp_path: Path) -> None:
    found = read_one(file_of(tmp_path, files.HOOVERS_COMPANIES))
    (board,) = employer_of(found).routes
    assert "Telephone Preference Service" in board.restriction
    assert "Opts Out of Direct Marketing" in board.restriction


@pytest.mark.parametrize(
    "flag",
    ["", "false", "Has Not Opted Out of Direct Marketing", "No restriction", "not restricted"],
)
def test_a_flag_that_says_no_bars_nothing(flag: str, tmp_path: Path) -> None:
    text = hoovers(**{"Direct Phone": "'+12025550101", "Direct Marketing Status": flag})
    assert person(tmp_path, text).routes[0].restriction == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [("1", "000000001"), ("00-123-4567", "001234567"), ("001234567", "001234567"),
     ("1234567.0", "001234567"), ("1.2E8", ""), ("1234567890", ""), ("none", "")],
)  # fmt: skip
def test_a_duns_number_keeps_its_zeros(written: str, meant: str, tmp_path: Path) -> None:
    found = read_one(file_of(tmp_path, hoovers(**{"D-U-N-S® Number": written})))
    assert employer_of(found).duns == meant


def test_a_number_that_is_both_is_the_switchboard_and_stays_barred(tmp_path: Path) -> None:
    text = hoovers(**{
        "Direct Phone": "'+12515550140", "Phone": "1-251-555-0140",
        "Direct phone usage restriction": "true",
    })  # fmt: skip
    found = read_one(file_of(tmp_path, text))
    assert found.person is not None
    assert found.person.routes == ()
    assert [route.restriction for route in employer_of(found).routes] == [
        "Direct phone usage restriction"
    ]


def test_a_family_tells_under_whom_each_member_stands(tmp_path: Path) -> None:
    headings = ("Order", "Company Name", "D-U-N-S® Number", "D&B Hoovers Contacts",
                "Domestic Ultimate D-U-N-S® Number", "Phone")  # fmt: skip
    names = ("Fairlead Holding", "    Fairlead Marine", "        Yard 2", "    Fairlead Rail")
    rows = [(str(n), name, str(n), "4", "1", "") for n, name in enumerate(names, 1)]
    for path in (workbook_of(tmp_path, [headings, *rows]),
                 file_of(tmp_path, quoted([headings, *rows]))):  # fmt: skip
        items = read(path)
        assert [employer_of(item).name for item in items] == [name.strip() for name in names]
        assert all(isinstance(item, Found) and item.person is None for item in items)
        assert [dict(item.extra).get("Corporate family") for item in items
                if isinstance(item, Found)] == [
            None, "below Fairlead Holding", "below Fairlead Holding › Fairlead Marine",
            "below Fairlead Holding",
        ]  # fmt: skip


def test_thomasnet_names_every_one_of_the_personnel(tmp_path: Path) -> None:
    found = people(tmp_path, files.THOMASNET_FLAT)
    assert [(one.name, one.title) for one in found] == [
        ("Nadja O'Rowe", "Yard Director"),
        ("Émile Sørby", ""),
    ]
    assert all(one.routes == () for one in found)


def test_a_saved_thomasnet_profile_gives_the_switchboard(tmp_path: Path) -> None:
    page = (
        '<!doctype html><h1 class="copro-supplier-name"><a href="#">Fairlead Marine</a></h1>'
        '<span class="copro-address-line">Mobile, AL 36602</span>'
        '<p class="phoneline"><span>(251) 555-0140</span></p>'
    )
    found = read_one(file_of(tmp_path, page, "profile.html"))
    employer = employer_of(found)
    assert (employer.name, employer.city) == ("Fairlead Marine", "Mobile, AL 36602")
    assert values(employer.routes, RouteKind.SWITCHBOARD) == ["(251) 555-0140"]
    assert found.person is None


def test_lead411_puts_the_pieces_of_a_number_together(tmp_path: Path) -> None:
    assert person(tmp_path, files.LEAD411_WEB).routes == (
        FoundRoute(kind=RouteKind.DIRECT, value="+1 251 555-0142"),
    )


def test_a_grid_is_told_by_what_stands_in_it(tmp_path: Path) -> None:
    first, second = read(file_of(tmp_path, files.LEAD411_GRID))
    assert isinstance(first, Found)
    assert first.person is not None
    assert (first.person.name, first.person.title) == ("Émile Sørby", "Sales Manager")
    assert first.person.linkedin.endswith("/made-up-sorby")
    assert (employer_of(first).size, employer_of(second).size) == (340, 5)


def test_the_mailer_is_said_to_give_little(tmp_path: Path) -> None:
    found = read_one(file_of(tmp_path, files.LEAD411_MAILER))
    assert employer_of(found).name == "fairlead.example"
    assert len(found.doubts) == 2


def test_apollos_do_not_call_bars_their_numbers_and_no_mail(tmp_path: Path) -> None:
    found = person(tmp_path, files.APOLLO)
    assert [(route.kind, route.restriction) for route in found.routes] == [
        (RouteKind.DIRECT, "Do Not Call"),
        (RouteKind.MAIL, ""),
    ]


@pytest.mark.parametrize("text", [files.APOLLO, files.APOLLO_OLDER])
def test_apollos_person_and_company_live_in_their_own_places(text: str, tmp_path: Path) -> None:
    found = read_one(file_of(tmp_path, text))
    assert found.person is not None
    assert (found.person.city, employer_of(found).city) == ("Daphne", "Mobile")
    assert employer_of(found).name == "Fairlead Marine, Inc."


def test_zoominfo_gives_the_direct_line_before_the_mobile(tmp_path: Path) -> None:
    found = person(tmp_path, files.ZOOMINFO)
    assert values(found.routes, RouteKind.DIRECT) == ["(251) 555-0142"]
    assert values(found.routes, RouteKind.MOBILE) == ["(251) 555-0177"]
    assert found.note == "Notice Provided Date: 2026-01-05"


def test_hunters_shared_box_is_the_employers(tmp_path: Path) -> None:
    named, generic = read(file_of(tmp_path, files.HUNTER))
    assert isinstance(named, Found)
    assert isinstance(generic, Found)
    assert named.person is not None
    assert "https://fairlead.example/about/team" in named.person.note
    assert generic.person is None
    assert values(employer_of(generic).routes, RouteKind.MAIL) == ["sales@fairlead.example"]


def test_evaboots_headline_is_no_title(tmp_path: Path) -> None:
    assert person(tmp_path, files.EVABOOT).title == "Sales Manager"


def test_crunchbase_names_founders_only(tmp_path: Path) -> None:
    assert [(one.name, one.title) for one in people(tmp_path, files.CRUNCHBASE)] == [
        ("Nadja O'Rowe", "Founder"),
        ("Émile Sørby", "Founder"),
    ]


def test_a_connection_without_a_name_is_refused(tmp_path: Path) -> None:
    text = files.CONNECTIONS + ",,,,Oxbow Rail,Buyer,01 Jan 2020\n"
    *_, last = read(file_of(tmp_path, text))
    assert isinstance(last, Refused)
    assert (last.where, last.reason) == ("line 8", "no name")


def test_a_connection_keeps_the_day_it_was_made(tmp_path: Path) -> None:
    assert person(tmp_path, files.CONNECTIONS).note == "Connected On: 12 Mar 2024"


@pytest.mark.parametrize("name", ["Na", "Null", "None", "No"])
def test_a_short_surname_is_a_name(name: str, tmp_path: Path) -> None:
    assert person(tmp_path, hoovers(**{"Last Name": name})).name == f"Ida {name}"


def test_what_is_no_number_stays_beside_and_is_said(tmp_path: Path) -> None:
    found = read_one(file_of(tmp_path, hoovers(**{"Direct Phone": "1.25E+10"})))
    assert found.person is not None
    assert found.person.routes == ()
    assert ("Direct Phone", "1.25E+10") in found.extra
    assert any("1.25E+10" in doubt for doubt in found.doubts)


def test_the_users_word_on_a_column_goes_before_the_habit(tmp_path: Path) -> None:
    (known,) = open_file(file_of(tmp_path, hoovers(**{"Direct Phone": "+12025550101"})))
    assert known.source is not None
    (found,) = known.source.read(known.table, ReadOptions(columns={"direct phone": None}))
    assert isinstance(found, Found)
    assert found.person is not None
    assert found.person.routes == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [("612", 612), ("1,200", 1200), ("1000+", 1000), ("51-200", 125), ("1,001-5,000", 3000),
     ("< 5", 5), ("1.2E3", 1200), ("100 - 250 million", 0), ("several", 0), ("10 000", 10_000),
     ("50 to 99", 74)],
)  # fmt: skip
def test_a_size_is_read_as_people_write_it(written: str, meant: int, tmp_path: Path) -> None:
    found = read_one(file_of(tmp_path, hoovers(**{"Employees (Total)": written})))
    assert employer_of(found).size == meant
