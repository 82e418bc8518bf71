"""Whose page it is, as far as its address tells."""

import pytest

from ringback.book.parties import Employer
from ringback.core.touches import Reason
from ringback.desk.course import close
from ringback.desk.fitting import openings_for_page
from ringback.desk.openings import NewOpening, add
from tests.desk.factories import a_desk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("employer", "domain", "url", "fits"),
    [
        ("Acme Foods, Inc.", "", "https://www.acmefoods.com/team", True),
        ("Acme Foods, Inc.", "", "https://acme-foods.example/team", True),
        ("Acme Foods, Inc.", "", "https://careers.acme.co.uk/", True),
        ("Acme Foods, Inc.", "afi.example", "https://afi.example/people", True),
        ("Acme Foods, Inc.", "www.afi.com", "https://jobs.afi.com/people", True),
        ("Acme Foods, Inc.", "", "https://quarrystone.com/team", False),
        ("Acme Foods, Inc.", "", "https://acm.com/team", False),
        ("AB", "", "https://ab.com/", False),
        ("Acme Foods, Inc.", "", "https://[", False),
        ("Acme Foods, Inc.", "", "file:///acmefoods", False),
    ],
)
def test_a_page_is_an_employers_by_domain_or_name(
    employer: str, domain: str, url: str, fits: bool
) -> None:
    desk = a_desk()
    opening = add(desk, NewOpening(employer=employer)).opening
    Employer.objects.filter(pk=opening.employer_id).update(domain=domain)
    (found,) = openings_for_page(desk, url)
    assert (found.opening, found.fits) == (opening, fits)


def test_theirs_come_first_and_closed_ones_not_at_all() -> None:
    desk = a_desk()
    theirs = add(desk, NewOpening(employer="Acme Foods")).opening
    other = add(desk, NewOpening(employer="Scioto Cabinets")).opening
    closed = add(desk, NewOpening(employer="Acme Foods", title="Baker")).opening
    close(desk, closed, Reason.FILLED)
    found = openings_for_page(desk, "https://acmefoods.com/team")
    assert [one.opening for one in found] == [theirs, other]
    assert len(openings_for_page(desk, "https://acmefoods.com/team", most=1)) == 1
