"""LinkedIn's whole export: what each part says, whatever its folders and files are called."""

from datetime import date
from pathlib import Path

import pytest

from ringback.core.found import Found, FoundPosition, FoundTie, Refused
from ringback.sources.registry import open_file
from ringback.sources.source import ReadOptions
from ringback.sources.unreadable import Unreadable
from tests.sources.kept import file_of
from tests.sources.linkedin_files import (
    APPLIED,
    CONNECTIONS,
    IN,
    INVITATIONS,
    MESSAGES,
    OTHERS,
    POSITIONS,
    PREAMBLE,
    PROFILE,
    RECOMMENDED,
    WHOLE,
    export_of,
)

ME = ReadOptions(seeker="Pat Doe")


def said(path: Path, options: ReadOptions = ME) -> list[Found | Refused]:
    return [
        one
        for table in open_file(path)
        if table.source is not None
        for one in table.source.read(table.table, options)
    ]


def ties(path: Path, options: ReadOptions = ME) -> dict[str, FoundTie]:
    return {
        one.tie.name: one.tie for one in said(path, options) if isinstance(one, Found) if one.tie
    }


def test_every_part_of_a_whole_export_is_known_and_the_rest_left_alone(tmp_path: Path) -> None:
    found = open_file(export_of(tmp_path, WHOLE))
    known = {one.table.member: one.source.key if one.source else "" for one in found}
    assert known == {
        "Connections.csv": "linkedin-connections",
        "messages.csv": "linkedin-messages",
        "Invitations.csv": "linkedin-invitations",
        "Positions.csv": "linkedin-positions",
        "Profile.csv": "linkedin-profile",
        "Recommendations_Received.csv": "linkedin-recommendations",
        "Job Applications.csv": "linkedin-jobs",
        "Saved Jobs.csv": "linkedin-jobs",
        **dict.fromkeys(OTHERS, ""),
    }


@pytest.mark.parametrize(
    "named",
    ["{0}", "Complete_LinkedInDataExport_01-05-2026/{0}", "Part 1/Jobs/{0}", "export/_1/{0}"],
)
def test_folders_and_names_make_no_difference(named: str, tmp_path: Path) -> None:
    files = {
        named.format("Verbindungen_1.csv"): CONNECTIONS,
        named.format("MESSAGES (2).CSV"): MESSAGES,
        named.format("Job Applications_1.csv"): APPLIED,
    }
    found = open_file(export_of(tmp_path, files))
    assert [one.source.key for one in found if one.source] == [
        "linkedin-connections", "linkedin-messages", "linkedin-jobs",
    ]  # fmt: skip


def test_a_connection_has_the_day_since_which_it_is_one(tmp_path: Path) -> None:
    found = ties(file_of(tmp_path, CONNECTIONS, "Connections.csv"))
    assert found == {
        "Avis Tarrow": FoundTie(
            name="Avis Tarrow", profile=f"{IN}avis-tarrow", connected_on=date(2018, 3, 12)
        ),
        "Zoë Müller, PMP": FoundTie(
            name="Zoë Müller, PMP", profile=f"{IN}zoe-muller", connected_on=date(2019, 1, 5)
        ),
    }


def test_an_older_list_of_connections_without_preamble_or_profiles(tmp_path: Path) -> None:
    old = "\ufeffFirst Name,Last Name,Email Address,Company,Position,Connected On\r\n"
    found = ties(file_of(tmp_path, old + "Avis,Tarrow,,Quarrystone,VP,7-Feb-22\r\n"))
    assert found["Avis Tarrow"].connected_on == date(2022, 2, 7)
    assert found["Avis Tarrow"].profile == ""


def test_messages_are_counted_each_way_with_the_last_day(tmp_path: Path) -> None:
    found = ties(file_of(tmp_path, MESSAGES, "messages.csv"))
    assert found == {
        "Avis Tarrow": FoundTie(
            name="Avis Tarrow", profile=f"{IN}avis-tarrow", sent=1, received=1,
            sent_on=date(2026, 1, 6), received_on=date(2026, 1, 5),
        ),
        "Zoë Müller": FoundTie(
            name="Zoë Müller", profile=f"{IN}zoe-muller", received=1,
            received_on=date(2021, 5, 1),
        ),
    }  # fmt: skip


def test_whose_messages_they_are_needs_no_name_where_several_people_wrote(tmp_path: Path) -> None:
    path = file_of(tmp_path, MESSAGES, "messages.csv")
    assert ties(path, ReadOptions()) == ties(path, ME)


