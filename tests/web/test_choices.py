"""Every list of choices on a page holds its choices."""

import re
from enum import StrEnum

import pytest
from django.test import Client

from ringback.core.people import OpeningKind
from ringback.core.proof.forms import Form
from ringback.core.proof.words import Labels
from ringback.core.steps import StepKind
from ringback.core.touches import Purpose, Reply, Via
from ringback.desk.desk import Desk
from ringback.desk.openings import NewOpening, add


def choices(client: Client, path: str, name: str) -> list[str]:
    """The values that the first list of this name offers, in order; those that mean nothing aside.

    An option without a value of its own has its text as one.
    """
    page = client.get(path).content.decode()
    found = re.search(rf'<select[^>]* name="{name}".*?</select>', page, re.DOTALL)
    assert found is not None, name
    options = re.findall(r"<option([^>]*)>([^<]*)", found[0])
    values = [re.search('value="([^"]*)"', more) for more, _ in options]
    told = [value[1] if value else text for value, (_, text) in zip(values, options, strict=True)]
    return [one for one in told if one]


@pytest.mark.parametrize(
    ("path", "name", "whole"),
    [
        ("/openings/new/", "kind", OpeningKind), ("/openings/", "step", StepKind),
        ("/openings/new/", "via", Via),
        ("/openings/1/", "reply", Reply), ("/openings/1/", "purpose", Purpose),
        ("/openings/1/", "via", Via), ("/proof/", "form", Form), ("/proof/", "labels", Labels),
    ],
)  # fmt: skip
def test_a_list_offers_all_that_there_is(
    signed_in: Client, desk: Desk, path: str, name: str, whole: type[StrEnum]
) -> None:
    opening = add(desk, NewOpening(employer="Acme Foods", manager="Kim Novak",
                                   number="+16145550177")).opening  # fmt: skip
    path = path.replace("/1/", f"/{opening.pk}/")
    assert sorted(choices(signed_in, path, name)) == sorted(one.value for one in whole)
