"""The words of each step and mail, case by case."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.scripts import (
    Facts,
    improper_note,
    improper_topics,
    mail_for,
    script_for,
    seconds,
)
from ringback.core.steps import StepKind
from ringback.core.touches import Purpose, Result, Via
from tests.core.script_facts import (
    ANA,
    TODAY,
    moment,
    ordinary,
    spoken,
)


@pytest.mark.parametrize("kind", StepKind)
@given(facts=ordinary)
def test_every_kind_of_step_has_words(kind: StepKind, facts: Facts) -> None:
    script = script_for(kind, facts, {})
    assert script.title
    assert script.sections
    assert len({section.key for section in script.sections}) == len(script.sections)


@pytest.mark.parametrize("purpose", Purpose)
def test_every_purpose_of_a_mail_has_a_mail(purpose: Purpose) -> None:
    assert mail_for(purpose, ANA).body.startswith("Dear Mr Okafor,\n\n")


def test_the_opening_names_asks_leave_gives_reason_proof_and_question() -> None:
    assert spoken(ANA, "opening") == (
        "Hello Mr Okafor, this is Ana Ruiz. I've called without an appointment: do you have one "
        "minute? I wrote to you on Monday about the Maintenance Planner job. At Delta I cut line "
        "stoppages by a third in a year. What matters most for your maintenance team right now?"
    )


def test_the_voicemail_of_an_ordinary_case_keeps_everything() -> None:
    assert spoken(ANA, "voicemail") == (
        "Hello Mr Okafor, Ana Ruiz here, 555-0142. I wrote to you on Monday about the Maintenance "
        "Planner job. At Delta I cut line stoppages by a third in a year. I'll send you one line "
        "by mail today; no need to ring back. Ana Ruiz, 555-0142. Thank you."
    )


def test_a_mail_is_announced_only_where_there_is_an_address() -> None:
    assert "by mail" not in spoken(replace(ANA, manager_mail=""), "voicemail")


def test_the_receptionist_is_asked_by_name_and_told_what_it_is_about() -> None:
    facts = replace(ANA, promised=True, promised_on=TODAY)
    assert spoken(facts, "ask") == "Hello, Ana Ruiz for Mr Okafor, please."
    assert spoken(facts, "about") == (
        "I wrote to Mr Okafor on Monday about the Maintenance Planner job and said I would call "
        "today."
    )


def test_the_receptionist_is_asked_for_the_name_when_it_is_unknown() -> None:
    facts = replace(ANA, manager_name="", manager_family="", sent_on=None, wrote_to_manager=False)
    assert spoken(facts, "desk", "ask receptionist") == (
        "Hello, I'm Ana Ruiz. I'd like to write to the person who leads your maintenance team. "
        "Could you tell me their name, and how it is spelled?"
    )


def test_without_honorific_the_full_name_is_used() -> None:
    facts = replace(ANA, honorific="")
    assert spoken(facts, "ask") == "Hello, Ana Ruiz for Chidi Okafor, please."


def test_how_to_say_the_name_is_told_when_it_is_known() -> None:
    assert spoken(ANA, "name") == ""
    facts = replace(ANA, manager_spoken="oh-KAH-for")
    assert spoken(facts, "name") == "Chidi Okafor: say “oh-KAH-for”."


def test_at_least_eight_objections_have_an_answer() -> None:
    keys = [section.key for section in script_for("call", ANA, {}).sections]
    assert sum(key.startswith("objection_") for key in keys) >= 8


def test_where_the_name_came_from_is_the_exact_truth() -> None:
    assert spoken(ANA, "objection_how").startswith(
        "Your name came from the team page on your website."
    )
    from_nowhere = replace(ANA, name_source="")
    assert "I won't guess" in spoken(from_nowhere, "objection_how")


def test_hr_is_told_of_an_application_only_when_there_is_one() -> None:
    assert "already in" not in spoken(ANA, "to_hr")
    assert "already in" in spoken(replace(ANA, sent_via=Via.PORTAL), "to_hr")


def test_a_job_in_hr_has_no_detour_around_hr() -> None:
    script = script_for("call", replace(ANA, in_hr=True), {})
    assert script.section("to_hr") is None
    assert script.section("hr") is None


def test_the_close_offers_the_two_times_in_order_and_the_second_try_one() -> None:
    assert "on Monday at 10 am or on Tuesday at 2:30 pm" in spoken(ANA, "close")
    assert "on Tuesday at 2:30 pm" in spoken(ANA, "close_again")


def test_a_time_that_is_over_or_told_twice_is_not_offered() -> None:
    facts = replace(ANA, slots=(moment(11, 11, 9), *ANA.slots[:1], *ANA.slots[:1]))
    assert "20 minutes on Tuesday at 2:30 pm, so" in spoken(facts, "close")


def test_own_lines_stand_beside_ours_even_where_we_have_none() -> None:
    script = script_for("call", ANA, {"opening": " Hi, Ana here. ", "name": "like “a car for”"})
    opening, name = script.section("opening"), script.section("name")
    assert opening
    assert opening.own_line == "Hi, Ana here."
    assert opening.text == spoken(ANA, "opening")
    assert name
    assert (name.text, name.own_line) == ("", "like “a car for”")


def test_own_words_over_the_limit_are_kept_and_measured() -> None:
    section = script_for("call", ANA, {"voicemail": "word " * 75}).section("voicemail")
    assert section
    assert section.own_line.startswith("word word")
    assert "about 30 seconds aloud; try for 25" in section.hint


def test_a_proof_that_is_too_long_is_left_out_and_said_so() -> None:
    section = script_for("call", replace(ANA, proof="I did this and that. " * 15), {}).section(
        "opening"
    )
    assert section
    assert "this and that" not in section.text
    assert "it takes 30 seconds aloud" in section.hint


def test_the_seconds_of_a_section_are_those_of_its_text() -> None:
    for section in script_for("call", ANA, {}).sections:
        assert section.seconds in (0, seconds(section.text))


def test_a_follow_up_answers_in_the_same_thread() -> None:
    assert mail_for("follow up", ANA).subject == "Maintenance Planner: Ana Ruiz"
    facts = replace(ANA, thread="RE: Re: Planner")
    assert mail_for("follow up", facts).subject == "Re: Planner"


def test_the_mail_after_a_voicemail_speaks_of_it() -> None:
    facts = replace(ANA, voicemail_left=True)
    assert "I left you a message" in mail_for("follow up", facts).body
    assert "I left you a message" not in mail_for("follow up", ANA).body
    assert [s.key for s in script_for("mail", facts, {}).sections] == ["mail voicemail"]


def test_confirming_an_application_says_that_it_is_in() -> None:
    facts = replace(ANA, sent_via=Via.PORTAL, reference="A-77")
    assert "is in, sent on Monday, under reference A-77" in mail_for("confirm", facts).body


def test_confirming_an_interview_gives_its_day_hour_and_place() -> None:
    facts = replace(ANA, interview_at=moment(11, 20, 14), interview_place="12 Harbour Road")
    expected = "I'll be there on Friday 20 November at 2 pm, 12 Harbour Road."
    assert expected in mail_for("confirm", facts).body


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        (replace(ANA, last_result=Result.TALKED), "mail thank conversation"),
        (replace(ANA, last_result=Result.NOT_HIRING), "mail thank not now"),
        (replace(ANA, last_result=Result.FILLED), "mail thank no"),
        (replace(ANA, last_result=Result.REFERRED_INSIDE), "mail thank referral"),
        (replace(ANA, interview_at=moment(11, 11, 10)), "mail thank interview"),
    ],
)
def test_thanks_fit_what_there_was(facts: Facts, key: str) -> None:
    assert [section.key for section in script_for("thank", facts, {}).sections] == [key]


def test_thanks_after_a_referral_name_who_was_named() -> None:
    facts = replace(ANA, referred_to="Ife Bello")
    assert "the name of Ife Bello" in mail_for("thank referral", facts).body


def test_a_letter_names_the_day_of_the_call_when_it_is_promised() -> None:
    facts = replace(ANA, sent_on=None, promised_on=TODAY + timedelta(days=5))
    assert "I will call you on Tuesday" in mail_for("letter", facts).body
    assert "I will call you" not in mail_for("letter", replace(ANA, promised_on=None)).body


def test_what_was_asked_for_goes_out_instead_of_a_letter() -> None:
    script = script_for("send", replace(ANA, last_result=Result.SEND_MORE), {})
    assert [section.key for section in script.sections] == ["mail more"]


def test_a_name_from_right_to_left_cannot_turn_the_number_after_it() -> None:
    assert "علي\u200e, 555-0142" in spoken(replace(ANA, seeker_name="أحمد علي"), "voicemail")


def test_a_step_or_a_mail_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no step called 'dance'"):
        script_for("dance", ANA, {})
    with pytest.raises(ValueError, match="no mail for 'dance'"):
        mail_for("dance", ANA)


def test_an_unknown_language_falls_back_on_english() -> None:
    assert mail_for("status", ANA, "xx-YY") == mail_for("status", ANA, "en_GB")


@pytest.mark.parametrize(
    ("note", "topics"),
    [
        ("She is 58, wants to retire", ("age",)),
        ("he's in his 60s", ("age",)),
        ("in her #s", ()),
        ("Pregnant, leaves in May", ("pregnancy or family plans",)),
        ("Muslim; has kids", ("religion", "pregnancy or family plans")),
        ("wears a Hijab", ("religion",)),
        ("IS OFF SICK with depression", ("health or disability",)),
        ("strong accent", ("origin or skin colour",)),
        ("her husband works at Delta", ("marriage or partnership",)),
        ("I think he’s 45.", ("age",)),
        ("Anfang 50, geht bald in Rente", ("age",)),
        ("ist schwanger, ab Mai in Elternzeit", ("pregnancy or family plans",)),
        ("seit Montag krankgeschrieben", ("health or disability",)),
        ("verheiratet, hat Kinder", ("marriage or partnership", "pregnancy or family plans")),
    ],
)
def test_notes_that_store_protected_traits_are_noticed(note: str, topics: tuple[str, ...]) -> None:
    assert set(improper_topics(note)) == set(topics)
    assert bool(improper_note(note)) == bool(topics)


@pytest.mark.parametrize(
    "note",
    [
        "",
        "She is 30 minutes late on Mondays, call at 10",
        "Christian Meyer leads the maintenance team of 25",
        "The machine is old; wants the manager of the maternity ward",
        "Black box testing, white paper, page 3, reads my mail daily",
        "he is 2nd in command",
        "Wants a younger design for the old site",
        "Anfang 2027 wieder anrufen, am besten Mitte März",
        "Katholisches Klinikum, Anfang 10 Uhr; Frau Jude nimmt ab 10:30 Uhr ab",
        "Die Anlage ist alt, der Bereich hat 25 Leute; erledigt Post am Montag",
    ],
)
def test_ordinary_notes_pass(note: str) -> None:
    assert improper_topics(note) == ()
    assert improper_note(note) == ""


def test_the_prompt_on_a_note_is_in_the_language_asked_for() -> None:
    assert "(Alter)" in improper_note("She is 58", "de")
    assert "somebody's age" in improper_note("Anfang 50", "en")


@given(st.text(max_size=300))
def test_any_note_can_be_looked_at(note: str) -> None:
    assert isinstance(improper_topics(note), tuple)
