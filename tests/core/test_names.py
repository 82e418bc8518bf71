import unicodedata

import pytest
from cleanco import termdata
from hypothesis import given
from hypothesis import strategies as st
from nameparser import HumanName

from ringback.core.names import display_name, employer_key, person_key, spelling
from ringback.core.nicknames import GIVEN
from ringback.core.person_words import (
    BORN,
    COMMON_FAMILY,
    FAMILY_FIRST,
    GENERATIONS,
    PARTICLES,
    TITLES,
)

EMPLOYER_WORDS = st.sampled_from(
    "müller & und GmbH Co. KG the la a e B / + Ltd sp. z o.o. s.r.o AG ae ue x ö 株式会社 公司 水 "
    "한 شركة spa SpA dba ( ) , ' st. saint S.C. SRL y si".split()
)
EMPLOYERS = st.one_of(
    st.text(), st.lists(EMPLOYER_WORDS).map(" ".join), st.lists(EMPLOYER_WORDS).map("".join)
)
PERSON_WORDS = st.sampled_from(
    (
        "müller van den de la bin al-harbi dr. prof , jr. iii phd MBA née geb. ( ) ' \" o m. j.r. "
        "h.-p. abd el abdul rahman y maría del carmen nagy istván 王 晓明 さん - DE ifj. v. d. [ ."
    ).split()
)
PLAIN_WORDS = st.sampled_from(
    sorted(TITLES | GIVEN | COMMON_FAMILY | FAMILY_FIRST | PARTICLES | BORN | set(GENERATIONS))
)
PEOPLE = st.one_of(
    st.text(), st.lists(PERSON_WORDS).map(" ".join), st.lists(PERSON_WORDS).map("".join)
)


@given(EMPLOYERS)
def test_the_key_of_an_employer_is_its_own_key(name: str) -> None:
    assert employer_key(employer_key(name)) == employer_key(name)


@given(EMPLOYERS)
def test_an_employer_with_a_name_has_a_key(name: str) -> None:
    assert bool(employer_key(name)) == bool(name)


@given(EMPLOYERS)
def test_unicode_normal_forms_of_an_employer_have_one_key(name: str) -> None:
    composed, apart = (unicodedata.normalize(form, name) for form in ("NFC", "NFD"))
    assert employer_key(composed) == employer_key(apart)


@pytest.mark.parametrize(
    "names",
    [
        "Müller & Söhne GmbH | Mueller Soehne | MUELLER UND SOEHNE G.m.b.H. | Müller + Söhne",
        "Nordwerk GmbH & Co. KG | NORDWERK GMBH & CO KG | Nordwerk",
        "Halden Robotics, Inc. | The Halden Robotics Company | HALDEN ROBOTICS L.L.C.",
        "AT&B | A T & B Inc. | A.T. & B.",
        "H&K Bakers | H and K Bakers | H & K Bakers Ltd",
        "J.P. Morland and Company | JP Morland & Co. | J P Morland",
        "Stalmet Sp. z o.o. | STALMET SP Z O O | Stalmet Spółka z ograniczoną odpowiedzialnością",
        "Minera Altiplano, S. A. de C. V. | Minera Altiplano",
        "Šroubárna Lužec, spol. s r. o. | SROUBARNA LUZEC",
        "Farmaceutica Rovello S.p.A. | Farmaceutica Rovello SpA | Farmaceutica Rovello",
        "Lefèvre & Cie | Lefevre et Compagnie",
        "L'Atelier Sillon | Atelier Sillon SARL",
        "Marlowe.com, Inc. | Marlowe",
        "St. Brannock's Hospital | Saint Brannock’s Hospital",
        "Ｄｅｎｈｏｌｍ Ｐｒｅｓｓ™ | Denholm Press",
        "株式会社水星バルブ | 水星バルブ㈱ | 水星バルブ",
        "联合光学股份有限公司 | 联合光学",
        "(주)한빛철강 | 한빛철강 주식회사",
        "شركة نجد للأسمنت | نجد للأسمنت",
        "ООО «Волга Насос» | Волга Насос",
        "Αιγαίο Α.Ε. | ΑΙΓΑΙΟ",
        "Fjellsag AS | A/S Fjellsag",
        "Oy Kuusi Paperi Ab | Kuusi Paperi Oyj",
        "PT Sungai Baja Tbk | Sungai Baja",
        "Gantry Mfg. Co. | Gantry Manufacturing Company",
        "Saltmarsh Energy, an Ondine Company | Saltmarsh Energy",
        "Corvid College - Headquarters | Corvid College",
        "Romero e Hijos S.L. | Romero & Hijos | Romero y Hijos",
    ],
)
def test_ways_to_write_an_employer_have_one_key(names: str) -> None:
    assert len({employer_key(name) for name in names.split(" | ")}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bauer GmbH", "Bur GmbH"),
        ("Müller GmbH Köln", "Müller GmbH München"),
        ("Siemens AG", "Siemens Healthineers AG"),
        ("AEG", "AG"),
        ("Serenity Day Spa", "Serenity Day"),
        ("Quantum Corporation", "Quantum-Si Incorporated"),
        ("First National Bank of Calder", "First National Bank of Denby"),
        ("Unit 7 Logistics", "Unit 9 Logistics"),
        ("中国银行", "中国建设银行"),
    ],
)
def test_other_employers_have_other_keys(one: str, other: str) -> None:
    assert employer_key(one) != employer_key(other)


