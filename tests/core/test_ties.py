"""How strong a tie is: by grounds in words, with where each is from; a doubt never weighs."""

from datetime import date

import pytest

from ringback.core.facts import EmployerFacts
from ringback.core.ties import Acquaintance, Contacts, Source, Stay, Strength, tie

TODAY = date(2026, 11, 25)
OXBOW = EmployerFacts(name="Oxbow Rail")
MINE = (Stay(OXBOW, date(2016, 1, 1), date(2019, 11, 30), dated=True),)
FILE = Source("LinkedIn's export", "Export.zip, Connections.csv, line 5")


def of(
    *contacts: Contacts,
    stays: tuple[Stay, ...] = (),
    number: Source | None = None,
    listed: Source | None = None,
    helped_on: date | None = None,
) -> Acquaintance:
    return Acquaintance(
        contacts=contacts, stays=stays, number=number, listed=listed, helped_on=helped_on
    )


def grounds(somebody: Acquaintance, mine: tuple[Stay, ...] = ()) -> list[str]:
    found = tie(somebody, mine, TODAY)
    return [ground.says for ground in found.grounds] if found else []


def strength(somebody: Acquaintance, mine: tuple[Stay, ...] = ()) -> Strength | None:
    found = tie(somebody, mine, TODAY)
    return found.strength if found else None


def test_of_whom_nothing_is_on_file_there_is_no_tie() -> None:
    assert tie(of(), MINE, TODAY) is None


def test_a_connection_alone_is_loose_and_says_so() -> None:
    found = tie(of(Contacts(connected_on=date(2021, 3, 12), evidence=FILE)), MINE, TODAY)
    assert found is not None
    assert found.strength is Strength.LOOSE
    assert found.why == (
        "loose: no more is on file than that you have been connected since 12 March 2021"
    )
    assert found.grounds[0].evidence == FILE


def test_connected_while_at_an_employer_says_so() -> None:
    (says,) = grounds(of(Contacts(connected_on=date(2018, 3, 12))), MINE)
    assert says == "you have been connected since 12 March 2018, when you worked at Oxbow Rail"


def test_letters_both_ways_of_late_make_it_good() -> None:
    recent = Contacts(sent=3, received=2, sent_on=date(2026, 1, 5), received_on=date(2026, 1, 6))
    assert strength(of(recent)) is Strength.GOOD
    assert grounds(of(recent)) == [
        "you wrote to each other (3 from you, 2 from them, the last on 6 January 2026)"
    ]


@pytest.mark.parametrize(
    ("last", "how"), [(date(2024, 11, 25), Strength.GOOD), (date(2024, 11, 24), Strength.LOOSE)]
)
def test_letters_of_two_years_ago_weigh_to_the_day(last: date, how: Strength) -> None:
    assert strength(of(Contacts(sent=1, received=1, sent_on=last))) is how


def test_letters_one_way_are_told_and_do_not_weigh() -> None:
    one = of(Contacts(sent=1, sent_on=date(2026, 1, 5)))
    assert strength(one) is Strength.LOOSE
    assert grounds(one) == [
        "you wrote to them once, the last on 5 January 2026, with no answer on file"
    ]
    assert grounds(of(Contacts(received=4))) == [
        "they wrote to you 4 times, with no answer on file"
    ]


def test_of_two_counts_the_fuller_one_is_told_and_not_their_sum() -> None:
    both = of(Contacts(sent=3, received=2), Contacts(sent=5, received=3))
    assert grounds(both) == ["you wrote to each other (5 from you, 3 from them)"]


def test_two_grounds_that_weigh_make_it_close() -> None:
    somebody = of(
        Contacts(sent=1, received=1, sent_on=date(2026, 1, 5)),
        Contacts(recommended_me_on=date(2019, 5, 6)),
    )
    found = tie(somebody, (), TODAY)
    assert found is not None
    assert found.strength is Strength.CLOSE
    assert found.why.startswith(
        "close: they recommended you on 6 May 2019; you wrote to each other"
    )


def test_their_number_in_the_address_book_weighs_and_their_name_alone_does_not() -> None:
    where = Source("Google Contacts", "contacts.csv, line 4")
    assert strength(of(number=where)) is Strength.GOOD
    assert strength(of(listed=where)) is Strength.LOOSE


def test_who_opened_a_door_before_is_a_good_tie() -> None:
    assert grounds(of(helped_on=date(2026, 10, 6))) == [
        "they opened a door for you on 6 October 2026"
    ]
    assert strength(of(helped_on=date(2026, 10, 6))) is Strength.GOOD


@pytest.mark.parametrize(
    ("since", "until", "says"),
    [
        (date(2018, 3, 1), date(2021, 5, 31), "from March 2018 to November 2019"),
        (date(2010, 1, 1), date(2016, 1, 31), "from January 2016 to January 2016"),
        (date(2018, 3, 1), None, "from March 2018 to November 2019"),
    ],
)
def test_who_worked_at_the_same_place_at_the_same_time(
    since: date, until: date | None, says: str
) -> None:
    somebody = of(stays=(Stay(EmployerFacts(name="Oxbow Rail Inc."), since, until, dated=True),))
    found = tie(somebody, MINE, TODAY)
    assert found is not None
    assert says in found.grounds[0].says


def test_who_was_there_at_another_time_is_no_colleague() -> None:
    after = Stay(OXBOW, date(2020, 1, 1), None, dated=True)
    assert tie(of(stays=(after,)), MINE, TODAY) is None


def test_without_dates_working_at_the_same_place_does_not_weigh() -> None:
    somebody = of(stays=(Stay(OXBOW),))
    assert strength(somebody, MINE) is Strength.LOOSE
    assert "whether at the same time is not known" in grounds(somebody, MINE)[0]


def test_what_may_be_another_employer_is_a_doubt_and_no_weight() -> None:
    mine = (
        Stay(EmployerFacts(name="Summit Bank", city="Salem"), date(2016, 1, 1), None, dated=True),
    )
    theirs = Stay(EmployerFacts(name="Summit Bank Group"), date(2016, 1, 1), None, dated=True)
    found = tie(of(stays=(theirs,)), mine, TODAY)
    assert found is not None
    (ground,) = found.grounds
    assert (found.strength, ground.doubtful, ground.weighs) == (Strength.LOOSE, True, False)
    assert "if that is Summit Bank Group" in ground.says


def test_who_is_known_by_the_name_alone_is_a_doubt_and_no_weight() -> None:
    told = Contacts(
        sent=1, received=1, sent_on=date(2026, 1, 5), recommended_me_on=date(2026, 1, 1),
        by_name_only=True,
    )  # fmt: skip
    found = tie(of(told), (), TODAY)
    assert found is not None
    assert found.strength is Strength.LOOSE
    assert all(ground.doubtful and "by the name alone" in ground.says for ground in found.grounds)


def test_invitations_say_who_invited_whom() -> None:
    assert grounds(of(Contacts(invited="me", invited_on=date(2019, 1, 4)))) == [
        "they invited you to connect on 4 January 2019"
    ]
    assert grounds(of(Contacts(invited="them"))) == ["you invited them to connect"]
