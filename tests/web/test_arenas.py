"""The threads of a desk share their memory, where the system's library lets them."""

import platform
import subprocess
import sys

import pytest

# Each thread takes something while the others still hold theirs; then the stores are counted.
THREADS = """
import ctypes, sys, tempfile, threading
from ringback.web.arenas import share_memory
if sys.argv[1] == "shared":
    assert share_memory()
libc = ctypes.CDLL(None)
libc.malloc.restype = libc.fopen.restype = ctypes.c_void_p
together = threading.Barrier(16)
def take():
    together.wait()
    libc.malloc(ctypes.c_size_t(50_000))
    together.wait()
threads = [threading.Thread(target=take) for _ in range(16)]
for thread in threads: thread.start()
for thread in threads: thread.join()
with tempfile.NamedTemporaryFile() as told:
    file = ctypes.c_void_p(libc.fopen(told.name.encode(), b"w"))
    libc.malloc_info(0, file)
    libc.fclose(file)
    print(told.read().count(b"<heap nr="))
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps one for a thread")
def test_many_threads_take_their_memory_from_two_stores() -> None:
    counts = [
        int(subprocess.check_output([sys.executable, "-c", THREADS, how], text=True))
        for how in ("shared", "as it is")
    ]
    assert counts[0] <= 2 < counts[1]
