"""Days and hours as they are typed in German, in the words by which moments are read."""

import re

_WORDS = {
    "heute": "today", "morgen": "tomorrow", "gestern": "yesterday", "jetzt": "now",
    "übermorgen": "in 2 days", "vorgestern": "2 days ago",
    "montag": "monday", "dienstag": "tuesday", "mittwoch": "wednesday", "donnerstag": "thursday",
    "freitag": "friday", "samstag": "saturday", "sonnabend": "saturday", "sonntag": "sunday",
    "mo": "mon", "di": "tue", "mi": "wed", "do": "thu", "fr": "fri", "sa": "sat", "so": "sun",
    "januar": "january", "jänner": "january", "februar": "february", "märz": "march",
    "mär": "march", "mrz": "march", "mai": "may", "juni": "june", "juli": "july",
    "oktober": "october", "okt": "october", "dezember": "december", "dez": "december",
    "minuten": "minutes", "stunde": "hour", "stunden": "hours", "std": "hours",
    "tag": "day", "tage": "days", "tagen": "days", "woche": "week", "wochen": "weeks",
    "monat": "month", "monate": "months", "monaten": "months",
    "nächste": "next", "nächsten": "next", "nächster": "next", "nächstes": "next",
    "kommende": "next", "kommenden": "next", "kommender": "next",
    "letzte": "last", "letzten": "last", "letzter": "last", "diesen": "this", "dieser": "this",
    "ein": "a", "eine": "a", "einem": "a", "einen": "a", "einer": "a", "zwei": "two",
    "drei": "three", "vier": "four", "fünf": "five", "sechs": "six",
    "paar": "few", "einigen": "few", "neulich": "recently", "kürzlich": "recently",
    "etwa": "about", "ungefähr": "about", "circa": "about", "ca": "about", "rund": "about",
    "um": "at", "hier": "here", "dort": "there",
    "vormittag": "morning", "vormittags": "morning", "mittag": "noon", "mittags": "noon",
    "nachmittag": "afternoon", "nachmittags": "afternoon", "abend": "evening", "abends": "evening",
}  # fmt: skip
_ABOUT = r"(?:(?:etwa|ungefähr|circa|ca\.|rund) )?"
_AGO = re.compile(rf"^{_ABOUT}vor {_ABOUT}(ein paar|\S+) (\S+)")
# “am Donnerstag”, “am 26.11.”; the “am” of an hour stands behind it.
_ON = re.compile(r"^(am|den) ")


def in_english(said: str) -> str:
    """A moment in small letters with its German words replaced; others stay as they are."""
    said = _AGO.sub(r"\1 \2 ago", _ON.sub("", said))
    return " ".join(_word(word) for word in said.split())


def _word(word: str) -> str:
    return _WORDS.get(word.rstrip("."), word)
