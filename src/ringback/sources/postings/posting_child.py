"""Reads a posting's bytes and prints what they came to as JSON; a program of its own, to be killed.

Arguments: the file with the bytes and the file with what is known of them. Started by `limits`,
which isolates it from the environment: where Ringback runs from a folder, it has to be told where.
"""

import importlib
import json
import sys
from pathlib import Path


def main() -> None:
    content, given = sys.argv[1:]
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    reader = importlib.import_module("ringback.sources.postings.reading")
    in_json = importlib.import_module("ringback.sources.postings.in_json")
    told = in_json.given_of(json.loads(Path(given).read_text("utf-8")))
    reading = reader.read_posting(Path(content).read_bytes(), told)
    print(json.dumps(in_json.reading_as_json(reading)))


if __name__ == "__main__":
    main()
