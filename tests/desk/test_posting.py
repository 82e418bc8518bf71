"""A posting kept: everything that it says, its text, who is named; and nothing the second time."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from ringback.book.journal import Document, SentDocument, Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Evidence, Person, Route
from ringback.core.posting import Posting
from ringback.desk.course import name_manager, strike
from ringback.desk.desk import Desk
from ringback.desk.parties import Source
from ringback.desk.posting import keep_posting, known_posting, read_posting
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sending import gate
from ringback.desk.who import who_hires
from ringback.sources.postings import reading as pure
from ringback.sources.postings.given import Given
from ringback.sources.web.guest import Guest, Limits
from tests.desk.factories import a_desk, an_opening
from tests.servers.hostile import Hostile, answer, running
from tests.sources.postings.made_up import job_posting, page_with, smartrecruiters_job

pytestmark = pytest.mark.django_db

PAGE = page_with(
    job_posting(
        identifier="REQ-1", employmentUnit={"name": "Operations"},
        url="https://quarrystone.example/jobs/1", validThrough="2026-11-30",
        applicationContact={"email": "jobs@quarrystone.example"},
    )
).encode()  # fmt: skip


@pytest.fixture
def desk() -> Desk:
    return a_desk()


def read(desk: Desk, content: bytes = PAGE) -> Posting:
    """What the reader makes of it, in this very process: starting one for each takes long."""
    (posting,) = pure.read_posting(content, Given(desk.today)).postings
    return posting


def test_reading_writes_nothing(desk: Desk) -> None:
    assert read_posting(desk, PAGE).posting == read(desk)
    assert not Opening.objects.exists()
    assert not Employer.objects.exists()


def test_an_opening_holds_all_that_the_posting_says(desk: Desk) -> None:
    kept = keep_posting(desk, read(desk))
    opening = Opening.objects.get()
    assert kept.logged.opening == opening
    assert not kept.known
    assert opening.title == "Plant Scheduler"
    assert opening.employer.name == "Quarrystone Fittings"
    assert opening.employer.domain == "quarrystone.example"
    assert (opening.employer.country, opening.employer.region) == ("US", "OH")
    assert opening.place == "Springfield, OH, US"
    assert opening.closes_on == date(2026, 11, 30)
    assert opening.no_calls == "No phone calls, please."
    assert opening.reports_to == "VP of Operations"
    assert opening.source_ref == "REQ-1"
    assert opening.url == "https://quarrystone.example/jobs/1"
    assert [one.kind for one in kept.logged.touches] == ["added"]
    assert kept.logged.step is not None


def test_its_text_stays_as_a_file_when_it_is_taken_off_the_web(desk: Desk) -> None:
    keep_posting(desk, read(desk))
    document = Document.objects.get()
    text = bytes(document.content).decode()
    assert "Three years of planning" in text
    assert "Department: Operations" in text
    assert Opening.objects.get().posting == text
    assert SentDocument.objects.get().touch == Touch.objects.get()


def test_who_is_named_in_it_is_a_person_with_the_posting_as_evidence(desk: Desk) -> None:
    kept = keep_posting(desk, read(desk))
    dana = Person.objects.get()
    assert (dana.name, dana.title) == ("Dana Reyes", "Maintenance Manager")
    assert kept.people == (dana,)
    assert Route.objects.get(person=dana).value == "dana@quarrystone.example"
    about = Evidence.objects.filter(person=dana)
    assert set(about.values_list("about", "source", "detail")) == {
        (fact, "the posting", "https://quarrystone.example/jobs/1")
        for fact in ("name", "title", "route")
    }
    loose = Route.objects.get(employer=kept.logged.opening.employer)
    assert loose.value == "jobs@quarrystone.example"


def test_who_hires_goes_by_the_posting_and_the_gate_stays_shut_until_it_is_said(desk: Desk) -> None:
    opening = keep_posting(desk, read(desk)).logged.opening
    first = who_hires(desk, opening).suggestions[0]
    assert first.person.name == "Dana Reyes"
    assert "named in the posting" in first.reasons
    assert not gate(desk, opening).opens
    source = Source("the posting", opening.url)
    named = name_manager(desk, opening, "Dana Reyes", source=source).opening
    assert gate(desk, named).opens


def test_named_in_one_posting_is_not_named_in_another(desk: Desk) -> None:
    keep_posting(desk, read(desk))
    other = an_opening(desk, "Quarrystone Fittings", "Buyer", manager="", number="", mail="")
    reasons = [why for one in who_hires(desk, other).suggestions for why in one.reasons]
    assert "named in the posting" not in reasons


def test_who_put_it_up_is_known_and_not_taken_for_a_contact(desk: Desk) -> None:
    content = json.dumps(smartrecruiters_job()).encode()
    opening = keep_posting(desk, read(desk, content)).logged.opening
    robin = Person.objects.get(name="Robin Pell")
    assert Evidence.objects.get(person=robin).source == "put the posting up"
    reasons = {
        one.person.name: one.reasons for one in who_hires(desk, opening).suggestions
    }  # fmt: skip
    assert "named in the posting" in reasons["Dana Reyes"]
    assert "named in the posting" not in reasons["Robin Pell"]


def test_a_title_that_names_no_work_is_helped_by_the_department(desk: Desk) -> None:
    node = job_posting(title="Associate II", employmentUnit={"name": "Finance"}, description="")
    opening = keep_posting(desk, read(desk, page_with(node).encode())).logged.opening
    assert "finance" in who_hires(desk, opening).ask_for
    bare = job_posting(title="Associate II", description="", identifier="REQ-9")
    other = keep_posting(desk, read(desk, page_with(bare).encode())).logged.opening
    assert "finance" not in who_hires(desk, other).ask_for


# The second time


def snapshot() -> tuple[int, ...]:
    models = (Opening, Employer, Person, Route, Evidence, Touch, Document, SentDocument)
    return tuple(model._default_manager.count() for model in models)


def test_the_same_address_is_known_and_nothing_changes(desk: Desk) -> None:
    first = keep_posting(desk, read(desk)).logged.opening
    before = snapshot()
    node = job_posting(
        title="Plant Scheduler (f/m)", url="http://www.quarrystone.example/jobs/1/?utm_source=x"
    )
    again = keep_posting(desk, read(desk, page_with(node).encode()))
    assert again.known
    assert again.logged.opening == first
    assert again.logged.touches == ()
    assert snapshot() == before


def test_the_same_employer_title_and_reference_are_known_from_anywhere(desk: Desk) -> None:
    first = keep_posting(desk, read(desk)).logged.opening
    node = job_posting(hiringOrganization="Quarrystone Fittings, Inc.", identifier="REQ-1",
                       url="https://board.example/view/99")  # fmt: skip
    assert keep_posting(desk, read(desk, page_with(node).encode())).logged.opening == first
    assert Opening.objects.count() == 1


@pytest.mark.parametrize(
    "more",
    [
        {"identifier": "REQ-2", "url": "https://quarrystone.example/jobs/2"},
        {"identifier": "REQ-2", "url": None},
        {"title": "Buyer", "identifier": "REQ-1", "url": None},
        {"hiringOrganization": "Riverbend Mills", "identifier": "REQ-1", "url": None},
    ],
)
def test_another_reference_title_or_employer_is_another(
    desk: Desk, more: dict[str, object]
) -> None:
    keep_posting(desk, read(desk))
    assert not keep_posting(desk, read(desk, page_with(job_posting(**more)).encode())).known
    assert Opening.objects.count() == 2


def test_without_references_two_addresses_are_two_and_a_file_is_the_same(desk: Desk) -> None:
    def one(url: str | None) -> Posting:
        return read(desk, page_with(job_posting(url=url)).encode())

    keep_posting(desk, one("https://quarrystone.example/jobs/1"))
    assert not keep_posting(desk, one("https://quarrystone.example/jobs/2")).known
    assert keep_posting(desk, one(None)).known


def test_an_opening_that_was_taken_back_is_not_known(desk: Desk) -> None:
    kept = keep_posting(desk, read(desk))
    strike(desk, tuple(one.uid for one in kept.logged.touches))
    assert known_posting(desk, read(desk)) is None
    assert not keep_posting(desk, read(desk)).known
    assert kept.logged.opening.pk != Opening.objects.order_by("-pk")[0].pk


def test_another_search_knows_nothing_of_it(desk: Desk) -> None:
    keep_posting(desk, read(desk))
    assert not keep_posting(a_desk(), read(desk)).known


# What is refused


def refusal(desk: Desk, content: bytes, pick: int = 0) -> Refusal:
    with pytest.raises(Refusal) as error:
        read_posting(desk, content, pick=pick)
    return error.value


def test_no_posting(desk: Desk) -> None:
    refused = refusal(desk, b"<html><body><h1>About us</h1></body></html>")
    assert refused.code is Code.BAD_FILE
    assert "not a posting" in refused.sentence
    assert refused.hint


def test_several_postings_are_listed_to_choose_from(desk: Desk) -> None:
    nodes = [job_posting(title=title, identifier=title) for title in ("Welder", "Buyer")]
    content = page_with(*nodes).encode()
    refused = refusal(desk, content)
    assert refused.code is Code.AMBIGUOUS
    assert "1 Welder (Springfield, OH, US); 2 Buyer" in refused.sentence
    assert read_posting(desk, content, pick=2).posting.title == "Buyer"
    assert refusal(desk, content, pick=3).code is Code.BAD_VALUE


def test_a_page_built_by_script(desk: Desk) -> None:
    refused = refusal(
        desk, b'<html><body><div id="root"></div><script src="/a"></script></body></html>'
    )
    assert "built by script" in refused.sentence
    assert "save" in refused.hint


def test_a_file_beyond_all_measure(desk: Desk) -> None:
    assert refusal(desk, b"x" * 10_000_001).code is Code.BAD_FILE


@pytest.mark.parametrize(
    "posting", [Posting(title="Welder"), Posting(employer="Acme Foods")], ids=["employer", "title"]
)
def test_without_employer_or_title_nothing_is_kept(desk: Desk, posting: Posting) -> None:
    with pytest.raises(Refusal) as error:
        keep_posting(desk, posting)
    assert error.value.code is Code.BAD_VALUE
    assert snapshot() == (0,) * 8


def test_a_number_that_cannot_be_read_is_told_and_the_rest_kept(desk: Desk) -> None:
    node = job_posting(hiringOrganization={"name": "Acme", "telephone": "12345"})
    kept = keep_posting(desk, read(desk, page_with(node).encode()))
    assert any("12345" in doubt for doubt in kept.doubts)
    assert Opening.objects.count() == 1


def test_a_closing_date_that_has_passed_is_told(desk: Desk) -> None:
    late = Desk(desk.search, datetime(2026, 12, 8, 15, tzinfo=UTC))
    assert "It closed on 30 November 2026." in read_posting(late, PAGE).posting.doubts


def test_nothing_is_longer_than_the_book_keeps_it(desk: Desk) -> None:
    long = "Very " * 200
    node = job_posting(
        title=f"{long}Planner", hiringOrganization={"name": f"{long}Foods"}, identifier="9" * 400,
        employmentUnit={"name": long}, jobLocation=long, description=f"<p>No calls {long}</p>",
        applicationContact={"name": f"Dana {long}", "email": f"{'d' * 60}@{'a.' * 200}example"},
    )  # fmt: skip
    keep_posting(desk, read(desk, page_with(node).encode()))
    for model in (Opening, Employer, Person, Route, Evidence, Document):
        for row in model._default_manager.all():
            for field in model._meta.concrete_fields:
                most, value = getattr(field, "max_length", None), getattr(row, field.attname)
                assert most is None or not isinstance(value, str) or len(value) <= most, field


# From the web


@pytest.fixture
def server() -> Iterator[Hostile]:
    with running() as one:
        one.replies["/jobs/1"] = answer(PAGE)
        yield one


def test_an_address_is_its_evidence(desk: Desk, server: Hostile) -> None:
    guest = Guest(limits=Limits(pause=0.0, seconds=5), here=frozenset({server.here}))
    address = f"{server.address}/jobs/1"
    found = read_posting(desk, address, guest=guest)
    assert found.fetched == (address,)
    assert found.posting.url == address
    assert server.asked == ["/robots.txt", "/jobs/1"]
    opening = keep_posting(desk, found.posting).logged.opening
    assert opening.url == address
    assert Evidence.objects.filter(detail=address).exists()


def test_linkedin_is_refused_with_the_way_out(desk: Desk, server: Hostile) -> None:
    with pytest.raises(Refusal) as error:
        read_posting(desk, "https://www.linkedin.com/jobs/view/1", guest=Guest())
    assert error.value.code is Code.BAD_VALUE
    assert "save the page" in error.value.hint
