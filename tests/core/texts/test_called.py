"""How somebody is called, in each language."""

import pytest

from ringback.core.texts.called import called
from ringback.core.texts.language import language


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Dana Reyes", ("Dana Reyes", "Dana Reyes", "Guten Tag Dana Reyes")),
        ("Herr Jonas Weber", ("Herr Weber", "Herrn Weber", "Sehr geehrter Herr Weber")),
        ("Hr. Weber", ("Hr. Weber", "Hr. Weber", "Guten Tag Hr. Weber")),
        ("Mr. Chidi Okafor", ("Herr Okafor", "Herrn Okafor", "Sehr geehrter Herr Okafor")),
        (
            "Frau Prof. Dr. Eva von der Heide",
            (
                "Frau Prof. Dr. von der Heide", "Frau Prof. Dr. von der Heide",
                "Sehr geehrte Frau Prof. Dr. von der Heide",
            ),
        ),
        ("Dr. Eva Heide", ("Dr. Eva Heide", "Dr. Eva Heide", "Guten Tag Dr. Eva Heide")),
        ("Mx Robin Hale", ("Robin Hale", "Robin Hale", "Guten Tag Robin Hale")),
        ("Frau Reyes", ("Frau Reyes", "Frau Reyes", "Sehr geehrte Frau Reyes")),
        ("Herr", ("Herr", "Herr", "Guten Tag Herr")),
        ("", ("", "", "")),
    ],
)  # fmt: skip
def test_in_german_the_case_and_the_greeting_follow_from_what_is_on_file(
    name: str, forms: tuple[str, ...]
) -> None:
    assert called(name, language("de").honorifics) == forms


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Dana Reyes", "Dana Reyes"),
        ("Mrs. Dana Reyes", "Mrs Reyes"),
        ("Frau Dana Reyes", "Ms Reyes"),
        ("Dr. Jonas Weber", "Dr. Weber"),
        ("Rev. Amos Hill", "Rev. Amos Hill"),
        ("Miss Vega", "Miss Vega"),
    ],
)
def test_in_english_there_is_one_form(name: str, said: str) -> None:
    assert called(name, language("en").honorifics) == (said,)


def test_an_honorific_told_by_itself_goes_with_the_family_name() -> None:
    forms = language("de").honorifics
    assert called("Chidi Okafor", forms, "Mr", "Okafor")[1] == "Herrn Okafor"
    assert called("Chidi Okafor", forms, "Mr")[0] == "Herr Okafor"
    assert called("Amos Hill", forms, "Rev.", "Hill")[0] == "Rev. Hill"
