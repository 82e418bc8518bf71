"""The funnel: what was sent, what was done for it, and what came of it (evidence 4)."""

from dataclasses import dataclass

from ringback.core.numbers.rates import Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """Counts of a search as of a moment.

    ``sent`` are openings of which something was sent; ``due`` and ``followed`` are those of the
    follow-up coverage (core.outreach). ``dials`` are calls made, ``bad_numbers`` those of them
    that met nobody's or somebody else's number, ``conversations`` those that reached a person who
    can hire; of the conversations ``led_on`` ended with an interview, a meeting or a name.
    ``interviews`` and ``offers`` are openings of which there was one. An ``interviewed`` opening
    that was ``offered`` counts for the last rate.
    """

    sent: int
    due: int
    followed: int
    answered: int
    dials: int
    bad_numbers: int
    conversations: int
    led_on: int
    interviews: int
    interviews_of_sent: int
    offers: int
    offers_of_interviewed: int

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """The steps of the funnel in order."""
        return (
            ("sent", self.sent),
            ("due", self.due),
            ("followed up", self.followed),
            ("dials", self.dials),
            ("conversations", self.conversations),
            ("interviews", self.interviews),
            ("offers", self.offers),
        )

    @property
    def rates(self) -> tuple["NamedRate", ...]:
        """Each step as a share of the one that it comes from."""
        return (
            NamedRate("coverage", "followed up, of what was due", Rate(self.followed, self.due)),
            NamedRate("reach", "conversations, of all dials", Rate(self.conversations, self.dials)),
            NamedRate(
                "talks that led on",
                "an interview, a meeting or a name, of all conversations",
                Rate(self.led_on, self.conversations),
            ),
            NamedRate(
                "interviews", "interviews so far, of what was sent",
                Rate(self.interviews_of_sent, self.sent),
            ),
            NamedRate(
                "offers", "offers so far, of openings with an interview",
                Rate(self.offers_of_interviewed, self.interviews),
            ),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class NamedRate:
    """A rate with its short name and what is divided by what."""

    name: str
    of_what: str
    rate: Rate
