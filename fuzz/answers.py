"""Readers of what the web answers: pages, postings, research services, addresses, sitemaps."""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from datetime import date
from zlib import crc32

from fuzz.target import WrongAnswer, keepable
from ringback.sources import team_page
from ringback.sources.api.client import Client, Params
from ringback.sources.api.parts import Json
from ringback.sources.api.secret import Secret
from ringback.sources.api.service import Question, Service
from ringback.sources.postings.given import Given
from ringback.sources.postings.in_json import as_json
from ringback.sources.postings.reading import read_posting
from ringback.sources.team_pages.charset import text_of
from ringback.sources.team_pages.links import team_links
from ringback.sources.team_pages.page import as_json as people_as_json
from ringback.sources.unreadable import Unreadable
from ringback.sources.web.asking import Answer, Wish
from ringback.sources.web.decoding import Unpacker
from ringback.sources.web.fetch import Fetched
from ringback.sources.web.site import locations
from ringback.sources.web.urls import Url, read_url

PAGE_ADDRESS = "https://tools.example/about/team"
LARGEST_PAGE = 2_000_000
READ_ON = date(2026, 10, 6)
_MOST_ASKED = 20


def read_team_page(data: bytes) -> str:
    """Read a page as its child process does."""
    page = team_page.read_page(data, PAGE_ADDRESS)
    json.loads(json.dumps(dataclasses.asdict(page)))
    people_as_json(page)
    keepable(page)
    if not all(person.name.strip() for person in page.people):
        raise WrongAnswer("somebody without a name")
    return f"{min(len(page.people), 9)} {page.built_by_script} {min(len(page.links), 3)}"


def read_fetched_page(data: bytes) -> str:
    """The first line is what a server says of the bytes below: their packing and charset."""
    head, _, body = data.partition(b"\n")
    packing, _, charset = head.decode("latin-1").partition("|")
    unpacker = Unpacker(packing, LARGEST_PAGE, cut=crc32(data) % 2 == 0)
    step = 1 + crc32(head) % 5_000
    for at in range(0, len(body), step):
        if not unpacker.full:
            unpacker.feed(body[at : at + step])
    if len(unpacker.content) > LARGEST_PAGE:
        raise WrongAnswer(f"{len(unpacker.content)} bytes of a page were kept")
    page = Fetched(PAGE_ADDRESS, bytes(unpacker.content), 200, charset).page
    return f"{packing[:8]} {bool(text_of(page).strip())} {unpacker.full}"


def read_page_address(data: bytes) -> str:
    """An address as a person gives it, then each further line as that page links to it."""
    first, *links = data.decode("utf-8", "surrogateescape").splitlines()[:50] or [""]
    base = read_url(first)
    if read_url(str(base)) != base:
        raise WrongAnswer(f"{base} is read as another address the second time")
    read = 0
    for link in links:
        try:
            read_url(link, base)
            read += 1
        except Unreadable:
            continue
    team_links([(link, link) for link in links], str(base))
    return f"{base.scheme} {min(read, 3)}"


def read_sitemap(data: bytes) -> str:
    found = locations(data.decode("utf-8", "replace"))
    return str(min(len(team_links([(one, "") for one in found], PAGE_ADDRESS)), 9))


def read_a_posting(data: bytes) -> str:
    """Read a posting as its child process does, with and without what may be known of it."""
    which = crc32(data) % 4
    url = ("", PAGE_ADDRESS, "https://jobs.lever.co/example/1", "")[which]
    reading = read_posting(data, Given(READ_ON, url=url, pasted=which == 3))
    for posting in reading.postings:
        json.loads(json.dumps(as_json(posting)))
        keepable(posting)
    return f"{min(len(reading.postings), 3)} {reading.built_by_script}"


@dataclasses.dataclass(frozen=True, slots=True)
class _Canned(Client):
    """A client whose every question is answered with the same bytes."""

    content: bytes = b""

    def _call(self, url: Url, wish: Wish) -> Json:
        self.asked.append(f"{wish.method} {url}")
        if len(self.asked) > _MOST_ASKED:
            raise WrongAnswer("it asks on without end")
        return self._read(Answer(200, self.content, "application/json", "", "", ""))

    def post_form(self, path: str, form: Params, headers: Mapping[str, str]) -> Json:
        """A token, so that what it is wanted for is asked too; at times what is wanted itself."""
        if len(self.content) % 8 == 0:
            return Client.post_form(self, path, form, headers)
        return {"access_token": "made-up-token-0001", "expires_in": 3600}


def ask_service(service: Service, data: bytes) -> str:
    """What a service's answer comes to, whatever it is asked."""
    which = crc32(data) % 2
    question = Question(
        employer="Example Tools", domain="tools.example", city="Columbus", country="US",
        duns="804735132", person=("", "Kim Sample")[which], most=2,
    )  # fmt: skip
    client = _Canned(service.label, service.base, meanings=service.meanings, content=data)
    secrets = {need.entry: Secret("made-up-key-0001") for need in service.needs}
    answer = service.ask(client, secrets, question)
    for told in answer.told:
        keepable(told)
    keepable(tuple(answer.notes))
    return f"{min(len(answer.told), 9)} {answer.used} {len(answer.notes)}"


def refusals(data: bytes, services: Sequence[Service]) -> str:
    """The words in which services refuse."""
    told = []
    for service in services:
        client = Client(service.label, service.base, meanings=service.meanings)
        status = 400 + crc32(data) % 130
        refusal = client._refused(Answer(status, data, "application/json", "", "", "soon"))
        keepable((refusal.sentence, refusal.hint))
        told.append(refusal.code)
    return " ".join(told)
