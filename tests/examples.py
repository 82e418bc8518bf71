"""How many examples a property is shown that takes long for each of them."""

import os

_IN_LONG_RUNS = 20


def slow_examples(count: int) -> int:
    """So many in the test command; the long runs (``run.py faults``) show it many more."""
    return count * (_IN_LONG_RUNS if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 1)
