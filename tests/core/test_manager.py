"""Who hires: the rule of evidence 2.5 against cases by hand, and what holds for any people."""

import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.manager import Candidate, Known, Vacancy, ask_for, job_of, rank, set_aside
from ringback.core.people import Function, Level, Person
from ringback.core.places import NOWHERE, Place
from ringback.core.titles import read_title

TODAY = date(2026, 11, 23)
MAINTENANCE = Vacancy("Maintenance Technician", place=Place("US", "OH", city="Dayton"))


@dataclass(frozen=True, slots=True)
class Case:
    """A job, the titles known at an employer of a size, and those that are right."""

    family: str
    job: str
    size: int
    right: tuple[str, ...]
    others: tuple[str, ...]


def cases() -> list[Case]:
    found: list[Case] = []
    for path in sorted((Path(__file__).parent / "manager_cases").glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            right = case["right"] if isinstance(case["right"], list) else [case["right"]]
            found.append(
                Case(path.stem, case["job"], case["size"], tuple(right), tuple(case["others"]))
            )
    return found


def person(title: str, place: Place = NOWHERE) -> Person:
    return Person(id=title, name=f"Person {title}", title=title, place=place)


def titles(ranked: tuple[Candidate, ...]) -> list[str]:
    return [candidate.person.title for candidate in ranked]


def ranked_titles(vacancy: Vacancy, size: int, *known: Known) -> list[str]:
    return titles(rank(vacancy, known, size, TODAY))


def place_of_right(case: Case) -> int:
    """The place of the best right one, from 0; the input is in the order of the alphabet."""
    known = [Known(person(title)) for title in sorted(case.right + case.others)]
    found = titles(rank(Vacancy(case.job), known, case.size, TODAY))
    return min(found.index(title) for title in case.right)


def test_the_right_one_is_first_and_hr_never(capsys: pytest.CaptureFixture[str]) -> None:
    every = cases()
    places = Counter(place_of_right(case) for case in every)
    first = places[0] / len(every)
    first_three = sum(places[at] for at in range(3)) / len(every)
    bands = Counter(sum(case.size > most for most in (10, 50, 200, 1000)) for case in every)
    by_size = ", ".join(str(bands[at]) for at in range(5))
    with capsys.disabled():
        sys.stdout.write(
            f"\nwho hires: {len(every)} cases (by size {by_size}): "
            f"first {first:.1%}, in the first three {first_three:.1%}\n"
        )
    assert len(every) >= 150
    assert min(bands.values()) >= 15
    assert first >= 0.90
    assert first_three >= 0.98


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.family}: {case.job}")
def test_hr_is_proposed_only_for_jobs_in_hr(case: Case) -> None:
    known = [Known(person(title)) for title in case.right + case.others]
    ranked = rank(Vacancy(case.job), known, case.size, TODAY)
    if read_title(case.job).is_hr:
        assert ranked[0].person.title in case.right
    else:
        assert not any(read_title(candidate.person.title).is_hr for candidate in ranked)


def test_the_same_level_and_work_goes_first_and_says_why() -> None:
    known = [Known(person(t)) for t in ("Finance Manager", "Maintenance Manager", "President")]
    best = rank(MAINTENANCE, known, 120, TODAY)[0]
    assert best.person.title == "Maintenance Manager"
    assert best.reasons == ("one level above the job, same work (maintenance)",)


def test_the_owner_goes_first_in_a_small_firm_and_last_in_a_large_one() -> None:
    known = [Known(person(title)) for title in ("Owner", "Maintenance Manager")]
    assert ranked_titles(MAINTENANCE, 12, Known(person("Owner")), Known(person("Bookkeeper"))) == [
        "Owner",
        "Bookkeeper",
    ]
    assert ranked_titles(MAINTENANCE, 2000, *known)[0] == "Maintenance Manager"


def test_named_in_the_posting_outweighs_a_level() -> None:
    named = Known(person("Director of Operations"), named_in_posting=True)
    ranked = rank(MAINTENANCE, [Known(person("Maintenance Manager")), named], 300, TODAY)
    assert ranked[0].person.title == "Director of Operations"
    assert "named in the posting" in ranked[0].reasons


