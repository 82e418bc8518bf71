"""The answer to the question whether two records are of one and the same."""

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """Same is merged, different is left alone, and a doubtful pair is asked."""

    SAME = "same"
    ASK = "ask"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer with its reasons in words, the weightiest first."""

    answer: Answer
    reasons: tuple[str, ...]


def same(*reasons: str) -> Verdict:
    return Verdict(Answer.SAME, reasons)


def ask(*reasons: str) -> Verdict:
    return Verdict(Answer.ASK, reasons)


def different(*reasons: str) -> Verdict:
    return Verdict(Answer.DIFFERENT, reasons)
