"""What the team that does a job is called when speaking to a receptionist."""

from ringback.core.texts.language import ENGLISH, language
from ringback.core.titles import Title


def team_of(job: Title, lang: str = ENGLISH) -> str:
    """ "maintenance team" for a maintenance fitter; empty where the work is not known."""
    teams = language(lang).teams
    for function in job.functions:
        named = sorted(f"{function}/{topic}" for topic in job.topics)
        found = next((teams[name] for name in named if name in teams), teams.get(function, ""))
        if found:
            return found
    return ""
