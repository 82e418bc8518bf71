"""Reads a fetched page and prints whom it names as JSON; a program of its own, to be killed.

Arguments: the file with the page's bytes, and its address. Started by `limits`, which isolates it
from the environment: where Ringback runs from a folder, it has to be told where that is.
"""

import importlib
import json
import sys
from dataclasses import asdict
from pathlib import Path


def main() -> None:
    file, url = sys.argv[1:]
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    reader = importlib.import_module("ringback.sources.team_page")
    print(json.dumps(asdict(reader.read_page(Path(file).read_bytes(), url))))


if __name__ == "__main__":
    main()