def test_hr_is_left_out_even_when_the_posting_names_them() -> None:
    named = Known(person("HR Manager"), named_in_posting=True)
    assert rank(MAINTENANCE, [named], 300, TODAY) == ()
    assert "HR" in set_aside(MAINTENANCE, [named])[0].reasons[0]


def test_a_job_in_hr_is_one_by_its_title_its_function_or_the_opening() -> None:
    for vacancy in (
        Vacancy("Recruiter"),
        Vacancy("Coordinator", function=Function.HR),
        Vacancy("Coordinator", in_hr=True),
    ):
        assert ranked_titles(vacancy, 300, Known(person("HR Manager"))) == ["HR Manager"]
    programmer = Vacancy("Software Engineer, HR Tech")
    assert ranked_titles(programmer, 300, Known(person("HR Manager"))) == []


def test_reports_to_decides_between_levels() -> None:
    vacancy = replace(MAINTENANCE, reports_to="Plant Director")
    known = [Known(person("Maintenance Manager")), Known(person("Plant Director"))]
    assert ranked_titles(vacancy, 300, *known)[0] == "Plant Director"


def test_the_same_site_goes_before_another() -> None:
    here = Known(person("Maintenance Manager", Place("US", "OH", city="Dayton")))
    there = Known(here.person._replace(id="2", place=Place("US", "TX", city="Austin")))
    ranked = rank(MAINTENANCE, [there, here], 300, TODAY)
    assert ranked[0].person.id == here.person.id
    assert "same site (Dayton)" in ranked[0].reasons


def test_the_town_in_a_title_is_a_site() -> None:
    known = [Known(person(f"Store Manager ({town})")) for town in ("Akron", "New York", "Toledo")]
    vacancy = Vacancy("Cashier", place=Place("US", "NY", city="New York"))
    assert ranked_titles(vacancy, 5000, *known)[0] == "Store Manager (New York)"


def test_evidence_older_than_a_year_counts_less() -> None:
    old = Known(person("Maintenance Manager")._replace(id="a"), evidence=date(2025, 1, 1))
    new = Known(person("Maintenance Manager")._replace(id="b"), evidence=date(2026, 10, 1))
    ranked = rank(MAINTENANCE, [old, new], 300, TODAY)
    assert [candidate.person.id for candidate in ranked] == ["b", "a"]
    assert ranked[0].score - ranked[1].score == pytest.approx(1.0)


def test_a_wrong_person_falls_behind_and_a_referral_rises() -> None:
    wrong = Known(person("Maintenance Manager"), wrong_person=True)
    referred = Known(person("Quality Engineer"), referred_to=True)
    assert ranked_titles(MAINTENANCE, 300, wrong, referred)[0] == "Quality Engineer"


def test_confirmed_by_the_receptionist_breaks_a_tie() -> None:
    one, other = Known(person("Production Manager")), Known(person("Plant Manager"))
    for confirmed in (one, other):
        known = [replace(k, confirmed_by_receptionist=k is confirmed) for k in (one, other)]
        assert ranked_titles(Vacancy("Welder"), 150, *known)[0] == confirmed.person.title


def test_assistants_and_board_come_last_and_are_marked() -> None:
    known = [
        Known(person("Assistant to the Plant Manager"), named_in_posting=True),
        Known(person("Chairman of the Board"), confirmed_by_receptionist=True),
        Known(person("Accountant")),
    ]
    ranked = rank(MAINTENANCE, known, 300, TODAY)
    assert [candidate.aside for candidate in ranked] == [False, True, True]


def test_assistants_alone_are_nobody_to_propose() -> None:
    assert rank(MAINTENANCE, [Known(person("Executive Assistant"))], 300, TODAY) == ()


def test_who_left_or_must_not_be_contacted_is_set_aside_with_the_reason() -> None:
    gone = Known(person("Maintenance Manager")._replace(left=True))
    never = Known(person("Plant Manager")._replace(do_not_contact=True))
    assert rank(MAINTENANCE, [gone, never], 300, TODAY) == ()
    said = {candidate.reasons for candidate in set_aside(MAINTENANCE, [gone, never])}
    assert said == {("has left",), ("asked not to be contacted",)}


