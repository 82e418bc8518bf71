"""The contact's cell: names, and what people write beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.sources.contacts import Contact, contact_in


@pytest.mark.parametrize(
    ("cell", "name", "title"),
    [
        ("Dana Hollis", "Dana Hollis", ""),
        ("Dana Hollis, VP Operations", "Dana Hollis", "VP Operations"),
        ("VP Operations: Dana Hollis", "Dana Hollis", "VP Operations"),
        ("Dana Hollis - plant manager", "Dana Hollis", "plant manager"),
        ("Dana Hollis (HR)", "Dana Hollis", "HR"),
        ("HR - Dana Hollis", "Dana Hollis", "HR"),
        ("Dana Hollis / Plant Manager", "Dana Hollis", "Plant Manager"),
        ("Hollis, Dana", "Hollis, Dana", ""),
        ("Dana Hollis, PMP", "Dana Hollis, PMP", ""),
        ("Attn: Bob Lee", "Bob Lee", ""),
        ("Frau Dr. Ilse Brandt", "Frau Dr. Ilse Brandt", ""),
        ("Sabine Kurz (Leiterin Disposition)", "Sabine Kurz", "Leiterin Disposition"),
        ("李雷", "李雷", ""),
        ("محمد علي", "محمد علي", ""),
        ("Noe\u0308lle Ste\u0301phan", "Noe\u0308lle Ste\u0301phan", ""),
    ],
)
def test_a_name_and_its_title_are_told_apart(cell: str, name: str, title: str) -> None:
    assert contact_in(cell) == Contact(name=name, title=title)


@pytest.mark.parametrize("cell", ["HR", "n/a", "?", "", "the manager", "Talent Acquisition"])
def test_a_cell_that_names_nobody_gives_no_name(cell: str) -> None:
    assert contact_in(cell).name == ""


def test_a_title_alone_is_whom_to_ask_for() -> None:
    assert contact_in("Plant Manager") == Contact(title="Plant Manager")


def test_numbers_mails_and_pages_are_taken_off_the_name() -> None:
    contact = contact_in(
        "Dana Hollis <dana@x.example> direct 614-555-0143 x3 https://linkedin.com/in/dana-hollis"
    )
    assert (contact.name, contact.title) == ("Dana Hollis", "")
    assert contact.mails == ("dana@x.example",)
    assert [(n.value, n.extension) for n in contact.numbers] == [("614-555-0143", "3")]
    assert contact.linkedin == "https://linkedin.com/in/dana-hollis"


@pytest.mark.parametrize("between", [" & ", " and ", " / ", "; ", "\n", " und "])
def test_a_second_person_is_said_apart(between: str) -> None:
    contact = contact_in(f"Dana Hollis{between}Sam Ortiz")
    assert (contact.name, contact.others) == ("Dana Hollis", ("Sam Ortiz",))


@given(st.text(max_size=60))
def test_any_cell_can_be_taken_apart(cell: str) -> None:
    assert "@" not in contact_in(cell).name or "@" in cell
