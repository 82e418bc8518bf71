"""A field that was refused is marked and put right where it is told, and nothing else is lost."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ringback.book.journal import Touch
from ringback.desk.desk import Desk
from ringback.desk.openings import NewOpening, add

INVALID = re.compile(r"<input [^>]*aria-invalid[^>]*>")


@pytest.fixture
def opening(desk: Desk) -> int:
    return add(desk, NewOpening(
        employer="Acme Foods", manager="Dana Reyes", number="+1 216 555 0142",
    )).opening.pk  # fmt: skip


def the_one_marked(page: str) -> str:
    """The field that is marked, leads to the sentence and has the caret."""
    (found,) = INVALID.finditer(page)
    field = found[0]
    told = re.search(r'aria-describedby="(wrong(?:-\w+)?)[ "]', field)
    assert told is not None
    assert "autofocus" in field
    assert page.count(f'id="{told[1]}"') == 1
    return field


@pytest.mark.parametrize(
    ("what", "name", "value", "better"),
    [
        ("interview", "moment", "someday", "Thu 14:00"),
        ("interview", "moment", "yesterday 9:00", "Thu 14:00"),
        ("reply", "day", "31.2.", "in 2 weeks"),
        ("pause", "until", "31.2.", "in 2 weeks"),
        ("name", "number", "12", "+1 216 555 0143"),
    ],
)
def test_what_was_refused_is_put_right_on_the_page_that_refuses_it(
    signed_in: Client, opening: int, what: str, name: str, value: str, better: str
) -> None:
    told = {"note": "She laughed", "reply": "not now", "name": "Kim Lee", name: value}
    refused = signed_in.post(f"/openings/{opening}/{what}/", told)
    assert refused.status_code == 422
    page = refused.content.decode()
    assert f'name="{name}" value="{value}"' in the_one_marked(page)
    assert f'action="/openings/{opening}/{what}/"' in page
    again = dict(re.findall(r'type="hidden" name="(?!csrf)([^"]+)" value="([^"]+)"', page))
    before = Touch.objects.count()
    assert signed_in.post(f"/openings/{opening}/{what}/", again | {name: better}).status_code == 302
    assert Touch.objects.count() > before
    assert again == {key: word for key, word in told.items() if key != name}


def test_a_refusal_that_speaks_of_no_field_asks_for_none(signed_in: Client, opening: int) -> None:
    page = signed_in.post(f"/openings/{opening}/close/", {"reason": "", "note": "x"})
    assert page.status_code == 422
    assert INVALID.findall(page.content.decode()) == []


@pytest.mark.parametrize(
    ("how", "address", "marked"), [("page", "", "address"), ("page", "no address", "address"),
                                   ("file", "", "file")],
)  # fmt: skip
def test_the_page_that_could_not_be_read_is_marked(
    signed_in: Client, opening: int, how: str, address: str, marked: str
) -> None:
    given: dict[str, object] = {"how": how, "address": address}
    if how == "file":
        given["file"] = SimpleUploadedFile("team.html", b"<p>Nobody is here</p>")
    refused = signed_in.post(f"/openings/{opening}/who/read/", given)
    assert refused.status_code == 422
    field = the_one_marked(refused.content.decode())
    assert f'name="{marked}"' in field
    assert f'aria-describedby="wrong-{marked}"' in field
    assert marked == "file" or f'value="{address}"' in field


def test_a_file_that_cannot_be_imported_is_marked(signed_in: Client, desk: Desk) -> None:
    refused = signed_in.post("/import/", {})
    assert refused.status_code == 422
    assert 'type="file"' in the_one_marked(refused.content.decode())
    assert INVALID.findall(signed_in.get("/import/").content.decode()) == []
