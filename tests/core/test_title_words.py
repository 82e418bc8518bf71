"""The tables of titles: each can be read, and none contradicts another."""

from importlib.resources import files

import pytest

from ringback.core.title_words import Meaning, read_table, tokens

TABLES = {
    table.name: read_table(table.read_text("utf-8"))
    for table in files("ringback.core").joinpath("tables", "titles").iterdir()
}


def test_no_phrase_has_two_levels_or_two_lines_of_work() -> None:
    said: dict[tuple[str, ...], Meaning] = {}
    contradictions: list[str] = []
    for name, phrases in sorted(TABLES.items()):
        for phrase, meaning in phrases:
            before = said.setdefault(phrase, meaning)
            both = before.also(meaning)
            if meaning.also(before).level != both.level or (
                set(meaning.also(before).functions) != set(both.functions)
            ):
                contradictions.append(f"{name}: {' '.join(phrase)}")
            said[phrase] = both
    assert contradictions == []


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_phrase_is_made_of_words(name: str) -> None:
    assert TABLES[name]
    assert all(phrase and all(phrase) for phrase, _ in TABLES[name])


def test_a_line_of_a_table_names_level_work_and_topic() -> None:
    (phrase, meaning), *_ = read_table("head manager manufacturing/maintenance: Chief *Fixer, x")
    assert phrase == ("chief", "*fixer")
    assert meaning.level == "manager"
    assert meaning.functions == ("manufacturing",)
    assert meaning.topics == {"maintenance"}
    assert meaning.marks == {"head"}


def test_an_unknown_meaning_is_refused() -> None:
    with pytest.raises(ValueError, match="emperor"):
        read_table("emperor: his majesty")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("V.P. Sales", ("vp", "sales")),
        ("R&D", ("r", "&", "d")),
        ("Chef d'équipe", ("chef", "d", "equipe")),
        ("Leiter(in) IT", ("leiter", "it")),
        ("Manager - EMEA", ("manager", "-", "emea")),
        ("Müller-Leiter", ("muller", "leiter")),
        ("मानव संसाधन", ("मानव", "संसाधन")),
        ("人事部長", ("人事部長",)),
    ],
)
def test_a_title_falls_into_words_and_separators(text: str, words: tuple[str, ...]) -> None:
    assert tokens(text) == words