def test_level_and_function_on_file_serve_where_the_title_is_silent() -> None:
    silent = person("-")._replace(level=Level.MANAGER, function=Function.MANUFACTURING)
    assert ranked_titles(MAINTENANCE, 300, Known(silent), Known(person("Sales Manager")))[0] == "-"


@pytest.mark.parametrize(
    ("vacancy", "size", "expected"),
    [
        (Vacancy("Maintenance Technician"), 300, "the person who leads your maintenance team"),
        (Vacancy("Buchhalterin"), 90, "the person who leads your accounting team"),
        (Vacancy("Barista"), 12, "the owner or manager"),
        (Vacancy("Head of Sales"), 400, "the person whom your Head of Sales reports to"),
        (Vacancy("Zythologist"), 0, "the person whom your Zythologist reports to"),
        (Vacancy("Welder", reports_to="Shop  Foreman"), 12, "your Shop Foreman"),
        (Vacancy(""), 0, "the manager who hires"),
    ],
)
def test_the_receptionist_is_asked_in_words_they_know(
    vacancy: Vacancy, size: int, expected: str
) -> None:
    assert ask_for(vacancy, size) == expected


TITLES = sorted({title for case in cases() for title in case.right + case.others})
people = st.builds(
    Person,
    id=st.text(alphabet="abc", min_size=1, max_size=3),
    name=st.sampled_from(["Ana Ruiz", "Ben Okafor", "Chi Wei", ""]),
    title=st.sampled_from(TITLES) | st.text(max_size=20),
    level=st.sampled_from(Level),
    function=st.sampled_from(Function),
    is_hr=st.booleans(),
    place=st.builds(Place, country=st.sampled_from(["", "US", "DE"])),
    do_not_contact=st.booleans(),
    left=st.booleans(),
)
known_people = st.builds(
    Known,
    person=people,
    named_in_posting=st.booleans(),
    confirmed_by_receptionist=st.booleans(),
    evidence=st.none() | st.dates(),
    wrong_person=st.booleans(),
    referred_to=st.booleans(),
)
vacancies = st.builds(
    Vacancy,
    title=st.sampled_from([case.job for case in cases()]) | st.text(max_size=30),
    function=st.sampled_from(Function),
    reports_to=st.sampled_from(["", "CEO", "Plant Manager", "?"]),
    in_hr=st.booleans(),
)
sizes = st.integers(-1, 500_000)


@given(vacancies, st.lists(known_people, max_size=8, unique_by=lambda one: one.person.id), sizes)
def test_the_order_in_which_people_are_known_changes_nothing(
    vacancy: Vacancy, known: list[Known], size: int
) -> None:
    backwards = list(reversed(known))
    assert rank(vacancy, known, size, TODAY) == rank(vacancy, backwards, size, TODAY)


@given(vacancies, st.lists(known_people, max_size=8), sizes)
def test_nobody_is_first_who_must_not_be(vacancy: Vacancy, known: list[Known], size: int) -> None:
    in_hr = job_of(vacancy).is_hr
    for candidate in rank(vacancy, known, size, TODAY)[:1]:
        read = read_title(candidate.person.title)
        assert not candidate.aside
        assert not candidate.person.do_not_contact
        assert not candidate.person.left
        assert in_hr or not (read.is_hr or candidate.person.is_hr)
        assert not read.is_assistant
        assert not read.is_board


@given(vacancies, st.lists(known_people, max_size=8), sizes)
def test_scores_fall_and_every_reason_says_something(
    vacancy: Vacancy, known: list[Known], size: int
) -> None:
    ranked = rank(vacancy, known, size, TODAY)
    for aside in (False, True):
        scores = [candidate.score for candidate in ranked if candidate.aside is aside]
        assert scores == sorted(scores, reverse=True)
    assert all(reason.strip() for candidate in ranked for reason in candidate.reasons)
    assert all(candidate.reasons for candidate in ranked)
    assert ask_for(vacancy, size).strip()
