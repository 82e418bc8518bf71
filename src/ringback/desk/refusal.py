"""A refusal: what the desk will not or cannot do, said in one sentence, with the way out."""

from enum import StrEnum


class Code(StrEnum):
    """Why it was refused; each door maps each code once (the terminal to an exit code)."""

    NOT_FOUND = "not found"
    AMBIGUOUS = "ambiguous"
    GATE = "gate"
    CLOSED = "closed"
    DO_NOT_CONTACT = "do not contact"
    NO_CALLS = "no calls"
    OUTCOME = "outcome"
    NOT_YET = "not yet"
    NOTHING = "nothing to do"
    BAD_VALUE = "bad value"
    BAD_CADENCE = "bad cadence"
    BAD_FILE = "bad file"
    NOT_FETCHED = "not fetched"
    KEY = "key"
    LATER = "later"
    ASK = "ask"
    NO_BOOK = "no book"
    BUSY = "busy"
    FULL = "disk full"
    DAMAGED = "damaged"
    DATABASE = "database"


class Refusal(Exception):
    """Something was refused: a code, a sentence (what and where), a hint (what to do)."""

    def __init__(self, code: Code, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.hint = hint
