"""Where somebody is: the country, region and zone from which their working day follows."""

from typing import NamedTuple


class Place(NamedTuple):
    """A place as calendars need it.

    ``country`` is ISO 3166-1 alpha-2, ``region`` the ISO 3166-2 code without its country
    (``OH``, ``BY``), ``zone`` an IANA name. Empty strings mean "not known".
    """

    country: str = ""
    region: str = ""
    zone: str = ""
    city: str = ""

    def or_else(self, other: "Place") -> "Place":
        """This place, with the other's fields where this one knows nothing.

        A region or city is only taken over when the country agrees.
        """
        same = not self.country or not other.country or self.country == other.country
        return Place(
            country=self.country or other.country,
            region=self.region or (other.region if same else ""),
            zone=self.zone or (other.zone if same else ""),
            city=self.city or (other.city if same else ""),
        )


NOWHERE = Place()
