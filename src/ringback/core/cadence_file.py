"""A cadence as its owner writes it: a TOML text with one line for each value that differs."""

import difflib
import re
import tomllib
from dataclasses import replace
from datetime import time
from enum import StrEnum

from ringback.core.cadence import DEFAULTS, EARLIEST, LATEST, RULES, Cadence, Rule, Value


class BadCadence(ValueError):
    """A cadence that cannot be used: line (from 1; 0 if none), key, sentence and way out."""

    def __init__(self, line: int, key: str, sentence: str, hint: str) -> None:
        super().__init__(f"Line {line}: {sentence}" if line else sentence)
        self.line = line
        self.key = key
        self.hint = hint


def read_cadence(text: str, base: Cadence = DEFAULTS) -> Cadence:
    """The cadence that a TOML text describes, on top of ``base``.

    Raises BadCadence with the line and the permitted range.
    """
    try:
        given = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits and lists nested without end are none of its own errors.
        at = re.search(r"line (\d+)", str(error))
        line = int(at.group(1)) if at else text.count("\n") + 1
        raise BadCadence(
            line, "", "this is not valid TOML.", 'Write one value a line, such as "attempts = 3".'
        ) from error
    values: dict[str, Value] = {}
    for key, raw in given.items():
        line = _line_of(text, key)
        rule = RULES.get(key)
        if rule is None:
            close = difflib.get_close_matches(key, RULES, n=1)
            raise BadCadence(
                line,
                key,
                f"there is no value called “{key}”.",
                f"Did you mean “{close[0]}”?" if close else "`ringback cadence` lists them all.",
            )
        values[key] = _value(rule, raw, line)
    changed = replace(base, **values)  # type: ignore[arg-type]  # checked value by value above
    _check_together(changed, text)
    return changed


def write_cadence(cadence: Cadence) -> str:
    """The TOML text of what differs from the defaults; empty where nothing does."""
    lines = []
    for key, rule in RULES.items():
        value: Value = getattr(cadence, key)
        if value != rule.default:
            lines.append(f"{key} = {_written(value)}\n")
    return "".join(lines)


def _line_of(text: str, key: str) -> int:
    pattern = re.compile(rf"""^\s*(\[\s*)?["']?{re.escape(key)}["']?\s*[=.\]]""")
    for number, line in enumerate(text.splitlines(), start=1):
        if pattern.match(line):
            return number
    return 0


def _value(rule: Rule, raw: object, line: int) -> Value:
    read = _read(rule, raw)
    if read is None:
        raise BadCadence(
            line, rule.key, f"{rule.key} cannot be {_shown(raw)}.", f"It takes {rule.permitted}."
        )
    return read


def _read(rule: Rule, raw: object) -> Value | None:
    default = rule.default
    if isinstance(default, bool):
        return raw if isinstance(raw, bool) else None
    if isinstance(default, time):
        clock = _clock(raw)
        return clock if clock and EARLIEST <= clock <= LATEST else None
    if isinstance(default, StrEnum):
        return next((choice for choice in type(default) if choice == raw), None)
    if isinstance(raw, bool) or not isinstance(raw, int):
        return None
    return raw if rule.low <= raw <= rule.high else None


def _clock(raw: object) -> time | None:
    if isinstance(raw, time):
        return raw.replace(microsecond=0, tzinfo=None)
    if isinstance(raw, str) and re.fullmatch(r"\d{1,2}:\d{2}", raw):
        hour, minute = (int(part) for part in raw.split(":"))
        return time(hour, minute) if hour < 24 and minute < 60 else None
    return None


def _check_together(cadence: Cadence, text: str) -> None:
    rising = (
        ("morning_from", "morning_until"),
        ("morning_until", "afternoon_from"),
        ("afternoon_from", "afternoon_until"),
        ("closing_mail_days", "dormant_days"),
    )
    for first, second in rising:
        low, high = getattr(cadence, first), getattr(cadence, second)
        if low > high:
            raise BadCadence(
                _line_of(text, second) or _line_of(text, first),
                second,
                f"{second} ({_written(high)}) comes before {first} ({_written(low)}).",
                f"Make {second} later, or {first} earlier.",
            )


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, time):
        return f'"{value:%H:%M}"'
    return f'"{value}"' if isinstance(value, StrEnum) else str(value)


def _shown(raw: object) -> str:
    text = str(raw)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
