"""The commands that record: each says what it kept and the step that follows."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


def test_adding_names_the_next_step(empty: Terminal) -> None:
    shown = empty("add", "Acme Foods", "--title", "Planner").out
    assert "Acme Foods · Planner" in shown
    assert "Next: Find out who hires" in shown


def test_without_a_job_or_a_posting_it_is_an_approach(empty: Terminal) -> None:
    for words, kind in (
        ((), "approach"), (("--title", "Planner"), "advertised"),
        (("--url", "https://acme.example/1"), "advertised"), (("--kind", "referral"), "referral"),
    ):  # fmt: skip
        added = empty("add", "Acme Foods", *words, "--json").data["opening"]
        assert isinstance(added, dict)
        assert added["kind"] == kind


def test_a_logged_call_is_followed_by_what_can_be_done_next(terminal: Terminal) -> None:
    terminal("add", "Bolt Tools", "--manager", "Sam Lee", "--number", "216 555 0155")
    terminal("send", "bolt", "--at", "2026-11-19 9:00")
    assert terminal("log", "acme", "no-answer").out.endswith(
        "\nringback next  Call Sam Lee, Bolt Tools\n"
    )
    shown = terminal("log", "bolt", "no-answer").out
    assert shown.endswith("\nNothing else is due: ringback add adds another.\n")


def test_a_letter_is_as_good_as_a_word_unless_it_closes_or_bars(terminal: Terminal) -> None:
    assert "it takes its word, “never”" in terminal("log", "acme", "N", code=9).err
    assert "message left" in terminal("log", "acme", "V").out


def test_where_nothing_can_be_done_now_it_says_what_waits(terminal: Terminal) -> None:
    later = terminal("next", at="2026-11-25 18:00", code=11).err
    assert "Nothing can be done now." in later
    assert "`ringback next 1` shows what waits: Call Dana Reyes." in later


def test_the_first_command_that_writes_begins_the_book(empty: Terminal) -> None:
    answer = empty("add", "Acme Foods")
    assert "A new search has begun" in answer.err


def test_a_sent_file_is_kept(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "resume.pdf"
    file.write_bytes(b"%PDF-1.4")
    terminal("add", "Example Tools", "--manager", "Sam Lee", "--mail", "sam@tools.example")
    assert "Kept a copy of resume.pdf." in terminal("send", "example", "--file", str(file)).out
    assert "Sent by e-mail to Sam Lee: resume.pdf" in terminal("show", "example").out


def test_a_moment_without_here_is_on_their_clock(terminal: Terminal) -> None:
    terminal(
        "add", "Nordwind Papier", "--city", "Hamburg", "--country", "DE", "--manager", "Jo Albers",
        "--number", "+49 40 5550110", at="2026-11-20 9:00",
    )  # fmt: skip
    terminal("send", "nordwind", at="2026-11-20 9:30")
    shown = terminal("log", "nordwind", "call-back", "--moment", "Fri 10:00").out
    assert "Understood as Fri 27 Nov, 10:00 am there (4:00 am for you)." in shown
    terminal("undo")
    shown = terminal("log", "nordwind", "call-back", "--moment", "Fri 10:00 here").out
    assert "Understood as Fri 27 Nov, 4:00 pm there (10:00 am for you)." in shown


def test_what_happened_is_told_in_ones_own_time(terminal: Terminal) -> None:
    logged = terminal("log", "acme", "busy", "--at", "9:15", "--json").data
    touches = logged["touches"]
    assert isinstance(touches, list)
    touch = touches[0]
    assert isinstance(touch, dict)
    assert touch["at"] == "2026-11-25T14:15:00+00:00"
    assert touch["line"] == "busy"


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("Wednesday", ", Wednesday, 18 November."), ("Monday", ", Monday, 23 November."),
        ("yesterday", ", yesterday."), ("today", "."),
    ],
)  # fmt: skip
def test_the_day_that_was_understood_is_told(
    terminal: Terminal, said: str, understood: str
) -> None:
    shown = terminal("add", "Bolt Tools", "--manager", "Sam Lee", "--sent", said).out
    assert f"Sent by e-mail to Sam Lee{understood}" in " ".join(shown.split())


def test_a_name_that_was_told_becomes_a_person(terminal: Terminal) -> None:
    terminal(
        "log", "acme", "referred", "--name", "Kim Park", "--number", "+1 216 555 0155",
        "--note", "Kim has the budget",
    )  # fmt: skip
    shown = terminal("show", "acme").out
    assert "Kim Park" in shown
    assert "(216) 555-0155" in shown
    assert "“Kim has the budget”" in shown


def test_a_note_on_a_private_matter_is_remarked_upon(terminal: Terminal) -> None:
    shown = terminal("log", "acme", "talked", "--note", "she is pregnant").out
    assert "no part in the work" in shown


def test_an_interview_is_booked_held_and_thanked_for(terminal: Terminal) -> None:
    booked = terminal("interview", "acme", "Mon 14:00").out
    assert "Understood as Mon 30 Nov, 2:00 pm." in booked
    assert "Confirm the interview in writing" in booked
    words = ("interview", "acme", "--held", "--promised", "2026-12-04")
    held = terminal(*words, at="2026-11-30 16:00")
    assert "Next: Thank Dana Reyes" in held.out
    assert (
        "Ask Dana Reyes where things stand" in terminal("thank", "acme", at="2026-11-30 17:00").out
    )


def test_an_offer_is_accepted(terminal: Terminal) -> None:
    assert "Decide on the offer" in terminal("offer", "acme", "--decide-by", "2026-12-01").out
    assert "Closed: hired." in terminal("offer", "acme", "--accept").out


def test_a_mail_is_shown_ready_to_send(terminal: Terminal) -> None:
    shown = terminal("mail", "acme", "--for", "follow up", "--words").out
    assert "dana@acme.example" in shown
    assert "Subject" in shown
    data = terminal("mail", "acme", "--for", "follow up", "--words", "--json").data
    assert data["to"] == "dana@acme.example"


def test_never_is_kept_and_told(terminal: Terminal) -> None:
    terminal("never", "acme")
    assert "Never contact Dana Reyes" in terminal("show", "acme").out
    terminal("add", "Acme Foods", "--title", "Another", "--manager", "Dana Reyes")
    assert terminal("send", "2", code=7).err.startswith("ringback: ")


def test_no_calls_turns_to_mails(terminal: Terminal) -> None:
    assert "Next: Mail Dana Reyes" in terminal("never", "acme", "--no-calls").out


def test_a_pause_ends_early(terminal: Terminal) -> None:
    assert "Paused until Wed 9 Dec." in terminal("pause", "acme", "in 2 weeks").out
    assert "Next: Call Dana Reyes, now" in terminal("resume", "acme").out


def test_a_step_is_passed_over_for_a_reason(terminal: Terminal) -> None:
    assert "Passed over: call" in terminal("skip", "acme", "they are on strike").out


def test_closing_and_reopening(terminal: Terminal) -> None:
    assert "Closed: withdrawn." in terminal("close", "acme", "withdrawn").out
    assert "Next:" in terminal("reopen", "acme").out


def test_undo_and_redo_go_back_and_forth(terminal: Terminal) -> None:
    before = terminal("show", "1", "--json").data["step"]
    after = terminal("log", "acme", "no-answer").out
    assert "Mon 30 Nov" in after
    assert "Taken back: Called Dana Reyes: it rang" in terminal("undo").out
    assert terminal("show", "1", "--json").data["step"] == before
    assert "Brought back: Called Dana Reyes: it rang" in terminal("redo").out
    assert "Mon 30 Nov" in terminal("show", "1").out
    terminal("redo", code=11)


def test_redo_stops_where_something_was_recorded_since(terminal: Terminal) -> None:
    terminal("log", "acme", "no-answer")
    terminal("undo")
    terminal("note", "acme", "their plant is in Cleveland")
    assert "ringback redo" not in terminal("redo", code=11).err


def _added(empty: Terminal) -> None:
    empty(
        "add", "Bolt Tools", "--manager", "Sam Lee", "--number", "216 555 0155",
        "--sent", "Mon of last week",
    )  # fmt: skip


def test_an_opening_goes_with_its_adding_and_comes_back_by_its_number(empty: Terminal) -> None:
    _added(empty)
    shown = empty("undo").out
    assert shown.splitlines() == [
        "#1  Bolt Tools",
        "  Taken back: it was never added. `ringback redo 1` brings it back.",
    ]
    assert "Bolt" not in empty("show").out
    assert "taken back: never added" in empty("show", "--closed").out
    assert "opening, taken back" in empty("find", "bolt").out
    assert '"taken_back": true' in empty("find", "bolt", "--json").out
    empty("add", "Acme Foods")
    assert "What was taken back before: `ringback redo 1`." in empty("redo", code=11).err
    assert "Next: Call Sam Lee" in empty("redo", "1").out


@pytest.mark.parametrize("since", [(), ("note", "1", "their plant is in Cleveland")])
def test_what_was_never_added_is_brought_back_by_reopening_it(
    empty: Terminal, since: tuple[str, ...]
) -> None:
    _added(empty)
    before = empty("show", "1", "--json").data["step"]
    empty("undo")
    if since:
        empty(*since)
    assert "never added. `ringback reopen 1` brings it back." in empty("next", "bolt").out
    assert "`ringback reopen 1`" in empty("log", "1", "busy", code=6).err
    assert "Brought back." in empty("reopen", "bolt").out
    assert empty("show", "1", "--json").data["step"] == before


def test_two_records_of_an_employer_are_merged_and_parted(terminal: Terminal) -> None:
    terminal("add", "Acme Foods Cleveland", "--title", "Planner")
    terminal("merge", "1", "2", code=15)
    assert "stands for both now" in terminal("merge", "1", "2", "--yes").out
    assert "for themselves again" in terminal("merge", "--undo").out


def test_a_route_is_kept_for_the_manager(terminal: Terminal) -> None:
    shown = terminal("route", "acme", "+1 216 555 0199", "--mobile", "--source", "her card").out
    assert "(216) 555-0199 is kept for Dana Reyes." in shown


def test_the_gate_tells_what_is_missing_and_its_code(terminal: Terminal) -> None:
    terminal("add", "Example Tools")
    assert "it is not known who hires" in terminal("gate").out
    terminal("gate", "example", code=5)
    terminal("gate", "acme")


def test_a_search_of_another_name_is_apart(terminal: Terminal) -> None:
    terminal.run("--search", "second", "add", "Example Tools")
    assert "Acme" not in terminal.run("--search", "second", "show").out
    assert "Example" not in terminal.run("show").out


@pytest.mark.parametrize("words", [("find", "reyes"), ("find", "2165550142"), ("find", "PLANNER")])
def test_all_text_is_searched(terminal: Terminal, words: tuple[str, str]) -> None:
    assert "Acme Foods" in terminal(*words).out
