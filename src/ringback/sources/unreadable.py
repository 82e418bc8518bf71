"""The one exception of every reader: a file that cannot be read, said so that it can be mended."""


class Unreadable(Exception):
    """A file that cannot be read as a table.

    ``code`` is for programs, ``sentence`` says what is wrong and where, ``hint`` what to do.
    """

    def __init__(self, code: str, sentence: str, hint: str) -> None:
        super().__init__(f"{sentence} {hint}")
        self.code = code
        self.sentence = sentence
        self.hint = hint
