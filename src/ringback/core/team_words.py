"""What the team that does a job is called when speaking to a receptionist."""

from functools import cache
from importlib.resources import files

from ringback.core.titles import Title


def team_of(job: Title) -> str:
    """ "maintenance team" for a maintenance fitter; empty where the work is not known."""
    teams = _teams()
    for function in job.functions:
        named = sorted(f"{function}/{topic}" for topic in job.topics)
        found = next((teams[name] for name in named if name in teams), teams.get(function, ""))
        if found:
            return found
    return ""


@cache
def _teams() -> dict[str, str]:
    text = files("ringback.core").joinpath("tables", "teams.txt").read_text("utf-8")
    lines = (line.partition(":") for line in text.splitlines() if not line.startswith("#"))
    return {work: team.strip() for work, colon, team in lines if colon}
