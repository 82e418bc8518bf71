"""Finding somebody in texts, however they are written there."""

import pytest

from ringback.desk.traces import Traces

ADA = Traces(["Ada Miller"], ["+16145550142"], ["ada@tools.example"])


@pytest.mark.parametrize(
    "text",
    [
        "spoke to Ada Miller", "ADA MILLER said no", "Miller, Ada", "ada_miller.pdf",
        "at 614-555-0142", "(614) 555 0142", "+1 614 555 0142", "16145550142", "614.555.0142",
        "mail ADA@tools.example", "Ada  Miller’s desk",
    ],
)  # fmt: skip
def test_they_are_found(text: str) -> None:
    assert ADA.tell(text)
    assert not ADA.tell(ADA.without(text, "gone"))


@pytest.mark.parametrize("text", ["Canada Millers", "Ada", "Miller Tools", "6145550143", "", "42"])
def test_others_are_left_alone(text: str) -> None:
    assert not ADA.tell(text)
    assert ADA.without(text, "gone") is text


def test_names_are_found_in_other_scripts_and_in_parts() -> None:
    traces = Traces(["山田 花子", "José Nuñez"], [], [])
    assert traces.tell("昨日、山田花子さん")
    assert traces.tell("山田 花子さん")
    assert traces.tell("Jose\u0301 Nun\u0303ez")


def test_trees_keep_their_shape() -> None:
    tree = ADA.out_of({"cells": ["Ada Miller", 5], "was": {"title": ""}}, "gone")
    assert tree == {"cells": ["gone", 5], "was": {"title": ""}}
