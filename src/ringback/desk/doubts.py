"""Doubtful pairs of imports: two records that may be one, kept apart until somebody says so."""

from ringback.book.imports import Import
from ringback.book.parties import Employer, Person
from ringback.desk.desk import Desk
from ringback.desk.intake.questions import ASKED, Asked, asked_by
from ringback.desk.merging import merge_employers, merge_people
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading, verb

SAME, APART = "same", "apart"


@reading
def doubts(desk: Desk) -> list[Asked]:
    """The pairs that wait for an answer, the oldest import first."""
    standing = Import.objects.filter(search=desk.search, taken_back_at=None).order_by("pk")
    return [
        one
        for of in standing.filter(options__has_key=ASKED)
        for one in asked_by(of)
        if not one.answer
    ]


@verb
def answer(desk: Desk, number: str, *, same: bool) -> Asked:
    """Say of a pair whether it is one: then the known record stands for both (desk.merging).

    Raises Refusal (not found), (nothing) where it was answered before, (bad value) for two people
    at different employers.
    """
    of, one = _question(desk, number)
    if one.answer:
        raise Refusal(
            Code.NOTHING, f"Question {number} was answered already: {_SAYS[one.answer]}.",
            "`ringback merge` makes two records one, and `ringback merge --undo` parts them.",
        )  # fmt: skip
    if same and one.kind == "person":
        merge_people(desk, Person.objects.get(pk=one.known), Person.objects.get(pk=one.made))
    elif same:
        merge_employers(desk, Employer.objects.get(pk=one.known), Employer.objects.get(pk=one.made))
    of.options[ASKED][number.partition(".")[2]]["answer"] = SAME if same else APART
    of.save(update_fields=["options"])
    return one


_SAYS = {SAME: "they are one", APART: "they are two"}


def _question(desk: Desk, number: str) -> tuple[Import, Asked]:
    pk = number.partition(".")[0]
    standing = Import.objects.filter(search=desk.search, taken_back_at=None)
    of = standing.filter(pk=int(pk)).first() if pk.isdecimal() and len(pk) < 19 else None
    found = [one for one in asked_by(of) if one.number == number] if of is not None else []
    if of is None or not found:
        raise Refusal(
            Code.NOT_FOUND, f"No import asks a question {number}.",
            "`ringback import --doubts` lists those that wait for an answer.",
        )  # fmt: skip
    return of, found[0]