@pytest.mark.parametrize("name", ["The Limited", "Co", "GmbH & Co. KG", "AG", "!!!", "有限公司"])
def test_a_name_of_nothing_but_a_legal_form_keeps_something(name: str) -> None:
    assert employer_key(name)


def test_most_legal_forms_that_others_know_are_known() -> None:
    terms = {term.strip() for terms in termdata.terms_by_type.values() for term in terms}
    known = [t for t in terms if employer_key(f"Ringford Widgets {t}") == "ringford widgets"]
    # The rest are words of other languages ("da", "oe", "private") or need their dots.
    assert len(known) / len(terms) > 0.7


def test_a_name_as_long_as_a_book_is_no_trouble() -> None:
    assert employer_key("ltd " * 100_000)
    assert person_key("abd el " * 100_000).family


@given(PEOPLE)
def test_any_text_has_a_key_of_a_person(name: str) -> None:
    key = person_key(name)
    assert bool(key.given or key.family) == bool(name)


@given(PEOPLE)
def test_unicode_normal_forms_of_a_person_have_one_key(name: str) -> None:
    composed, apart = (unicodedata.normalize(form, name) for form in ("NFC", "NFD"))
    assert person_key(composed) == person_key(apart)


@pytest.mark.parametrize(
    ("name", "given_name", "family"),
    [
        ("Daniel Okafor", "daniel", "okafor"),
        ("OKAFOR, Daniel E., MBA", "daniel e", "okafor"),
        ("Prof. Dr.-Ing. Heinz Öztürk", "heinz", "ozturk"),
        ("Susan Whitlow, M.D.", "susan", "whitlow"),
        ("Alan Trewin PhD", "alan", "trewin"),
        ("J.R. Castellan", "j r", "castellan"),
        ("H.-P. Brandl", "h p", "brandl"),
        ("Jean-François Lemaître", "jean francois", "lemaitre"),
        ("LEMAÎTRE Jean-François", "jean francois", "lemaitre"),
        ("François DE LA TOUR", "francois", "de la tour"),
        ("Berg, Jan van den", "jan", "van den berg"),
        ("Bart Jan v.d. Zwaluw", "bart jan", "van der zwaluw"),
        ("José Luis Ibáñez Robledo", "jose luis", "ibanez robledo"),
        ("María del Carmen Ortuño", "maria del carmen", "ortuno"),
        ("Jesús Ángel Mora y Prado", "jesus angel", "mora prado"),
        ("Mohammed Al-Harbi", "mohammed", "al harbi"),
        ("Khalid bin Saleh Al-Rashid", "khalid", "al rashid"),
        ("Abd el-Rahman Haddad", "abdrahman", "haddad"),
        ("Wang Xiaoming", "xiaoming", "wang"),
        ("Nagy István", "istvan", "nagy"),
        ("Wójcik Łukasz", "lukasz", "wojcik"),
        ("王晓明", "晓明", "王"),
        ("欧阳娜", "娜", "欧阳"),
        ("田中 浩 様", "浩", "田中"),
        ("Mr. Nigel Farrant", "nigel", "farrant"),
        ("Don Smith", "don", "smith"),
        ("Jack Ma", "jack", "ma"),
        ("Frau Müller", "", "muller"),
        ("Daniel", "daniel", ""),
        ("Sarah Connaught (she/her)", "sarah", "connaught"),
        ("Daniel Okafor, Plant Manager", "daniel", "okafor"),
        ("???", "", "???"),
    ],
)
def test_a_name_is_read_into_given_and_family_name(name: str, given_name: str, family: str) -> None:
    key = person_key(name)
    assert (key.given, key.family) == (given_name, family)


