"""A fetched page is read in a process that can be killed, to the same end as anywhere."""

import os

import pytest

from ringback.sources.team_page import read_page
from ringback.sources.unreadable import Unreadable
from ringback.sources.web.fetch import Fetched
from ringback.sources.web.reading import read_fetched

TEAM = """<html><body><h1>Our team</h1><a href="/board">Board of directors</a>
<div class="card"><h3>Zoë Novák</h3><p>Maintenance Manager</p><p>Tel. 216-555-0177 ext. 12</p>
<a href="mailto:zoe@acme.example">zoe@acme.example</a></div>
<div class="card"><h3>Lee Quist</h3><p>Director of Human Resources</p></div>
<div class="card"><h3>Maria Gonzalez</h3><p>Plant Manager</p></div></body></html>"""
URL = "https://acme.example/team"


@pytest.mark.parametrize("html", [TEAM, "", "<div id='root'></div><script src=a></script>"])
def test_it_reads_what_the_reader_reads(html: str) -> None:
    content = html.encode()
    assert read_fetched(Fetched(URL, content, 200)) == read_page(content, URL)


@pytest.mark.skipif(os.name == "nt", reason="Windows counts no processor time for a child")
def test_a_page_that_outlasts_its_time_is_given_up() -> None:
    # Starting Python and loading the reader takes many times these ten milliseconds anywhere.
    with pytest.raises(Unreadable) as error:
        read_fetched(Fetched(URL, TEAM.encode(), 200), seconds=0.01)
    assert error.value.code == "reading"
