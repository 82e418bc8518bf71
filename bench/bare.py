"""The least that a process can do: read the rows of a day with sqlite3 and print them as JSON."""

import json
import sqlite3
import sys

from bench.rows import ROWS

print(json.dumps(sqlite3.connect(sys.argv[1]).execute(ROWS).fetchall()))
