import pytest

from ringback.core.facts import (
    EmployerFacts,
    PersonFacts,
    plain_mail,
    profile,
    registered,
    same_city,
    same_place,
)
from ringback.core.title_likeness import title_likeness


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.jobs.acme.co.uk/team?x=1", "acme.co.uk"),
        ("acme.example", "acme.example"),
        ("WWW.ACME.EXAMPLE:443", "acme.example"),
        ("daniel@mail.acme.example", "acme.example"),
        ("gmail.com", ""),
        ("https://sites.google.com/acme", ""),
        ("acme.wixsite.com", ""),
        ("localhost", ""),
        ("", ""),
    ],
)
def test_the_domain_that_somebody_registered_is_found(address: str, domain: str) -> None:
    assert registered(address) == domain


@pytest.mark.parametrize(
    ("mail", "plain"),
    [
        ("Daniel.Okafor@Acme.example", "daniel.okafor@acme.example"),
        ("d.ok+jobs@gmail.com", "dok@gmail.com"),
        ("info@acme.example", ""),
        ("hr-team@acme.example", ""),
        ("not a mail", ""),
    ],
)
def test_the_mailbox_of_an_office_is_nobodys_own(mail: str, plain: str) -> None:
    assert plain_mail(mail) == plain


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://de.linkedin.com/in/J%C3%B6rg-Weber/?trk=x", "jörg-weber"),
        ("linkedin.com/in/dokafor", "dokafor"),
        ("https://www.linkedin.com/in/ACwAAAB1x2y", ""),
        ("https://www.linkedin.com/sales/lead/ACwAAAB1x2y,NAME", ""),
        ("", ""),
    ],
)
def test_the_public_name_of_a_profile_is_found(address: str, name: str) -> None:
    assert profile(address) == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Köln", "Cologne", True),
        ("Koeln", "KÖLN", True),
        ("Ås", "Aas", True),
        ("Frankfurt", "Frankfurt am Main", True),
        ("Boston", "Greater Boston Area", True),
        ("Hull", "Bath", False),
        ("Hull", "", None),
    ],
)
def test_a_city_has_several_names(one: str, other: str, same: bool | None) -> None:
    assert same_city(one, other) is same


def test_the_same_city_name_in_two_regions_is_two_places() -> None:
    one = EmployerFacts(name="Acme", city="Salem", region="OR", country="US")
    other = EmployerFacts(name="Acme", city="Salem", region="Massachusetts", country="USA")
    assert same_place(one, other) is False
    assert same_place(one, EmployerFacts(name="Acme", city="Salem", region="Oregon")) is True


def test_the_employer_of_a_mailbox_is_known_by_it() -> None:
    assert PersonFacts(name="A", mails=frozenset({"a@acme.example"})).site == "acme.example"
    assert PersonFacts(name="A", mails=frozenset({"a@gmail.com"})).site == ""


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("VP Operations", "Vice President, Operations", 1, 1),
        ("IT Director", "Director of IT", 1, 1),
        ("Leiter Einkauf", "Einkaufsleiter", 0.5, 0.9),
        ("Sales Manager", "Regional Sales Manager", 0.5, 0.9),
        ("Plant Manager", "Nurse", 0, 0),
        ("", "", 0, 0),
    ],
)
def test_titles_are_alike_by_their_words(one: str, other: str, least: float, most: float) -> None:
    assert least <= title_likeness(one, other) <= most
