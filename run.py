"""Set up and run Ringback from a fresh copy of its folder, with nothing but Python and pip."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

NEEDED = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "ringback-setup.json"
PROGRAMS = VENV / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
INTERRUPTED = 130
NO_TESTS = 5

USAGE = """\
Usage: python3 run.py [COMMAND]

  (nothing)      open today's list; with no book yet, begin one
  serve [ARGS]   open the desk in the browser
  add, log, ...  every command of ringback: python3 run.py add --help
  setup          set up only; afterwards the program is .venv/bin/ringback
  test [ARGS]    run all checks; ARGS go to pytest
  faults [ARGS]  the long runs: properties, kills, failing disks
  bench [ARGS]   measure what is promised about speed
  words          gather the texts of the pages, name what is to be translated
  fuzz [ARGS]    try hostile inputs on what reads from outside; --list names it
  pin [ARGS]     renew requirements/*.txt; --upgrade takes newer versions
"""

# Each file of pinned requirements, what it is made from, and the file it has to agree with.
PINNED = {
    "base": ("pyproject.toml", "--group", "build"),
    "test": (
        *("pyproject.toml", "--group", "build", "--group", "test", "--group", "lint"),
        *("--constraint", "requirements/base.txt"),
    ),
    "bench": (
        *("pyproject.toml", "--group", "build", "--group", "bench"),
        *("--constraint", "requirements/test.txt"),
    ),
    "fuzz": (
        *("pyproject.toml", "--group", "build", "--group", "fuzz"),
        *("--constraint", "requirements/test.txt"),
    ),
    "pin": ("--group", "pin"),
}

# Wheels only: building from source would bring in packages that nobody pinned.
PIN = (
    *("uv", "pip", "compile", "--quiet", "--no-config", "--universal", "--generate-hashes"),
    *("--python-version", ".".join(map(str, NEEDED)), "--only-binary", ":all:"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-emit-build-options"),
    *("--custom-compile-command", "python3 run.py pin"),
)

CHECKS = (
    ("ruff", "check", "--quiet", "."),
    ("ruff", "format", "--check", "--quiet", "."),
    ("mypy", "--no-error-summary"),
    ("lint-imports", "--no-logo"),
)

ON_EVERY_CORE = ("--numprocesses", "auto", "--maxprocesses", "8", "--dist", "worksteal")

# Every test is named with what it has to tell, one by one to whichever core is free, and none is
# taken for hanging because it is long.
LONG = (
    *("-m", "faults or hypothesis", "--verbose", "--durations", "20"),
    *("--numprocesses", "auto", "--maxprocesses", "8", "--dist", "load", "--maxschedchunk", "1"),
    *("--override-ini", "faulthandler_timeout=0"),
)


class CannotSetUp(Exception):
    """Why this machine or folder does not let Ringback be set up, in a sentence."""


def main(args: list[str]) -> int:
    """Run one command; the answer is the exit code of what was run."""
    command, rest = (args[0], args[1:]) if args else ("", [])
    if command in ("-h", "--help", "help"):
        print(USAGE, end="")
        return 0
    if command == "setup" and not rest:
        set_up("base")
        say(f"ready; start it with {shown(program('ringback'))}")
        return 0
    if command == "test":
        set_up("test")
        return check(rest)
    if command == "faults":
        set_up("test")
        return run("pytest", *LONG, *rest, more={"HYPOTHESIS_PROFILE": "deep"})
    if command == "bench":
        set_up("bench")
        return run("python", "-m", "bench", *rest)
    if command == "fuzz":
        set_up("fuzz")
        return run("python", "-m", "fuzz", *rest)
    if command == "words":
        set_up("test")
        return run("python", "-m", "words")
    if command == "pin":
        set_up("pin")
        return pin(rest)
    set_up("base")
    return become("ringback", *args)


def check(pytest_args: list[str]) -> int:
    """Run every check, the whole of the tests last; the first that failed gives the exit code.

    What reads the code runs beside the first of the tests, and says what it has to say at its end.
    """
    # No setting of a book that somebody keeps on this machine may reach the checks.
    more = {"RINGBACK_HOME": str(VENV / "no-book")}
    chosen = (*ON_EVERY_CORE, *pytest_args)
    with ThreadPoolExecutor(1) as beside:
        reading = beside.submit(read_the_code, more)
        on_postgres = run_aloud("pytest", "--book-on", "postgresql", *chosen, more=more)
        codes = reading.result()
    if not (pytest_args and on_postgres == NO_TESTS):
        codes["pytest --book-on postgresql"] = on_postgres
    if INTERRUPTED not in codes.values():
        codes["pytest"] = run_aloud("pytest", *chosen, more=more)
    if INTERRUPTED in codes.values():
        return INTERRUPTED
    failed = {name: code for name, code in codes.items() if code}
    for name, code in failed.items():
        say(f"failed ({code}): {name}")
    return next(iter(failed.values()), 0)


def read_the_code(more: dict[str, str]) -> dict[str, int]:
    """Run each of the checks that read the code; answers their exit codes."""
    codes = {}
    for words in CHECKS:
        name = " ".join(words)
        with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
            codes[name] = run(*words, more=more, into=said)
            said.seek(0)
            say("\n".join(filter(None, (name, said.read().rstrip()))))
    return codes


def run_aloud(*words: str, more: dict[str, str]) -> int:
    """Say what is run, and run it."""
    say(" ".join(words))
    return run(*words, more=more)


def pin(uv_args: list[str]) -> int:
    """Write requirements/*.txt anew: versions and hashes alone, for every platform."""
    for name, source in PINNED.items():
        code = run(*PIN, "--output-file", f"requirements/{name}.txt", *source, *uv_args)
        if code:
            return code
    return 0


def set_up(name: str) -> None:
    """Have .venv hold what ``requirements/NAME.txt`` pins; no network where nothing changed."""
    begun = time.monotonic()
    done = have_venv()
    wanted = {name: digest(ROOT / "requirements" / f"{name}.txt")}
    if name != "pin":
        wanted["base"] = digest(ROOT / "requirements" / "base.txt")
    if any(done.get(key) != value for key, value in wanted.items()):
        say(f"installing requirements/{name}.txt (once; up to a minute, with a network)")
        install("--require-hashes", "--only-binary", ":all:", "-r", f"requirements/{name}.txt")
        done.update(wanted)
        write(done)
    project = digest(ROOT / "pyproject.toml")
    if name != "pin" and done.get("project") != project:
        install("--no-build-isolation", "--editable", ".")
        done["project"] = project
        write(done)
        say(f"set up in {time.monotonic() - begun:.0f} s")


def have_venv() -> dict[str, str]:
    """Make .venv unless a working one is there; answers what was installed into it.

    One that was moved, or whose Python is gone or another, is made anew.
    """
    done = stamped()
    version = python_version()
    this = {"python": version, "root": str(ROOT)}
    fits = all(done.get(key, value) == value for key, value in this.items())
    if fits and version and tuple(map(int, version.split("."))) >= NEEDED:
        # Another tool may have taken out or changed what was installed.
        whole = set(done.get("held", "").split()) <= set(held())
        return done | this if whole else this
    if importlib.util.find_spec("venv") is None:
        raise CannotSetUp(
            "This Python has no venv module. On Debian and Ubuntu: sudo apt install python3-venv"
        )
    # Debian's minimal Python lacks ensurepip; a pip that stands outside serves as well.
    outside = importlib.util.find_spec("ensurepip") is None
    if outside and importlib.util.find_spec("pip") is None:
        raise CannotSetUp(
            "This Python has neither ensurepip nor pip. "
            "On Debian and Ubuntu: sudo apt install python3-venv"
        )
    try:
        VENV.mkdir(exist_ok=True)
    except OSError as error:
        raise CannotSetUp(
            f"The folder {ROOT} cannot be written to ({error.strerror}). "
            "Copy Ringback to a folder of your own and run it there."
        ) from error
    say(f"making {shown(VENV)} with Python {sys.version.split()[0]}")
    without = ["--without-pip"] if outside else []
    prepare(
        f"{VENV} could not be made.", sys.executable, "-m", "venv", "--clear", *without, str(VENV)
    )
    return {"python": python_version(), "root": str(ROOT)}


def install(*words: str) -> None:
    """Let pip install into .venv just what is named, with none of its own choice."""
    python = str(program("python"))
    ask = [python, "-c", "import pip"]
    inside = subprocess.run(ask, capture_output=True, check=False).returncode == 0
    pip = [python, "-m", "pip"] if inside else [sys.executable, "-m", "pip", "--python", python]
    # Compiling all of it beforehand would take longer than the rest of the set-up.
    just = ["-qq", "--disable-pip-version-check", "--no-input", "--no-deps", "--no-compile"]
    prepare(
        "Installing did not work. The first set-up, and any after an update, needs a network.",
        *pip,
        "install",
        *just,
        *words,
    )


def prepare(otherwise: str, *command: str) -> None:
    """Run a part of the set-up in silence; what it says is shown only where it fails."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        print(done.stdout, end="", file=sys.stderr)
        raise CannotSetUp(otherwise)


def run(*words: str, more: dict[str, str] | None = None, into: IO[str] | None = None) -> int:
    """Run a program of .venv in the project's folder; answers its exit code.

    What it says goes to the terminal, or ``into`` a file.
    """
    command = [str(program(words[0])), *words[1:]]
    surroundings = environment() | (more or {})
    with subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=into, stderr=into) as child:
        try:
            code = child.wait()
        except KeyboardInterrupt:
            # The terminal told the child as well: leave it the time to tidy up.
            child.wait()
            return INTERRUPTED
    return code if code >= 0 else 128 - code


def become(name: str, *words: str) -> int:
    """Hand the terminal over to a program of .venv, in the folder where the person is."""
    path = str(program(name))
    surroundings = environment() | called(name)
    if os.name != "nt":
        sys.stderr.flush()
        os.execve(path, [path, *words], surroundings)
    try:
        return subprocess.run([path, *words], env=surroundings, check=False).returncode
    except KeyboardInterrupt:
        return INTERRUPTED


def called(name: str) -> dict[str, str]:
    """How the person has to begin a command here, for a program that the shell does not find."""
    found = shutil.which(name)
    if found and Path(found).resolve() == program(name).resolve():
        return {}
    python = "py" if os.name == "nt" else "python3"
    return {"RINGBACK_CALLED": f"{python} {shown(ROOT / 'run.py')}"}


def environment() -> dict[str, str]:
    """The environment as it is, less what would lead Python or pip out of .venv.

    Without bytecode every command would take three times as long to begin.
    """
    strays = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")
    slow = "PYTHONDONTWRITEBYTECODE"
    kept = {key: value for key, value in os.environ.items() if key not in (*strays, slow)}
    path = os.pathsep.join(filter(None, (str(PROGRAMS), kept.get("PATH", ""))))
    return kept | {"VIRTUAL_ENV": str(VENV), "PATH": path}


def python_version() -> str:
    """Which Python .venv holds (``3.11``); empty where none starts."""
    ask = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        answer = subprocess.run(
            [str(program("python")), "-c", ask], capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return answer.stdout.strip()


def stamped() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text("utf-8")))
    except (OSError, ValueError):
        return {}


def write(done: dict[str, str]) -> None:
    done["held"] = " ".join(held())
    STAMP.write_text(json.dumps(done, indent=1) + "\n", "utf-8")


def held() -> list[str]:
    """What .venv holds: the folder of each distribution, which names its version."""
    libraries = "Lib" if os.name == "nt" else "lib/python*"
    return sorted(path.name for path in VENV.glob(f"{libraries}/site-packages/*.dist-info"))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def program(name: str) -> Path:
    return PROGRAMS / (name + SUFFIX)


def shown(path: Path) -> str:
    """A path as a person standing here would type it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def say(text: str) -> None:
    print(f"run.py: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    if sys.version_info < NEEDED:
        this = f"{sys.version.split()[0]} ({sys.executable})"
        sys.exit(f"Ringback needs Python {NEEDED[0]}.{NEEDED[1]} or newer; this is {this}.")
    try:
        sys.exit(main(sys.argv[1:]))
    except CannotSetUp as reason:
        sys.exit(f"run.py: {reason}")
    except KeyboardInterrupt:
        say("stopped")
        sys.exit(INTERRUPTED)