@given(PLAIN_WORDS, PLAIN_WORDS)
def test_two_plain_words_are_read_and_shown_as_any_others(one: str, other: str) -> None:
    name, looked_at_closely = f"{one} {other}".title(), f"{one}  {other}".title()
    assert person_key(name) == person_key(looked_at_closely)
    assert display_name(name) == display_name(looked_at_closely)


def test_initials_and_whole_name_go_with_a_key() -> None:
    key = person_key("Mueller, Hans-Peter")
    assert key.initials == "hp"
    assert key.folded == "hans peter mueller"
    assert key.family == person_key("H. Müller").family


@pytest.mark.parametrize(
    ("name", "generation"),
    [
        ("Edward Lamb Jr.", "jr"),
        ("Lamb, Edward, Sr", "sr"),
        ("Charles W. Ferris III", "iii"),
        ("Antônio Prado Filho", "jr"),
        ("Roussel Père", "sr"),
        ("Ifj. Nagy István", "jr"),
        ("Edward Lamb", ""),
    ],
)
def test_father_and_son_are_told_apart(name: str, generation: str) -> None:
    assert person_key(name).generation == generation


def test_other_names_that_a_name_holds_are_kept_beside_it() -> None:
    assert person_key("Thomas (Tom) Bradwell").also == ("tom",)
    assert person_key('Theodore "Ted" Lindqvist').also == ("ted",)
    assert person_key("Rachel Simms (née Barlow)").also == ("barlow",)
    assert person_key("Hélène Guérin née Pascal").also == ("pascal",)


def test_an_order_that_may_be_the_other_is_not_sure() -> None:
    assert person_key("Daniel Okafor").sure
    assert not person_key("Wang Xiaoming").sure
    assert not person_key("Thomas James").sure
    assert person_key("Wang, Xiaoming").sure


def test_english_names_are_read_as_the_library_made_for_them_reads_them() -> None:
    names = """Daniel E. Okafor|Okafor, Daniel E.|Dr. Susan Whitlow, MD|Charles W. Ferris III
    Mary Anne Tolland|J. Robert Kemp|Jan van den Berg|Juan de la Vega|Mr. Nigel Farrant
    Edward Lamb, Jr.|Prof. Alan Trewin PhD|Rachel Simms-Okoro|Patrick O'Sullivan""".split("|")
    for name in (part.strip() for some in names for part in some.splitlines()):
        theirs = HumanName(name)
        family = spelling(theirs.last).replace("-", " ").replace("'", "")
        assert person_key(name).family == family, name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("OKAFOR, DANIEL, MBA", "Daniel Okafor"),
        ("okafor, daniel", "Daniel Okafor"),
        ("Berg, Jan van den", "Jan van den Berg"),
        ("LEMAÎTRE Jean-François", "Jean-François Lemaître"),
        ("Lea DE LA TOUR", "Lea de la Tour"),
        ("Dr. Susan Whitlow, MD", "Dr. Susan Whitlow"),
        ("PATRICK O'SULLIVAN", "Patrick O'Sullivan"),
        ("JIM MCALLISTER", "Jim McAllister"),
        ("Sarah Connaught (she/her)", "Sarah Connaught"),
        ("Wang  Xiaoming", "Wang Xiaoming"),
        ("Luc De Smedt", "Luc De Smedt"),
        ("王晓明", "王晓明"),
        ("???", "???"),
    ],
)
def test_a_name_is_shown_as_people_write_it(name: str, shown: str) -> None:
    assert display_name(name) == shown


@given(PEOPLE)
def test_a_text_is_shown_as_something(name: str) -> None:
    assert bool(display_name(name)) == bool(name)
