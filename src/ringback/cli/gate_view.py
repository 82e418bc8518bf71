"""What is missing before sending, on the terminal."""

from ringback.cli.screen import QUIET, STRONG, WARNING, Screen
from ringback.core.gate import Gap
from ringback.desk.sending import Gate
from ringback.doors.step_words import job
from ringback.doors.words import plural

_HOW = {
    Gap.NO_MANAGER: 'ringback name {0} "NAME"',
    Gap.IS_HR: 'ringback name {0} "NAME"',
    Gap.NO_EVIDENCE: 'ringback name {0} "NAME" --source "…"',
    Gap.NO_ROUTE: "ringback route {0} NUMBER-OR-MAIL",
    Gap.NO_NUMBER: "ringback route {0} NUMBER",
}


def show_gates(screen: Screen, gates: list[Gate]) -> None:
    """Each opening with what is missing and the command that mends it."""
    if not gates:
        screen.line(
            "Nothing is missing: every open opening has its manager, and a way to reach them."
        )
        return
    if len(gates) > 1:
        screen.line((f"{plural(len(gates), 'opening')} with something missing", STRONG))
        screen.gap()
    for one in gates:
        opening = one.opening
        screen.line(
            (f"#{opening.pk}  ", QUIET), (job(opening.title, opening.employer.name), STRONG)
        )
        if not one.missing:
            screen.line("The gate is open: everything is on file.", indent=4)
        for missing in one.missing:
            mark = "note: " if missing.warns else "missing: "
            how = _HOW.get(missing.gap, "").format(opening.pk)
            screen.line((mark, WARNING), missing.says, (f"  {how}", QUIET), indent=4)