def test_between_two_people_it_is_asked_and_never_guessed(tmp_path: Path) -> None:
    head, first = MESSAGES.split("\n2-A==", 1)
    one = head + "\n2-A==" + first.split("\n2-B==", 1)[0] + "\n"
    path = file_of(tmp_path, one, "messages.csv")
    (refused,) = said(path, ReadOptions())
    assert isinstance(refused, Refused)
    assert "whose messages these are" in refused.reason
    assert "config --name" in refused.reason
    assert ties(path, ME)["Avis Tarrow"].received == 1
    assert ties(path, ReadOptions(seeker="Avis Tarrow"))["Pat Doe"].received == 1


def test_no_text_of_a_message_is_in_anything_that_is_read(tmp_path: Path) -> None:
    broken = MESSAGES + '2-F==,,"Avis Tarrow,secret of hers,x\n'
    whole = {**WHOLE, "messages.csv": broken}
    told = repr(said(export_of(tmp_path, whole)))
    for secret in ("Thanks for the call", "Gladly", "Reunion", "Enjoyed", "a joy", "secret"):
        assert secret not in told


def test_invitations_say_who_invited_whom(tmp_path: Path) -> None:
    found = ties(file_of(tmp_path, INVITATIONS, "Invitations.csv"))
    assert (found["Avis Tarrow"].invited, found["Avis Tarrow"].invited_on) == (
        "them", date(2018, 3, 11),
    )  # fmt: skip
    assert (found["Zoë Müller"].invited, found["Zoë Müller"].invited_on) == (
        "me", date(2019, 1, 4),
    )  # fmt: skip


def test_positions_have_their_months(tmp_path: Path) -> None:
    found = [
        one.position
        for one in said(file_of(tmp_path, POSITIONS, "Positions.csv"))
        if isinstance(one, Found)
    ]
    assert found == [
        FoundPosition(
            employer="Oxbow Rail", title="Planner", place="Columbus", since=date(2016, 1, 1),
            until=date(2019, 11, 30),
        ),
        FoundPosition(employer="Example Mill", title="Scheduler", since=date(2020, 1, 1)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Oxbow Rail,Planner,,,May 2019,Jan 2018", "it ends before it begins"),
        ("Oxbow Rail,Planner,,,May 2019,some day", "“some day” is no month"),
        ("Oxbow Rail,Planner,,,May 2019,5205-74-6", "“5205-74-6” is no month"),
        (",Planner,,,May 2019,", "no employer"),
    ],
)
def test_a_position_that_cannot_be_is_refused(row: str, why: str, tmp_path: Path) -> None:
    head = POSITIONS.partition("\n")[0]
    (refused,) = said(file_of(tmp_path, f"{head}\n{row}\n", "Positions.csv"))
    assert isinstance(refused, Refused)
    assert refused.reason == why


def test_recommendations_are_told_apart_by_the_names_of_their_files(tmp_path: Path) -> None:
    received = ties(file_of(tmp_path, RECOMMENDED, "Recommendations_Received.csv"))
    assert received["Avis Tarrow"].recommended_me_on == date(2019, 5, 6)
    given = ties(file_of(tmp_path, RECOMMENDED, "Recommendations Given.csv"))
    assert given["Avis Tarrow"].recommended_them_on == date(2019, 5, 6)


def test_the_own_profile_gives_nothing_but_the_name(tmp_path: Path) -> None:
    (one,) = open_file(file_of(tmp_path, PROFILE, "Profile.csv"))
    assert one.source is not None
    assert one.source.seeker(one.table) == "Pat Doe"
    assert list(one.source.read(one.table, ME)) == []


def test_a_sheet_of_applications_in_the_same_zip_is_read_all_the_same(tmp_path: Path) -> None:
    teal = (
        "Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,"
        "Follow up,Excitement\nPlanner,Oxbow Rail,,,Applied,2026-01-02,,2026-01-03,,5\n"
    )
    found = open_file(export_of(tmp_path, {**WHOLE, "teal.csv": teal}))
    assert {one.source.key for one in found if one.source} >= {"teal", "linkedin-messages"}


def test_a_bomb_among_the_parts_is_refused(tmp_path: Path) -> None:
    path = export_of(tmp_path, {"Connections.csv": CONNECTIONS, "messages.csv": "0" * 20_000_000})
    with pytest.raises(Unreadable) as refused:
        open_file(path)
    assert refused.value.code == "bomb"


def test_the_preamble_alone_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        open_file(file_of(tmp_path, PREAMBLE, "Connections.csv"))
