"""The way of a newcomer at a terminal of 24 rows and 80 columns, to the first call and its log."""

import json
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.cli.folding import folded
from ringback.core.outcomes import OUTCOMES
from tests.cli.process import start
from tests.cli.seat import COLUMNS, ROWS, Seat, is_in_order, too_wide
from tests.cli.terminal import WEDNESDAY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
CALLED = "python3 run.py"
# What is asked, and what somebody answers who sent a letter last week.
ANSWERS = (
    (r"Employer\? ", "Acme Foods"), (r"Job title\? ", "Maintenance Planner"),
    (r"Who hires\? ", "Dana Reyes"), (r"Dana Reyes's job title\? ", "Plant Manager"),
    (r"Their number\? ", "216 555 0142"),
    (r"When was your résumé sent[^?]*\? ", "Wed of last week"),
    (r"How: e-mail, post, portal, by hand\? \[e-mail\] ", ""),
)  # fmt: skip
NEEDED_IN_A_CALL = (
    "Your first 20 seconds", "Ask for the meeting", "Dial for Dana Reyes: (216) 555-0142",
    "n no-answer  v voicemail  V voicemail-left  t talked  c call-back  i interview",
    "What came of it?",
)  # fmt: skip
# All that somebody reads on the way from the first command to the first logged call, in words.
MOST_WORDS = 270


