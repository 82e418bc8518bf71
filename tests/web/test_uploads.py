"""Where files that are handed in wait, by which name they are called, and when they go."""

import os

from ringback.home import Home
from ringback.web.uploads import A_DAY, keep_upload, said_name, sweep


def test_names_are_shown_without_their_folders() -> None:
    assert said_name("C:\\Users\\me\\list.csv") == "list.csv"
    assert said_name("../..") == "file"
    assert said_name("a\x00b\nc.csv") == "abc.csv"
    assert said_name("x" * 400 + ".csv").endswith("….csv")
    assert len(said_name("x" * 400 + ".csv")) <= 120


def test_uploads_go_after_a_day_and_at_a_start(web_home: Home) -> None:
    old = keep_upload(web_home, "a.csv", [b"x"])
    young = keep_upload(web_home, "b.csv", [b"x"])
    long_ago = young.stat().st_mtime - A_DAY - 1
    os.utime(old, (long_ago, long_ago))
    sweep(web_home)
    assert (old.exists(), young.exists()) == (False, True)
    sweep(web_home, older_than=0)
    assert not young.exists()
