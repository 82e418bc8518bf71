"""Do not contact, for the people of a file: who said so before is barred however they come back."""

from collections.abc import Sequence

from ringback.book.parties import Person
from ringback.book.suppress import (
    alike,
    carry,
    is_suppressed,
    listed,
    listing,
    marks_of,
    refresh,
    suppress,
)
from ringback.desk.desk import Desk
from ringback.desk.intake.employers import Employers
from ringback.desk.intake.someone import Meant, Someone, ToldPerson
from ringback.desk.intake.taken import Taken
from ringback.desk.never import employers_of

Row = tuple[Taken, ToldPerson, Meant]


class Bars:
    """Keeps who must not be contacted in step with the rows that are taken in."""

    def __init__(self, desk: Desk, employers: Employers) -> None:
        self.desk = desk
        self.employers = employers
        self.suppressing = desk.search.suppression_set.exists()
        self.concerned: set[int] = set()

    def hold(self, rows: Sequence[Row]) -> None:
        """Bar whom the file or the list bars, among the people of these rows."""
        self._said([who.someone for _, told, who in rows if told.found.do_not_contact])
        if not self.suppressing:
            return
        for one, _, who in rows:
            # A record that proves to be of somebody who is barred is known by all that it says.
            barred = [some for some in (*who.twins, who.someone) if some.barred]
            if barred and one.changed:
                self._carry(one, barred, who.someone)
        changed = [row for row in rows if row[0].changed and not row[2].someone.barred]
        # Several rows may be of one person; any of them may say what is on the list.
        marks: dict[int, set[str]] = {}
        for _, told, who in changed:
            marks.setdefault(who.someone.pk, set()).update(self._marks(told, who))
        on_list = listed(self.desk.search, {mark for some in marks.values() for mark in some})
        for _, _, who in changed:
            if not on_list.isdisjoint(marks[who.someone.pk]):
                self._keep_in_step(who.someone)

    def _said(self, people: list[Someone]) -> None:
        """People whom the source itself says not to contact are on the list from now on."""
        for some in people:
            person = Person.objects.select_related("employer").get(pk=some.pk)
            if not person.do_not_contact:
                suppress(self.desk.search, person, self.desk.now, None)
                self.suppressing = True
                self._bar(some)

    def _carry(self, one: Taken, barred: list[Someone], some: Someone) -> None:
        search = self.desk.search
        here = Person.objects.select_related("employer").get(pk=some.pk)
        known = Person.objects.filter(pk__in=[other.pk for other in barred])
        touches = {uid for person in known.select_related("employer")
                   for uid in listing(search, person)}  # fmt: skip
        carried = carry(search, touches, here, self.desk.now)
        if carried:
            one.carried = [*(one.carried or ()), *carried]
            # Others who share what they are known by are barred with them.
            self.concerned |= employers_of(refresh(search, alike(search, here)))
        some.barred = True

    def _marks(self, told: ToldPerson, who: Meant) -> set[str]:
        some = who.someone
        routes = [(way.kind, way.value) for way in told.ways]
        where = self.employers.firm(some.employer).key if some.employer else None
        return marks_of(some.linkedin, routes, some.key, where)

    def _keep_in_step(self, some: Someone) -> None:
        person = Person.objects.select_related("employer").get(pk=some.pk)
        if not person.do_not_contact and is_suppressed(self.desk.search, person):
            self._bar(some)

    def _bar(self, some: Someone) -> None:
        Person.objects.filter(pk=some.pk).update(do_not_contact=True)
        some.barred = True
        self.concerned |= employers_of({some.pk})
