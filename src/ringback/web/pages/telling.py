"""What is told with an outcome, read from the fields of a form or of a call that waited."""

from collections.abc import Mapping
from datetime import date, datetime

from ringback.desk.calls import NOTHING_TOLD, Told
from ringback.desk.desk import Desk
from ringback.doors.moments import read_day
from ringback.doors.own_time import own_reading
from ringback.web.moments import moment_told, place_of_opening

FIELDS = ("name", "title", "number", "mail", "employer", "spelling", "moment", "day")


def read_told(
    desk: Desk, opening: int, fields: Mapping[str, str]
) -> tuple[datetime | None, date | None, Told]:
    """The moment, the day and what else was told, as of the desk's now. Raises NotAMoment."""
    said = {name: fields.get(name, "").strip() for name in FIELDS}
    told = NOTHING_TOLD
    if said["name"]:
        told = Told(
            name=said["name"], title=said["title"], number=said["number"], mail=said["mail"],
            employer=said["employer"], spelling=said["spelling"],
        )  # fmt: skip
    moment = None
    if said["moment"]:
        moment, _zone = moment_told(desk, said["moment"], place_of_opening(desk, opening))
    day = None
    if said["day"]:
        day = read_day(said["day"], own_reading(desk.calendar, desk.now))
    return moment, day, told