def words_of(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


def last_page(shown: str) -> str:
    """What a terminal still shows of it, with the line for the next command."""
    return "\n".join(shown.splitlines()[-(ROWS - 1) :])


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book in which Dana Reyes is to be called; the letter was told five days after its day."""
    home = tmp_path_factory.mktemp("added")
    start(
        home, "--at", WEDNESDAY, "add", "Acme Foods", "--title", "Maintenance Planner",
        "--manager", "Dana Reyes", "--number", "216 555 0142", "--sent", "Mon of last week",
    )  # fmt: skip
    return home


def test_the_first_opening_ends_on_its_call_and_the_first_screen_has_it(tmp_path: Path) -> None:
    seat = Seat(tmp_path, "--at", WEDNESDAY, called=CALLED)
    seat.answer((r"What would you like\? \[a\] ", ""), *ANSWERS)
    seat.answer((r"Your name\? ", "Pat Doe"), (r"Your number\? ", "614 555 0199"))
    shown = seat.end()
    assert is_in_order(
        last_page(shown),
        (
            "Call Dana Reyes, Plant Manager", "Acme Foods · Maintenance Planner",
            "(216) 555-0142", "they can be called until noon", "Hello Dana Reyes, this is Pat Doe.",
            "Ask for the meeting", "python3 run.py next 1 --all",
            "python3 run.py log 1 no-answer  when done; others: python3 run.py log 1",
        ),
    )  # fmt: skip
    assert not too_wide(shown)
    told = json.loads(start(tmp_path, "config", "--json").stdout)
    assert (told["seeker"]["name"], told["seeker"]["number"]) == ("Pat Doe", "614 555 0199")
    log = Seat(tmp_path, "--at", WEDNESDAY, "log", "1", "no-answer", called=CALLED).end()
    assert "Nothing else is due: python3 run.py add adds another." in log
    assert words_of(shown) + words_of(log) <= MOST_WORDS


def test_an_answer_that_cannot_be_read_is_asked_for_alone(tmp_path: Path) -> None:
    seat = Seat(tmp_path, "--at", WEDNESDAY)
    seat.answer((r"What would you like", "a"), *ANSWERS[:4])
    seat.answer(
        ("Their number", "216 555 O142"),
        ("letter O stands where a zero(?s:.*)Their number", "2165550142"),
        (r"When was your résumé sent \(Enter: not yet\)", "some day"),
        ("“yesterday 10:30am”, “11/18” or(?s:.*)When was your", "tomorrow"),
        ("has not come yet(?s:.*)When was your", "Monday"), ("How:", "post"),
        ("Your name", ""),
    )  # fmt: skip
    shown = seat.end()
    assert shown.count("Employer?") == 1
    assert not too_wide(shown)
    assert 'ringback config --name "NAME" --number "NUMBER"' in shown
    (touch,) = [
        one
        for one in json.loads(start(tmp_path, "show", "1", "--json").stdout)["history"]
        if one["kind"] == "sent"
    ]
    assert (touch["via"], touch["at"][:10]) == ("post", "2026-11-23")


def test_what_cannot_be_kept_is_asked_once_more_and_enter_keeps_it(tmp_path: Path) -> None:
    start(tmp_path, "add", "Acme Foods")
    with closing(sqlite3.connect(tmp_path / "book.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        seat = Seat(tmp_path, "--at", WEDNESDAY, "add")
        seat.answer(
            (r"Employer\? ", "  "), (r"Employer\? ", "-"), (r"Employer\? ", "Bolt Tools"),
            (r"title\? ", "Planner"), (r"hires\? ", "Sam Lee"), (r"Sam Lee's job title\? ", ""),
            (r"Their number\? ", "sam@tools"), (r"not a mail address(?s:.*)Their number\? ", ""),
            (r"sent", "Monday"), (r"How", "email"),
        )  # fmt: skip
        seat.press("Another program is writing(?s:.*)Enter keeps what stands in brackets", "")
        other.execute("ROLLBACK")
        seat.answer(
            (r"Employer\? \[Bolt Tools\] ", ""), (r"title\? \[Planner\] ", "-"),
            (r"hires\? \[Sam Lee\] ", ""), (r"Sam Lee's job title", ""), (r"Their number", ""),
            (r"sent\? \[Monday\] ", ""), (r"How[^?]*\? \[email\] ", ""),
        )  # fmt: skip
        assert "mail to Sam Lee, Monday, 23 November." in seat.end()
    assert "Planner" not in start(tmp_path, "show", "2").stdout


def test_one_goes_back_to_any_question_and_on_from_there(tmp_path: Path) -> None:
    seat = Seat(tmp_path, "--at", WEDNESDAY, called=CALLED)
    seat.answer(
        ("What would you like", ""), (r"< goes back\.\s+Employer\? ", "<"),
        (r"Employer\? ", "Planner"), (r"Job title\? ", "back"),
        (r"Enter keeps what stands in brackets(?s:.*)Employer\? \[Planner\] ", "Acme Foods"),
        (r"Job title\? ", "Planner"), (r"Who hires\? ", ""), (r"switchboard's number\? ", "<"),
        (r"Who hires\? ", "Dana Reyes"), (r"Dana Reyes's job title\? ", ""),
        (r"Their number\? ", "216 555 0142"), (r"sent[^?]*\? ", "Monday"), (r"How[^?]*\? ", "post"),
        (r"Your name\? ", "Pat"), (r"Your number\? ", "<"), (r"Your name\? \[Pat\] ", "<"),
        (r"How[^?]*\? \[post\] ", "<"), (r"sent\? \[Monday\] ", "-"),
        (r"Your name\? \[Pat\] ", "<"), (r"sent \(Enter: not yet\)\? ", "<"),
        (r"Their number\? \[216 555 0142\] ", ""), (r"sent[^?]*\? ", "yesterday"),
        (r"How[^?]*\? \[e-mail\] ", ""), (r"Your name\? \[Pat\] ", "Pat Doe"),
        (r"Your number\? ", "614 555 0199"),
    )  # fmt: skip
    assert not too_wide(seat.end())
    (opening,) = json.loads(start(tmp_path, "show", "--json").stdout)["openings"]
    assert (opening["employer"]["name"], opening["title"]) == ("Acme Foods", "Planner")
    history = json.loads(start(tmp_path, "show", "1", "--json").stdout)["history"]
    assert [(one["via"], one["at"][:10]) for one in history if one["kind"] == "sent"] == [
        ("mail", "2026-11-24")
    ]
    told = json.loads(start(tmp_path, "config", "--json").stdout)
    assert (told["seeker"]["name"], told["seeker"]["number"]) == ("Pat Doe", "614 555 0199")


def test_how_it_went_and_when_are_taken_as_people_say_them(tmp_path: Path) -> None:
    seat = Seat(tmp_path, "--at", WEDNESDAY, "add")
    seat.answer(
        ("Employer", "Bolt Tools"), ("title", ""), ("hires", ""),
        ("switchboard's number", "216 555 0155"), ("sent", "about a week ago"),
        ("  Wed 18 Nov(?s:.*)How", "pigeon"),
        ("“pigeon” is none of these(?s:.*)How", "on their website"),
    )  # fmt: skip
    assert not too_wide(seat.end())
    history = json.loads(start(tmp_path, "show", "1", "--json").stdout)["history"]
    assert [one["via"] for one in history if one["kind"] == "sent"] == ["portal"]
    assert "Ask the switchboard who hires" in start(tmp_path, "show", "1").stdout


def test_who_stops_is_told_what_is_kept(tmp_path: Path) -> None:
    seat = Seat(tmp_path, "--at", WEDNESDAY, called=CALLED)
    seat.answer(("What would you like", "a"), ("Employer", "Bolt Tools"))
    seat.press("Job title", "\x03")
    shown = seat.end(code=130)
    assert "Stopped: nothing was kept. `python3 run.py add` begins again." in shown
    seat = Seat(tmp_path, "--at", WEDNESDAY, called=CALLED)
    seat.answer(("What would you like", "a"), ("Employer", "Bolt Tools"), ("title", ""))
    seat.answer(("hires", ""), ("number", ""), ("sent", ""))
    seat.press("Your name", "\x03")
    shown = seat.end(code=130)
    assert "Stopped: the opening is kept. `python3 run.py next 1` has its step." in shown


def test_a_terminal_that_is_closed_costs_nothing_of_what_was_said(tmp_path: Path) -> None:
    seat = Seat(tmp_path, "--at", WEDNESDAY, called=CALLED)
    seat.answer(("What would you like", "a"), ("Employer", "Bolt Tools"), ("title", ""))
    seat.answer(("hires", ""), ("number", ""), ("sent", ""), ("Your name", "Pat Doe"))
    seat.press("Your number", "216")
    seat.child.kill(signal.SIGHUP)
    seat.end(code=130)
    assert json.loads(start(tmp_path, "config", "--json").stdout)["seeker"]["name"] == "Pat Doe"
    assert "Bolt Tools" in start(tmp_path, "show", "1").stdout


def test_who_stops_at_the_last_question_keeps_what_was_said_to_those_before(tmp_path: Path) -> None:
    seat = Seat(tmp_path, "--at", WEDNESDAY, called=CALLED)
    seat.answer(("What would you like", "a"), ("Employer", "Bolt Tools"), ("title", ""))
    seat.answer(("hires", ""), ("number", ""), ("sent", ""), ("Your name", "Pat Doe"))
    seat.press("Your number", "\x03")
    shown = " ".join(seat.end(code=130).split())
    assert "Stopped: the opening and your name are kept. `python3 run.py next 1` has" in shown
    assert json.loads(start(tmp_path, "config", "--json").stdout)["seeker"]["name"] == "Pat Doe"
    assert "Bolt Tools" in start(tmp_path, "show", "1").stdout


def test_who_stops_after_going_back_has_kept_nothing(tmp_path: Path) -> None:
    seat = Seat(tmp_path, "--at", WEDNESDAY, called=CALLED)
    seat.answer(("What would you like", "a"), ("Employer", "Bolt Tools"), ("title", ""))
    seat.answer(("hires", ""), ("number", ""), ("sent", ""), ("Your name", "<"))
    seat.press(r"sent \(Enter", "\x03")
    assert "Stopped: nothing was kept." in seat.end(code=130)
    assert start(tmp_path, "show").returncode == 16


def test_who_stops_after_reading_a_sheet_keeps_the_name(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("Company,Position,Date applied\nBolt Tools,Planner,2026-11-18\n", "utf-8")
    seat = Seat(tmp_path, called=CALLED)
    seat.answer(("What would you like", "i"), ("Which file", str(sheet)), (r"in\? ", "y"))
    seat.answer((r"Your name\? ", "Pat Doe"))
    seat.press(r"Your number\? ", "\x03")
    assert "Stopped: what was read and your name are kept." in seat.end(code=130)
    assert json.loads(start(tmp_path, "config", "--json").stdout)["seeker"]["name"] == "Pat Doe"


def test_nobody_is_asked_where_an_option_says_something(added: Path) -> None:
    shown = start(added, "add", "--title", "Planner")
    assert shown.returncode == 2
    assert "Say at which employer" in shown.stderr


@pytest.mark.parametrize(
    "line",
    [
        "I cut line stoppages at Delta by a third within one year, with the crew that was there.",
        "",
    ],
)
def test_the_call_fits_the_first_screen_whatever_it_says(added: Path, line: str) -> None:
    start(added, "config", "--line", "proof", line)
    start(added, "--at", WEDNESDAY, "note", "1", "\n".join(["Their plant is in Cleveland."] * 9))
    shown = Seat(added, "--at", WEDNESDAY, "next", called=CALLED).end()
    assert len(shown.splitlines()) < ROWS
    for part in ("Call Dana Reyes", "(216) 555-0142", "until noon", "Your first 20 seconds"):
        assert part in shown
    whole = Seat(added, "--at", WEDNESDAY, "next", "--all", called=CALLED).end()
    for part in ("“We are not hiring”", "Voicemail", "So far", "Who is known there"):
        assert part in whole


def test_what_was_said_before_stands_beside_the_words(tmp_path: Path) -> None:
    start(
        tmp_path, "--at", "2026-11-23 10:00", "add", "Bolt Tools", "--manager", "Sam Lee",
        "--number", "216 555 0155", "--sent", "Mon of last week",
    )  # fmt: skip
    line = ("log", "1", "try-at", "-m", "Wed 10:00", "-n", "She starts at six.")
    start(tmp_path, "--at", "2026-11-23 10:30", *line)
    shown = Seat(tmp_path, "--at", WEDNESDAY, "next").end()
    assert is_in_order(shown, ("(216) 555-0155", "Your first 20 seconds", "She starts at six."))
    assert len(shown.splitlines()) < ROWS


def test_a_taller_terminal_is_used(added: Path) -> None:
    shown = Seat(added, "--at", WEDNESDAY, "next", rows=90).end()
    assert "Voicemail" in shown
    assert ROWS < len(shown.splitlines()) < 90


def test_a_call_of_a_session_fits_with_its_question(added: Path) -> None:
    seat = Seat(added, "--at", WEDNESDAY, "call")
    seat.press(r"What came of it\? \(\? for all keys\) ", "?")
    page = seat.shown[seat.shown.index("Call Dana Reyes") :]
    assert len(page.splitlines()) <= ROWS
    assert is_in_order(page, NEEDED_IN_A_CALL)
    seat.press(r"Besides(?s:.*)What came of it\? \(\? for all keys\) ", "q")
    keys = seat.shown[seat.shown.index("Nobody to talk to") :]
    # The row above it is empty.
    assert len(keys.splitlines()) < ROWS
    assert not too_wide(keys)
    for outcome in OUTCOMES:
        assert f"{outcome.key}  {outcome.says}" in keys
    seat.end()


def test_nothing_that_was_said_pushes_out_what_the_call_needs(tmp_path: Path) -> None:
    start(
        tmp_path, "--at", "2026-11-20 9:00", "add", "Bolt Tools", "--title", "Planner",
        "--manager", "Dana Reyes", "--number", "216 555 0142", "--sent", "Mon of last week",
    )  # fmt: skip
    proof = (
        "I cut line stoppages at Delta by a third within one year, with the crew that was there."
    )
    start(tmp_path, "config", "--name", "Pat Doe", "--line", "proof", proof)
    for at in ("2026-11-23 10:00", "2026-11-24 10:00"):
        start(
            tmp_path, "--at", at, "log", "1", "try-at", "-m", "tomorrow 10:00", "-n",
            "She starts at six, and is on the floor till nine: her assistant is called Kim Lee.",
        )  # fmt: skip
    seat = Seat(tmp_path, "--at", WEDNESDAY, "call")
    seat.press(r"What came of it\? ", "q")
    page = seat.shown[seat.shown.index("Call Dana Reyes") :]
    assert len(page.splitlines()) <= ROWS
    assert is_in_order(page, ("She starts at six", "with the crew that was there"))
    assert is_in_order(page, NEEDED_IN_A_CALL)
    seat.end()
    shown = Seat(tmp_path, "--at", WEDNESDAY, "next", called=CALLED).end()
    assert len(shown.splitlines()) < ROWS
    for part in ("She starts at six", *NEEDED_IN_A_CALL[:2], 'config --number "NUMBER"'):
        assert part in shown


def test_the_keys_are_those_of_whoever_answers(tmp_path: Path) -> None:
    start(
        tmp_path, "--at", "2026-11-20 9:00", "add", "Bolt Tools", "--switchboard", "216 555 0177",
        "--sent", "Mon of last week",
    )  # fmt: skip
    seat = Seat(tmp_path, "--at", WEDNESDAY, "call")
    seat.press(r"What came of it\? ", "q")
    assert "n no-answer  a name  y try-at  m message  k blocked  h hr" in seat.shown
    seat.end()


def test_all_outcomes_fit_the_screen_on_which_one_is_asked_for(added: Path) -> None:
    seat = Seat(added, "--at", WEDNESDAY, "log", "acme")
    seat.answer((r"then Enter \(q: nothing yet\) ", "q"))
    assert len(seat.shown.splitlines()) <= ROWS
    assert not too_wide(seat.shown)
    assert is_in_order(seat.shown, ("it rang, nobody answered", "passed to HR"))
    assert is_in_order(seat.shown, ("You talked to them", "interview set", "a clear no"))


@pytest.mark.parametrize("said", ["n", "no-answer", "No answer"])
def test_an_outcome_is_typed_as_every_other_answer_is(tmp_path: Path, said: str) -> None:
    start(tmp_path, "--at", WEDNESDAY, "add", "Acme Foods", "--manager", "Dana Reyes",
          "--number", "216 555 0142", "--sent", "Mon of last week")  # fmt: skip
    seat = Seat(tmp_path, "--at", WEDNESDAY, "log", "acme")
    seat.answer((r"nothing yet\) ", "nobody"), (r"none of them(?s:.*)nothing yet\) ", said))
    seat.answer((r"Note\?", ""))
    assert "Called Dana Reyes: it rang, nobody answered." in seat.end()


def test_an_hour_that_is_needed_is_asked_for_once_more(tmp_path: Path) -> None:
    start(tmp_path, "--at", WEDNESDAY, "add", "Acme Foods", "--manager", "Dana Reyes",
          "--number", "216 555 0142", "--sent", "Mon of last week")  # fmt: skip
    seat = Seat(tmp_path, "--at", WEDNESDAY, "log", "acme")
    seat.answer((r"nothing yet\) ", "c"), ("When, on their clock", ""))
    seat.answer(("a day and an hour(?s:.*)When, on their clock", "tomorrow 9am"), ("Note", ""))
    shown = seat.end()
    assert "Next: Call Dana Reyes, tomorrow, 9:00 am." in shown
    assert not too_wide(shown)


def test_the_address_of_the_desk_stands_on_a_line_of_its_own(tmp_path: Path) -> None:
    seat = Seat(tmp_path, "serve", "--no-browser", "--port", "0", called=CALLED)
    seat.press("closes it", "\x03")
    shown = seat.end(code=130)
    first, address, *_ = shown.splitlines()
    assert first == "Open this in your browser:"
    assert address.startswith("http://127.0.0.1:")
    assert not too_wide(shown)


def test_no_word_of_a_complaint_is_broken(added: Path) -> None:
    line = ("log", "acme", "busy", "--at", "the other day or so, on a morning that was a fine one")
    shown = Seat(added, "--at", WEDNESDAY, *line).end(code=12)
    assert "“2 weeks ago”" in " ".join(shown.split())
    assert not too_wide(shown)


@given(st.lists(st.text("abc-’", min_size=1, max_size=30), max_size=30), st.integers(40, 200))
def test_lines_are_broken_between_words_alone(words: list[str], columns: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        text = folded(" ".join(words) + " ")
    assert text.split() == words
    assert all(len(line) <= min(columns, COLUMNS + 16) for line in text.splitlines())
    assert not words or text.endswith(" ")
