"""Garbage collection is as it was, however imports overlap."""

import gc
from contextlib import ExitStack

from ringback.desk.intake.calm import few_collections


def test_the_last_to_end_sets_back_what_was_before_the_first() -> None:
    before = gc.get_threshold()
    first, second = ExitStack(), ExitStack()
    first.enter_context(few_collections())
    seldom = gc.get_threshold()
    second.enter_context(few_collections())

    first.close()
    assert gc.get_threshold() == seldom != before, "the second is still under way"
    second.close()
    assert gc.get_threshold() == before
