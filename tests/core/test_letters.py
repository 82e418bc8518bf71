import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.letters import fold, has_umlauts, spelling, written_out

TEXTS = st.one_of(st.text(), st.text(alphabet="aeoubqyst ´'-̈̊äöüåßŁøæıİ™Ａ"))


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert spelling(spelling(text)) == spelling(text)


@given(TEXTS)
def test_unicode_normal_forms_fold_alike(text: str) -> None:
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed) == fold(apart) == fold(text)
    assert written_out(composed) == written_out(apart)


@given(st.text())
def test_folding_does_not_see_case(text: str) -> None:
    assert fold(text.casefold()) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łódź – Straße", "lodz - strasse"),
        ("Kjærgård", "kjaergard"),
        ("İbrahim IŞIK", "ibrahim isik"),
        ("Ｄｅｎｈｏｌｍ™", "denholm"),
        ("O’Hara  O´Hara\u00a0O'Hara", "o'hara o'hara o'hara"),
        ("Þórdís Guðný", "thordis gudny"),
        ("Ștefan Țăran", "stefan taran"),
        ("Воро́нин", "воронин"),
        ("محمد", "محمد"),
        ("王晓明", "王晓明"),
        ("バルブ", "バルブ"),
        ("한빛", "한빛"),
        ("हिन्दी", "हिन्दी"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_letters_lose_case_accents_and_width(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "Mueller"),
        ("Müller", "Muller"),
        ("Söhne", "Soehne"),
        ("Jäger", "JAEGER"),
        ("Allgäu", "Allgaeu"),
        ("Århus", "Aarhus"),
        ("Sørensen", "Soerensen"),
        ("Kjærgaard", "Kjaergård"),
        ("Öztürk", "Oeztuerk"),
        ("Groß", "Gross"),
    ],
)
def test_umlauts_are_spelled_alike(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bauer", "Bur"), ("Joe", "Jo"), ("Neuer", "Neur"), ("AEG", "AG"), ("Sue", "Su")],
)
def test_vowels_that_stand_for_no_umlaut_stay(one: str, other: str) -> None:
    assert spelling(one) != spelling(other)


def test_a_text_with_umlauts_is_known_in_every_normal_form() -> None:
    assert has_umlauts("Mu\u0308ller")
    assert has_umlauts("Ås")
    assert not has_umlauts("Mueller")
    assert not has_umlauts("José")
