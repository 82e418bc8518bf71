"""What the seeker's own lists say, kept as one file told it: ties to people, positions of theirs.

Each row stands beside what other files say and is never changed, so that an import that is taken
back takes it along; whoever reads them puts them together (desk.back_door).
"""

from collections.abc import Sequence

from ringback.book.imports import Import, ImportRow
from ringback.book.ties import Position, Tie
from ringback.core.facts import profile
from ringback.core.found import Found, FoundPosition, FoundTie
from ringback.desk.desk import Desk
from ringback.desk.parties import key_of_person

_TIE = (
    "profile", "key", "connected_on", "sent", "received", "sent_on", "received_on", "invited",
    "invited_on", "recommended_me_on", "recommended_them_on",
)  # fmt: skip
_POSITION = ("employer", "title", "place", "since", "until")


def alone(row: Found) -> bool:
    """Whether a row tells of the seeker's own affairs and nothing else."""
    return row.person is None and row.employer is None and row.opening is None


class OwnLists:
    """Keeps the rows of one import; what standing imports have told is not told again."""

    def __init__(self, desk: Desk, of: Import) -> None:
        self.desk = desk
        self.of = of
        standing = {"search": desk.search, "imported__taken_back_at__isnull": True}
        self.ties = set(Tie.objects.filter(**standing).values_list(*_TIE))
        self.positions = set(Position.objects.filter(**standing).values_list(*_POSITION))

    def keep(self, rows: Sequence[Found]) -> list[bool]:
        """Write what is new in these rows; of each, whether it told anything new."""
        ties: list[Tie] = []
        positions: list[Position] = []
        news: list[bool] = []
        for row in rows:
            tie = self._tie(row.tie, row.where) if row.tie else None
            position = self._position(row.position, row.where) if row.position else None
            if tie is not None:
                ties.append(tie)
            if position is not None:
                positions.append(position)
            news.append(tie is not None or position is not None)
        Tie.objects.bulk_create(ties)
        Position.objects.bulk_create(positions)
        ImportRow.objects.bulk_create(
            ImportRow(of=self.of, where=row.where[:80], became=became(new=new))
            for row, new in zip(rows, news, strict=True)
            if alone(row)
        )
        return news

    def _tie(self, found: FoundTie, where: str) -> Tie | None:
        name = " ".join(found.name.split())[:300]
        made = Tie(
            search=self.desk.search, imported=self.of, profile=profile(found.profile)[:200],
            name=name, key=key_of_person(name), where=where[:120],
            connected_on=found.connected_on, sent=found.sent, received=found.received,
            sent_on=found.sent_on, received_on=found.received_on, invited=found.invited,
            invited_on=found.invited_on, recommended_me_on=found.recommended_me_on,
            recommended_them_on=found.recommended_them_on,
        )  # fmt: skip
        told = tuple(getattr(made, column) for column in _TIE)
        if told in self.ties:
            return None
        self.ties.add(told)
        return made

    def _position(self, found: FoundPosition, where: str) -> Position | None:
        made = Position(
            search=self.desk.search, imported=self.of, employer=found.employer[:300],
            title=found.title[:300], place=found.place[:200], since=found.since, until=found.until,
            where=where[:120],
        )  # fmt: skip
        told = tuple(getattr(made, column) for column in _POSITION)
        if told in self.positions:
            return None
        self.positions.add(told)
        return made


def became(*, new: bool) -> str:
    """What became of a row of the seeker's own."""
    return "created" if new else "known"
