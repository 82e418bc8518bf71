"""Memory for threads: few stores of it, so that what one thread gives back another one uses."""

import ctypes

# M_ARENA_MAX of glibc's malloc.h, and how many there shall be (mallopt(3)).
_ARENA_MAX, MOST = -8, 2


def share_memory() -> bool:
    """Let all threads of this process, before they start, take from two stores of memory.

    glibc gives each thread one of its own, up to eight for each core, and each keeps what it once
    needed: a desk of eight threads held a third more than it used. False where the system's
    library has no such choice, such as on Windows, macOS and with musl.
    """
    try:
        choose = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):
        return False
    return bool(choose(_ARENA_MAX, MOST))
