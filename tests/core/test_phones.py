"""Phone numbers as people and files write them, in sixteen countries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.phones import (
    NotAPhone,
    Phone,
    country_of,
    display,
    read_phone,
    read_phones,
    tel_uri,
)

# The ranges that telephone authorities keep for fiction, as each country writes them.
NATIONAL = [
    ("US", "(202) 555-0101", "+12025550101"),
    ("US", "202.555.0101", "+12025550101"),
    ("CA", "416-555-0100", "+14165550100"),
    ("GB", "020 7946 0958", "+442079460958"),
    ("GB", "01632 960 001", "+441632960001"),
    ("DE", "030 23125 000", "+493023125000"),
    ("DE", "(0)30 23125-000", "+493023125000"),
    ("DE", "030/23125000", "+493023125000"),
    ("FR", "01 99 00 12 34", "+33199001234"),
    ("AT", "01 5550100", "+4315550100"),
    ("CH", "044 555 01 00", "+41445550100"),
    ("ES", "910 555 010", "+34910555010"),
    ("IT", "06 5550 1000", "+390655501000"),
    ("NL", "020 555 0100", "+31205550100"),
    ("BR", "(11) 5550-0100", "+551155500100"),
    ("MX", "55 5555 0100", "+525555550100"),
    ("IN", "080 4555 0100", "+918045550100"),
    ("AU", "(02) 5550 1234", "+61255501234"),
    ("JP", "03-5550-0100", "+81355500100"),
    ("RU", "8 (495) 555-01-00", "+74955550100"),
]
NO_COUNTRY = "It is not said in which country this number is; write it with + and country code."
ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"


def e164(text: str, country: str = "US") -> str:
    phone = read_phone(text, country)
    return phone.e164 if isinstance(phone, Phone) else f"refused: {phone.reason}"


class TestReading:
    @pytest.mark.parametrize(("country", "text", "expected"), NATIONAL)
    def test_knows_how_numbers_are_written_at_home(
        self, country: str, text: str, expected: str
    ) -> None:
        assert e164(text, country) == expected

    @pytest.mark.parametrize(("country", "text", "expected"), NATIONAL)
    def test_knows_every_form_that_is_displayed(
        self, country: str, text: str, expected: str
    ) -> None:
        for reader in ("US", "DE", country):
            assert e164(display(expected, reader), reader) == expected
        assert e164(expected, "") == expected

    @pytest.mark.parametrize("country", ["US", "DE", "GB", "AT", "IN", ""])
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("'+12025550101", "+12025550101"),
            ("1-202-555-0100", "+12025550100"),
            ("49-30-23125000", "+493023125000"),
            ("44-20-7946-0958", "+442079460958"),
            ("+49 (0)30 23125 000", "+493023125000"),
            ("+44 (0)20 7946 0958", "+442079460958"),
            ("+39 06 5550 1000", "+390655501000"),
            ("0049 30 23125000", "+493023125000"),
            ("011 49 30 23125000", "+493023125000"),
            ('="+12025550101"', "+12025550101"),
            ("＋１ ２０２ ５５５ ０１０１", "+12025550101"),
            ("\u202a+1\u00a0202\u2011555\u20110101\u202c", "+12025550101"),
            ("tel:+1-202-555-0101", "+12025550101"),
            ("tel:5550101;phone-context=+1202", "+12025550101"),
            ("+52 1 55 5555 0100", "+525555550100"),
        ],
    )
    def test_knows_a_country_code_however_it_is_marked(
        self, country: str, text: str, expected: str
    ) -> None:
        assert e164(text, country) == expected

    @pytest.mark.parametrize(
        ("text", "country", "expected"),
        [
            ("1-800-FLOWERS", "US", "+18003569377"),
            ("1 800 GO FEDEX", "US", "+18004633339"),
            ("1-800-CONTACTS", "US", "+18002668228"),
            ("0800 REVERSE", "GB", "+448007383773"),
            ("1300 FLOWERS", "AU", "+611300356937"),
        ],
    )
    def test_dials_letters_by_their_keys(self, text: str, country: str, expected: str) -> None:
        assert e164(text, country) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "Phone: (202) 555-0101",
            "(202) 555-0101 (work)",
            "Tel. 202-555-0101 - front desk",
            "202-555-0101 call after 5pm",
            "T: 202-555-0101 F: 202-555-0102",
            "2025550101.0",
            "2.025550101E9",
            "２０２-５５５-０１０１",
            "2025550101".translate(str.maketrans("0123456789", ARABIC_INDIC)),
        ],
    )
    def test_reads_past_labels_remarks_and_what_spreadsheets_do(self, text: str) -> None:
        assert e164(text) == "+12025550101"

    def test_takes_numbers_kept_for_fiction(self) -> None:
        assert [e164(f"202-555-01{n:02}") for n in range(100)] == [
            f"+120255501{n:02}" for n in range(100)
        ]

    def test_takes_uk_for_the_united_kingdom(self) -> None:
        assert e164("020 7946 0958", "uk") == "+442079460958"


class TestExtension:
    @pytest.mark.parametrize(
        "text",
        [
            "(202) 555-0101 ext. 12", "(202) 555-0101 x12", "(202) 555-0101x12", "2025550101 X 12",
            "(202) 555-0101, ext 12", "(202) 555-0101 (ext. 12)", "+1 202 555 0101 Extension: 12",
            "+12025550101,,12", "+12025550101#12", "+1-202-555-0101;ext=12",
            "tel:+1-202-555-0101;ext=12", "+1 202 555 0101 Durchwahl 12", "+1 202 555 0101 DW 12",
            "+1 202 555 0101 Apparat 12", "+1 202 555 0101 App. 12", "+1 202 555 0101 poste 12",
            "+1 202 555 0101 poste n° 12", "+1 202 555 0101 interno 12", "+1 202 555 0101 ramal 12",
            "+1 202 555 0101 anexo 12", "+1 202 555 0101 toestel 12", "+1 202 555 0101 wewn. 12",
            "+1 202 555 0101 доб. 12", "+1 202 555 0101 内線12", "+1 202 555 0101 转12",
        ],
    )  # fmt: skip
    def test_is_kept_apart_from_the_number(self, text: str) -> None:
        assert read_phone(text, "US") == Phone("+12025550101", "12")

    def test_of_a_number_in_letters_is_kept(self) -> None:
        assert read_phone("1-800-FLOWERS ext 5", "US") == Phone("+18003569377", "5")

    def test_of_a_german_number_written_with_a_hyphen_is_part_of_it(self) -> None:
        assert read_phone("030 23125-12", "DE") == Phone("+49302312512")


class TestSeveral:
    @pytest.mark.parametrize(
        "text",
        [
            "202-555-0101 / 202-555-0102", "202-555-0101, 202-555-0102",
            "202-555-0101; 202-555-0102", "202-555-0101 | 202-555-0102",
            "202-555-0101 ::: 202-555-0102", "202-555-0101\n202-555-0102",
            "202-555-0101 or 202-555-0102", "202-555-0101 und 202-555-0102",
            "202-555-0101 & 202-555-0102", "Cell: 202-555-0101 / Office: 202-555-0102",
            "202-555-0101 (Ann), 202-555-0102 (Bo)", "202-555-0101, 202-555-0101, 202-555-0102",
            "202-555-0101, n/a; 202-555-0102",
        ],
    )  # fmt: skip
    def test_numbers_in_one_cell_are_all_read_once(self, text: str) -> None:
        assert read_phones(text, "US") == (Phone("+12025550101"), Phone("+12025550102"))

    def test_numbers_keep_their_own_extensions(self) -> None:
        assert read_phones("202-555-0101 x1 or 202-555-0102 x2", "US") == (
            Phone("+12025550101", "1"),
            Phone("+12025550102", "2"),
        )

    def test_a_slash_after_the_area_code_parts_nothing(self) -> None:
        assert read_phones("030/23125000, 030/23125001", "DE") == (
            Phone("+493023125000"),
            Phone("+493023125001"),
        )

    def test_another_ending_is_left_out(self) -> None:
        assert read_phones("030 23125-0/-11", "DE") == (Phone("+4930231250"),)

    def test_the_first_is_given_where_one_is_wanted(self) -> None:
        assert e164("202-555-0101 / 202-555-0102") == "+12025550101"


class TestRefusal:
    @pytest.mark.parametrize(
        ("text", "country", "reason"),
        [
            ("", "US", "There is no number here."),
            ("  ", "US", "There is no number here."),
            ("n/a", "US", "There is no number here."),
            ("Not Available", "US", "There is no number here."),
            ("555-0101", "US", "This number has no area code."),
            ("911", "US", "This number has too few digits."),
            ("12345678901234567890", "US", "This number has too many digits."),
            ("(202) 555-0101/0102", "US", "This number has too many digits."),
            ("+999 123456", "US", "This number begins with a country code that does not exist."),
            ("202-555-0101", "", NO_COUNTRY),
            ("+1-202-555-01O1", "US", "The letter O stands where a zero is meant."),
            ("2026-01-05", "DE", "This is a date, not a phone number."),
            ("05.01.2026", "DE", "This is a date, not a phone number."),
            ("avis@quarrystone.example", "US", "This is a mail address, not a phone number."),
            ("https://quarrystone.example/5550101", "US",
             "This is a web address, not a phone number."),
            ("1.2E+10", "US",
             "A spreadsheet has cut digits off this number; take it from the source again."),
            ("000000001", "US", "This number has too few digits."),
            ("1200", "DE", "This is not a phone number."),
            ("5" * 401, "US", "This is too long to be a phone number."),
        ],
    )  # fmt: skip
    def test_says_why_in_one_sentence(self, text: str, country: str, reason: str) -> None:
        answer = read_phone(text, country)
        assert isinstance(answer, NotAPhone)
        assert answer.reason == reason

    @given(
        st.text(max_size=60) | st.text("0123456789+-() x./,;:#E'=eTtl\u202a\u0661", max_size=60),
        st.sampled_from(["US", "DE", "GB", "FR", "IT", "JP", "AR", "MX", "", "XX", "us "]),
    )
    def test_or_a_number_answers_any_text(self, text: str, country: str) -> None:
        for answer in read_phones(text, country):
            if isinstance(answer, Phone):
                assert answer.e164.startswith("+")
                assert answer.e164[1:].isdigit()
                assert answer.extension == "" or answer.extension.isdigit()
                assert read_phones(answer.e164, country) == (Phone(answer.e164),)
            else:
                assert answer.reason.endswith(".")


class TestShapes:
    DIGITS = st.from_regex(r"[2-9]\d\d[0-9]\d\d\d{4}", fullmatch=True).map(
        lambda text: "".join(str(int(c)) for c in text)
    )

    @given(
        DIGITS,
        st.sampled_from(
            ["{}-{}-{}", "({}) {}-{}", "{}.{}.{}", "{}{}{}", "1-{}-{}-{}", "+1 {} {} {}"]
        ),
        st.sampled_from(["", "'"]),
    )
    def test_that_fill_whole_columns_are_read_as_a_closer_look_reads_them(
        self, digits: str, shape: str, quote: str
    ) -> None:
        text = quote + shape.format(digits[:3], digits[3:6], digits[6:])
        # A label makes the reader look closer.
        assert e164(text) == e164("Phone: " + text.removeprefix("'")) == f"+1{digits}"


class TestShowing:
    @pytest.mark.parametrize(
        ("number", "country", "shown"),
        [
            ("+12025550101", "US", "(202) 555-0101"),
            ("+12025550101", "CA", "(202) 555-0101"),
            ("+12025550101", "DE", "+1 202-555-0101"),
            ("+493023125000", "DE", "030 23125000"),
            ("+493023125000", "AT", "+49 30 23125000"),
            ("+442079460958", "UK", "020 7946 0958"),
            ("+442079460958", "", "+44 20 7946 0958"),
            ("+390655501000", "IT", "06 5550 1000"),
            ("not a number", "US", "not a number"),
        ],
    )
    def test_is_national_at_home_and_international_elsewhere(
        self, number: str, country: str, shown: str
    ) -> None:
        assert display(number, country) == shown

    def test_an_address_to_dial_carries_the_extension(self) -> None:
        assert tel_uri("+12025550101") == "tel:+12025550101"
        assert tel_uri("+12025550101", "12") == "tel:+12025550101;ext=12"

    @given(
        st.sampled_from([number for *_, number in NATIONAL]),
        st.from_regex(r"[0-9]{1,6}", fullmatch=True),
    )
    def test_an_address_to_dial_reads_back(self, number: str, extension: str) -> None:
        extension = "".join(str(int(c)) for c in extension)
        assert read_phone(tel_uri(number, extension), "") == Phone(number, extension)

    @pytest.mark.parametrize(
        ("number", "country"),
        [
            ("+12025550101", "US"), ("+14165550100", "CA"), ("+493023125000", "DE"),
            ("+442079460958", "GB"), ("+4312", ""), ("nothing", ""),
        ],
    )  # fmt: skip
    def test_a_number_tells_its_country(self, number: str, country: str) -> None:
        assert country_of(number) == country
