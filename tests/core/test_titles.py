"""Titles: level, function, HR, assistants and boards, in the languages of the tables."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.people import Function, Level
from ringback.core.titles import RANK, is_hr, read_title

HERE = Path(__file__).parent


def rows(name: str) -> list[tuple[str, ...]]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def marks(text: str) -> str:
    read = read_title(text)
    said = {"hr": read.is_hr, "aide": read.is_assistant, "board": read.is_board}
    return " ".join(mark for mark, holds in said.items() if holds) or "-"


@pytest.mark.parametrize(
    ("language", "text", "level", "function", "marked"), rows("title_cases.tsv")
)
def test_a_title_is_read(language: str, text: str, level: str, function: str, marked: str) -> None:
    read = read_title(text)
    assert (read.level, read.function, marks(text)) == (level, function, marked), language


@pytest.mark.parametrize(("language", "text", "expected"), rows("hr_cases.tsv"))
def test_hr_is_recognised_and_nothing_else_is(language: str, text: str, expected: str) -> None:
    assert is_hr(text) is (expected == "hr"), language


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("Owner", "Chief Financial Officer"),
        ("Chief Technology Officer", "VP Engineering"),
        ("VP Engineering", "Director of Engineering"),
        ("Director of Engineering", "Associate Director of Engineering"),
        ("Director of Engineering", "Engineering Manager"),
        ("Senior Engineering Manager", "Engineering Manager"),
        ("Engineering Manager", "Assistant Engineering Manager"),
        ("Leiter Technik", "Stellvertretender Leiter Technik"),
        ("Produktionsleiter", "Teamleiter Produktion"),
        ("Tech Lead", "Software Engineer"),
        ("Software Engineer", "Software Engineering Intern"),
    ],
)
def test_ranks_follow_the_office(higher: str, lower: str) -> None:
    assert read_title(higher).rank > read_title(lower).rank


@pytest.mark.parametrize(
    "text",
    ["Leiter/in Einkauf", "Leiter*in Einkauf", "Leiter:in Einkauf", "Leiter_in Einkauf",
     "LeiterIn Einkauf", "Leiter (m/w/d) Einkauf", "Leiter(in) Einkauf", "LEITER EINKAUF"],
)  # fmt: skip
def test_gender_marks_and_capitals_change_nothing(text: str) -> None:
    read, plain = read_title(text), read_title("Leiter Einkauf")
    assert (read.level, read.functions, read.rank) == (plain.level, plain.functions, plain.rank)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Head of Maintenance", "maintenance"),
        ("Leiter Instandhaltung", "maintenance"),
        ("Responsable maintenance", "maintenance"),
        ("Jefa de Mantenimiento", "maintenance"),
        ("Kierownik utrzymania ruchu", "maintenance"),
        ("Underhållschef", "maintenance"),
        ("Hoofd Inkoop", "purchasing"),
        ("Chefe de cozinha", "kitchen"),
        ("Lagerleiterin", "warehouse"),
        ("Payroll Manager", "payroll"),
    ],
)
def test_the_finer_work_is_one_word_in_every_language(text: str, topic: str) -> None:
    assert topic in read_title(text).topics


def test_a_longer_phrase_hides_the_shorter_ones_in_it() -> None:
    assert read_title("Product Owner").level is Level.STAFF
    assert read_title("Vice President").level is Level.VICE_PRESIDENT
    assert read_title("Business Partner").level is Level.STAFF


def test_a_compound_that_is_in_no_table_is_read_by_its_two_words() -> None:
    read = read_title("Brandmanager")
    assert (read.level, read.function) == (Level.MANAGER, Function.MARKETING)


def test_the_first_of_a_trade_is_no_chief_of_the_house() -> None:
    assert read_title("Chief Pharmacist").level is Level.MANAGER
    assert read_title("Head Gardener").level is Level.MANAGER
    assert read_title("Chief Marketing Officer").level is Level.CHIEF


def test_nothing_said_is_nothing_known() -> None:
    read = read_title("")
    assert (read.level, read.function, read.functions) == (Level.UNKNOWN, Function.UNKNOWN, ())
    assert marks("") == "-"


def test_only_the_beginning_of_a_very_long_text_is_read() -> None:
    assert read_title("x " * 1_000 + "Chief Executive Officer").level is Level.UNKNOWN


WORDS = [text for _, text, *_ in rows("title_cases.tsv") + rows("hr_cases.tsv")]
anything = st.text(max_size=400) | st.lists(
    st.sampled_from(" ".join(WORDS).split())
    | st.sampled_from("& , / | - ( ) of to de der".split()),
    max_size=12,
).map(" ".join)


@given(anything)
def test_any_text_is_read_without_contradiction(text: str) -> None:
    read = read_title(text)
    assert read.function is (read.functions[0] if read.functions else Function.UNKNOWN)
    assert len(set(read.functions)) == len(read.functions)
    assert 0.0 <= read.rank <= 7.0
    assert read.is_assistant is (read.level is Level.ASSISTANT)
    assert read.is_board is (read.level is Level.BOARD)
    assert not read.is_hr or Function.HR in read.functions


@given(anything)
def test_white_space_and_capitals_mean_nothing(text: str) -> None:
    loud = " \t" + text.strip().replace(" ", "  ") + " \n"
    assert read_title(loud[:250]).level is read_title(" ".join(loud[:250].split())).level


@given(st.sampled_from(WORDS))
def test_the_rank_belongs_to_the_level(text: str) -> None:
    read = read_title(text)
    if read.level in RANK:
        assert abs(read.rank - RANK[read.level]) <= 0.75
