"""Feeds of postings, whatever they say of themselves."""

import pytest

from tests.sources.postings import made_up
from tests.sources.postings.made_up import read


@pytest.mark.parametrize("named", ["iso-8859-1", "UFT-8"])
def test_a_feed_is_read_whatever_encoding_it_says_once_it_was_decoded(named: str) -> None:
    feed = made_up.personio_feed("<subcompany>Müller Muster GmbH</subcompany>")
    feed = feed.replace('encoding="UTF-8"', f'encoding="{named}"')
    assert f'encoding="{named}"' in feed
    assert {one.employer for one in read(feed).postings} == {"Müller Muster GmbH"}
