"""Exit codes: one for each reason for which the desk refuses, for scripts to tell apart."""

from ringback.desk.refusal import Code

DONE = 0
FAULT = 1
WRONG_USE = 2
SETTINGS = 21
OUTPUT = 22
CHECK = 23
INTERRUPTED = 130
BROKEN_PIPE = 141

REFUSED: dict[Code, int] = {
    Code.NOT_FOUND: 3,
    Code.AMBIGUOUS: 4,
    Code.GATE: 5,
    Code.CLOSED: 6,
    Code.DO_NOT_CONTACT: 7,
    Code.NO_CALLS: 8,
    Code.OUTCOME: 9,
    Code.NOT_YET: 10,
    Code.NOTHING: 11,
    Code.BAD_VALUE: 12,
    Code.BAD_CADENCE: 13,
    Code.BAD_FILE: 14,
    Code.ASK: 15,
    Code.NO_BOOK: 16,
    Code.BUSY: 17,
    Code.FULL: 18,
    Code.DAMAGED: 19,
    Code.DATABASE: 20,
    Code.NOT_FETCHED: 24,
    Code.KEY: 25,
    Code.LATER: 26,
}

MEANINGS: dict[int, str] = {
    DONE: "done",
    FAULT: "a fault in Ringback itself",
    WRONG_USE: "wrong use of the command line",
    REFUSED[Code.NOT_FOUND]: "nothing fits what was named",
    REFUSED[Code.AMBIGUOUS]: "more than one fits",
    REFUSED[Code.GATE]: "the gate is shut: something is missing before sending",
    REFUSED[Code.CLOSED]: "the opening is closed",
    REFUSED[Code.DO_NOT_CONTACT]: "they asked not to be contacted",
    REFUSED[Code.NO_CALLS]: "they want no calls",
    REFUSED[Code.OUTCOME]: "an outcome that cannot be, or lacks something",
    REFUSED[Code.NOT_YET]: "it has not happened yet",
    REFUSED[Code.NOTHING]: "there is nothing to do",
    REFUSED[Code.BAD_VALUE]: "a value that cannot be used",
    REFUSED[Code.BAD_CADENCE]: "a cadence that cannot be used",
    REFUSED[Code.BAD_FILE]: "a file that cannot be read or written",
    REFUSED[Code.ASK]: "a question has to be answered first",
    REFUSED[Code.NO_BOOK]: "there is no book yet",
    REFUSED[Code.BUSY]: "another program is writing to the book",
    REFUSED[Code.FULL]: "the disk is full",
    REFUSED[Code.DAMAGED]: "the book's file is damaged",
    REFUSED[Code.DATABASE]: "the database did not do it",
    SETTINGS: "the settings cannot be used",
    OUTPUT: "the answer could not be written out",
    CHECK: "the check found something that is not as it must be",
    REFUSED[Code.NOT_FETCHED]: "the other side did not give what it was asked for",
    REFUSED[Code.KEY]: "the key of a service is missing, or it does not take it",
    REFUSED[Code.LATER]: "a service wants to be asked again later",
    INTERRUPTED: "stopped with Ctrl-C",
    BROKEN_PIPE: "whoever read the answer went away",
}
