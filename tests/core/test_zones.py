"""Where somebody is and which clock they live by, from the cells of files and from numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.local_time import zone_called
from ringback.core.places import NOWHERE, Place
from ringback.core.zones import clock, place_of, zones_of_number

OHIO = Place("US", "OH", "America/New_York")
TEXAS = Place("US", "TX")
MUNICH = Place("DE", "BY", "Europe/Berlin", "München")


class TestPlace:
    @pytest.mark.parametrize(
        ("country", "region", "city", "expected"),
        [
            # each cell for itself, in several languages
            ("USA", "Ohio", "Springfield", ("US", "OH", "America/New_York", "Springfield")),
            ("Deutschland", "Bayern", "München", ("DE", "BY", "Europe/Berlin", "München")),
            ("Österreich", "Wien", "Wien", ("AT", "9", "Europe/Vienna", "Wien")),
            ("Schweiz", "ZH", "Zürich", ("CH", "ZH", "Europe/Zurich", "Zürich")),
            ("España", "Canarias", "", ("ES", "CN", "Atlantic/Canary", "")),
            ("日本", "", "東京", ("JP", "", "Asia/Tokyo", "東京")),
            ("Россия", "", "Новосибирск", ("RU", "", "Asia/Novosibirsk", "Новосибирск")),
            ("Korea, Republic of", "", "Seoul", ("KR", "", "Asia/Seoul", "Seoul")),
            ("UAE", "Dubai", "Dubai", ("AE", "", "Asia/Dubai", "Dubai")),
            # several in one cell
            ("", "", "Springfield, OH", ("US", "OH", "America/New_York", "Springfield")),
            ("", "", "Springfield, OH 45501", ("US", "OH", "America/New_York", "Springfield")),
            ("", "", "Munich, Bavaria, Germany", ("DE", "BY", "Europe/Berlin", "Munich")),
            ("United Kingdom/England", "", "", ("GB", "ENG", "Europe/London", "")),
            ("Scotland", "", "Edinburgh", ("GB", "SCT", "Europe/London", "Edinburgh")),
            ("", "", "Ohio, United States", ("US", "OH", "America/New_York", "")),
            # more than a place
            ("", "", "Greater Munich Metropolitan Area", ("DE", "BY", "Europe/Berlin", "Munich")),
            ("", "", "Greater Boston", ("US", "MA", "America/New_York", "Boston")),
            ("", "", "Seattle Metro Area", ("US", "WA", "America/Los_Angeles", "Seattle")),
            ("", "", "Dallas Metroplex", ("US", "TX", "America/Chicago", "Dallas")),
            ("", "", "San Jose Bay Area, CA", ("US", "CA", "America/Los_Angeles", "San Jose")),
            ("", "", "Berlin, Germany (Remote)", ("DE", "BE", "Europe/Berlin", "Berlin")),
            ("", "", "80331 München", ("DE", "BY", "Europe/Berlin", "München")),
            ("", "", "London EC1A 1BB", ("GB", "ENG", "Europe/London", "London")),
            # one cell alone
            ("", "Ontario", "", ("CA", "ON", "America/Toronto", "")),
            ("", "", "Zürich", ("CH", "ZH", "Europe/Zurich", "Zürich")),
            ("", "", "Singapore", ("SG", "", "Asia/Singapore", "Singapore")),
            ("", "", "Germany", ("DE", "", "Europe/Berlin", "")),
        ],
    )  # fmt: skip
    def test_is_read_from_cells_as_files_have_them(
        self, country: str, region: str, city: str, expected: tuple[str, str, str, str]
    ) -> None:
        assert place_of(country, region, city) == Place(*expected)

    @pytest.mark.parametrize(
        ("city", "country", "region"),
        [
            ("San Francisco, CA", "US", "CA"),
            ("Toronto, CA", "CA", "ON"),
            ("Berlin, DE", "DE", "BE"),
            ("Dover, DE", "US", "DE"),
            ("Bangalore, IN", "IN", "KA"),
            ("Indianapolis, IN", "US", "IN"),
            ("Milano, MI", "IT", "MI"),
            ("Atlanta, Georgia", "US", "GA"),
            ("Tbilisi, Georgia", "GE", ""),
            ("Paris, TX", "US", "TX"),
            ("Paris", "FR", ""),
            ("London, Ontario", "CA", "ON"),
        ],
    )
    def test_of_letters_that_mean_two_is_the_one_with_that_city(
        self, city: str, country: str, region: str
    ) -> None:
        place = place_of("", "", city)
        assert (place.country, place.region) == (country, region)

    @pytest.mark.parametrize(
        ("region", "city", "zone"),
        [
            ("TX", "Dallas", "America/Chicago"),
            ("TX", "El Paso", "America/Denver"),
            ("TX", "Smalltown", ""),
            ("TX", "", ""),
            ("FL", "Pensacola", "America/Chicago"),
            ("IN", "Gary", "America/Chicago"),
            ("AZ", "", "America/Phoenix"),
            ("PR", "San Juan", "America/Puerto_Rico"),
            ("HI", "", "Pacific/Honolulu"),
            ("", "", ""),
        ],
    )
    def test_has_a_zone_only_where_that_is_a_fact(self, region: str, city: str, zone: str) -> None:
        assert place_of("US", region, city).zone == zone

    @pytest.mark.parametrize("city", ["Portland", "Springfield", "Columbus"])
    def test_does_not_choose_between_cities_of_one_name(self, city: str) -> None:
        place = place_of("United States", "", city)
        assert (place.region, place.zone, place.city) == ("", "", city)

    def test_does_not_choose_between_countries_of_one_city(self) -> None:
        assert place_of("", "", "Cambridge") == Place(city="Cambridge")

    def test_of_a_country_that_is_none_is_not_guessed_from_the_city(self) -> None:
        assert place_of("Ruritania", "", "Paris") == Place(city="Paris")

    @pytest.mark.parametrize("word", ["", "n/a", "NA", "Remote", "-", "Worldwide", "  "])
    def test_of_words_for_nothing_is_nowhere(self, word: str) -> None:
        assert place_of(word, word, word) == NOWHERE

    def test_of_a_cell_that_never_ends_is_what_it_begins_with(self) -> None:
        endless = "München," + " Bayern," * 1_000_000
        assert place_of("Deutschland", "", endless) == MUNICH

    @given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
    def test_of_any_text_is_well_formed(self, country: str, region: str, city: str) -> None:
        place = place_of(country, region, city)
        assert place.country == "" or (len(place.country) == 2 and place.country.isupper())
        assert place.country or not (place.region or place.zone)
        assert place.zone == "" or zone_called(place.zone)


class TestZonesOfNumber:
    @pytest.mark.parametrize(
        ("number", "zones"),
        [
            ("+12025550101", ("America/New_York",)),
            ("+19155550101", ("America/Denver",)),
            ("+493023125000", ("Europe/Berlin",)),
            ("+4915123125000", ("Europe/Berlin",)),
            ("+61255501234", ("Australia/Sydney",)),
            ("12", ()),
            ("", ()),
            ("+99912345678", ()),
        ],
    )
    def test_are_those_of_its_area(self, number: str, zones: tuple[str, ...]) -> None:
        assert zones_of_number(number) == zones

    @pytest.mark.parametrize("number", ["+18505550100", "+12705550100", "+17015550100"])
    def test_are_both_where_an_area_code_crosses_a_border(self, number: str) -> None:
        assert len(zones_of_number(number)) == 2

    def test_are_many_for_a_toll_free_number(self) -> None:
        assert len(zones_of_number("+18005550100")) > 6


class TestClock:
    def test_goes_by_their_location_first(self) -> None:
        fact = clock(OHIO, "+493023125000", MUNICH)
        assert (fact.zone, fact.sure) == ("America/New_York", True)
        assert fact.why == "from their location (OH, US)"

    def test_goes_by_a_country_that_has_one_zone(self) -> None:
        assert clock(Place("DE"), "+12025550101", OHIO).zone == "Europe/Berlin"

    def test_goes_by_the_only_zone_of_their_number_next(self) -> None:
        fact = clock(NOWHERE, "+19155550101", MUNICH)
        assert (fact.zone, fact.why, fact.sure) == ("America/Denver", "from their number", False)

    def test_lets_their_region_narrow_what_their_number_leaves_open(self) -> None:
        assert len(zones_of_number("+18505550100")) == 2
        fact = clock(TEXAS, "+18505550100", OHIO)
        assert (fact.zone, fact.why) == ("America/Chicago", "from their number")

    def test_says_how_many_zones_an_area_code_covers(self) -> None:
        fact = clock(NOWHERE, "+18505550100", Place("US", "MO", "America/Chicago"))
        assert fact.why == "their area code covers 2 zones: check"
        assert fact.zone == "America/Chicago"
        assert set(fact.candidates) == {"America/New_York", "America/Chicago"}

    def test_takes_nothing_from_a_number_that_may_be_anywhere(self) -> None:
        fact = clock(NOWHERE, "+18005550100", MUNICH)
        assert fact.zone == "Europe/Berlin"
        assert fact.why == "their location is not known, so this is yours: check"

    def test_takes_the_zone_of_most_people_where_only_the_region_is_known(self) -> None:
        fact = clock(TEXAS, "", OHIO)
        assert fact.zone == "America/Chicago"
        assert fact.why == "TX, US has 2 zones, most people live in this one: check"

    def test_ends_at_utc(self) -> None:
        fact = clock(NOWHERE)
        assert (fact.zone, fact.sure) == ("UTC", False)
        assert fact.why == "their location is not known, so this is UTC: check"

    def test_does_not_go_by_a_zone_that_does_not_exist(self) -> None:
        assert clock(Place("FR", zone="Mars/Olympus")).zone == "Europe/Paris"
        assert clock(NOWHERE, home=Place("FR", zone="Mars/Olympus")).zone == "Europe/Paris"
